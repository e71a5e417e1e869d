using System.Collections.Immutable;
using System.Diagnostics;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Dashboard.Strategies;

/// <summary>What a strategy's text says: the strategy, or every problem in it.</summary>
/// <param name="Strategy">Null where the text cannot be used.</param>
/// <param name="Problems">None where it can.</param>
/// <param name="Took">How long reading it took.</param>
public sealed record StrategyCheck(Strategy? Strategy, IReadOnlyList<Problem> Problems, TimeSpan Took)
{
    /// <summary>How each value of an older form was understood, a line each; empty for schema 1.</summary>
    public IReadOnlyList<string> Echo { get; private init; } = [];

    // An older form that names no market is shown as if on this one; a run takes the data's.
    private static readonly StrategyOverrides Shown = new()
    {
        Symbols = [Symbol.TryParse("BTC/USDT", out Symbol symbol) ? symbol : default],
        Timeframe = Timeframe.Hour,
    };

    /// <summary>Reads a text as it stands.</summary>
    public static StrategyCheck Of(string text, string fileName) =>
        Of(text, fileName, Shown.Set);

    /// <summary>The same with other values of its parameters.</summary>
    public static StrategyCheck Of(string text, string fileName, ImmutableSortedDictionary<string, string> set)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            StrategyReading reading = StrategyFile.Read(text, fileName, Shown with { Set = set });
            return new StrategyCheck(reading.Strategy, [], Stopwatch.GetElapsedTime(start)) { Echo = reading.Echo };
        }
        catch (InputException wrong)
        {
            return new StrategyCheck(null, wrong.Problems, Stopwatch.GetElapsedTime(start));
        }
    }
}
