using System.Collections.Immutable;

namespace Neurotrade.Web.Dashboard.Strategies.Quick;

/// <summary>What a quick backtest is asked for.</summary>
/// <param name="Text">The strategy.</param>
/// <param name="Name">Its file's name.</param>
/// <param name="Exchange">Whose stored candles; the generated market's name for its own.</param>
/// <param name="Set">Parameters with other values than the text's.</param>
internal sealed record QuickQuestion(string Text, string Name, string Exchange, ImmutableSortedDictionary<string, string> Set);

/// <summary>
/// What a quick backtest came to. Fractions, not percent; undefined is null. It has no look-ahead certificate (contracts 4.9).
/// </summary>
public sealed record QuickAnswer
{
    /// <summary>Points of <see cref="Curve"/>, at most.</summary>
    public const int MostPoints = 240;

    public required double Capital { get; init; }

    public required double FinalEquity { get; init; }

    public required double TotalReturn { get; init; }

    public required double? Sharpe { get; init; }

    public required double MaxDrawdown { get; init; }

    public required int Trades { get; init; }

    public required int Bars { get; init; }

    /// <summary>First open and last close, Unix milliseconds.</summary>
    public required long StartMillis { get; init; }

    public required long EndMillis { get; init; }

    /// <summary>Equity at evenly spaced bars, the first and the last among them.</summary>
    public required double[] Curve { get; init; }

    /// <summary>Features, rules, simulation and figures; without reading the text and loading the candles.</summary>
    public required TimeSpan Took { get; init; }
}
