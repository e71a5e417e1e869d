using System.Collections.Immutable;
using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Dashboard;

/// <summary>What a run is made from beside its strategy; kept with it, so that it can be opened again.</summary>
public sealed record RunOrigin
{
    /// <summary>Files by their full path, or <c>store:</c> addresses.</summary>
    public required string[] Sources { get; init; }

    /// <summary>Of files whose name tells none: <c>BTC/USDT</c>.</summary>
    public string? Symbol { get; init; }

    /// <summary>Of files, in place of the spacing of their rows.</summary>
    public string? Timeframe { get; init; }

    /// <summary>First open time, Unix milliseconds; null: all there is.</summary>
    public long? FromMillis { get; init; }

    /// <summary>First open time not wanted any more.</summary>
    public long? ToMillis { get; init; }

    public int Seed { get; init; } = 1;

    /// <summary>Parameters by name, as <c>--set</c> takes them.</summary>
    public Dictionary<string, string> Set { get; init; } = [];

    /// <summary>In place of the file's.</summary>
    public double? Capital { get; init; }

    /// <summary>Name of a stored exchangeInfo document; null: nothing is rounded, or the document came with a command.</summary>
    public string? Rules { get; init; }

    /// <summary>What a person asked for on the command line, with files by their full path.</summary>
    public static RunOrigin Of(DataRequest data, StrategyOverrides overrides) => new()
    {
        Sources = [.. data.Sources.Select(source =>
            source.StartsWith(StoreAddress.Prefix, StringComparison.Ordinal) ? source : Path.GetFullPath(source))],
        Symbol = data.Symbol?.ToString(),
        Timeframe = data.Timeframe?.ToString(),
        FromMillis = data.From?.UnixMillis,
        ToMillis = data.To?.UnixMillis,
        Seed = data.Seed,
        Set = overrides.Set.ToDictionary(StringComparer.Ordinal),
        Capital = overrides.Capital,
    };

    /// <summary>The candles that it asks for.</summary>
    public DataRequest ToDataRequest() => new()
    {
        Sources = [.. Sources],
        Symbol = Symbol is not null && Core.Market.Symbol.TryParse(Symbol, out Symbol symbol) ? symbol : null,
        Timeframe = Timeframe is not null && Core.Market.Timeframe.TryParse(Timeframe, out Timeframe timeframe) ? timeframe : null,
        From = FromMillis is { } from ? new Instant(from) : null,
        To = ToMillis is { } to ? new Instant(to) : null,
        Seed = Seed,
    };

    /// <summary>What it changes in the strategy.</summary>
    public StrategyOverrides ToOverrides() => new()
    {
        Set = Set.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Capital = Capital,
    };

    // Records compare arrays and dictionaries by reference; two requests are one when they ask for the same.
    public bool Equals(RunOrigin? other) => other is not null && Key == other.Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    private string Key => string.Join('\n',
    [
        .. Sources, "|", Symbol ?? string.Empty, Timeframe ?? string.Empty,
        $"{FromMillis}|{ToMillis}|{Seed}|{Numbers.Text(Capital ?? double.NaN)}|{Rules}",
        .. Set.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"),
    ]);
}
