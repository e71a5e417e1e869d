using System.Collections.Immutable;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Research;

/// <summary>
/// Enough to repeat a run, without a time of day, a duration, a path or a thread count (contracts 4.19, 5.3).
/// </summary>
public sealed record RunRecord
{
    /// <summary>The version of this program.</summary>
    public required string Version { get; init; }

    public required Strategy Strategy { get; init; }

    /// <summary>The candles that went in, in the strategy's list order, finer ones after those they refine.</summary>
    public required ImmutableArray<RunData> Data { get; init; }

    /// <summary>
    /// One identity for the candles that were used, finer ones included, however they were packed
    /// (<see cref="CandleFingerprint"/>).
    /// </summary>
    public required string DataFingerprint { get; init; }

    /// <summary>First open time asked for; null: all there is.</summary>
    public Instant? From { get; init; }

    /// <summary>First open time not asked for any more; null: all there is.</summary>
    public Instant? To { get; init; }

    /// <summary>Seed of whatever is drawn: generated candles, the certificate's cuts.</summary>
    public required long Seed { get; init; }

    public required LookAheadCertificate Certificate { get; init; }

    /// <summary>SHA-256 of the instrument rules file, lower-case hex; null without one (contracts 4.2).</summary>
    public string? RulesHash { get; init; }

    /// <summary>The strategy's rules in words, a line each.</summary>
    public ImmutableArray<string> RulesInWords { get; init; } = [];
}

/// <summary>One series of candles that went into a run, and what was found while it was read.</summary>
public sealed record RunData
{
    /// <summary>Where it came from, without a path: <c>file</c>, <c>store:binance</c>, <c>store:sim</c>.</summary>
    public required string Source { get; init; }

    public required Symbol Symbol { get; init; }

    public required Timeframe Timeframe { get; init; }

    /// <summary>Whether these are the finer candles of contracts 4.17.</summary>
    public bool IsDetail { get; init; }

    public long Candles { get; init; }

    public Instant? First { get; init; }

    public Instant? Last { get; init; }

    /// <summary>The candles' own identity (<see cref="CandleFingerprint"/>), whatever they were packed in.</summary>
    public required string Fingerprint { get; init; }

    public long RefusedRows { get; init; }

    public long DuplicateRows { get; init; }

    public long UnsortedRows { get; init; }

    /// <summary>Candles missing between the first and the last.</summary>
    public long MissingCandles { get; init; }

    public long Gaps { get; init; }

    public long ZeroVolumeCandles { get; init; }

    /// <summary>What was loaded, with its quality.</summary>
    public static RunData Of(LoadedCandles loaded, string source, bool isDetail = false)
    {
        QualityReport quality = loaded.Quality;
        return new RunData
        {
            Source = source,
            Symbol = loaded.Series.Symbol,
            Timeframe = loaded.Series.Timeframe,
            IsDetail = isDetail,
            Candles = loaded.Series.Count,
            First = loaded.Series.Count == 0 ? null : new Instant(loaded.Series.Times[0]),
            Last = loaded.Series.Count == 0 ? null : new Instant(loaded.Series.Times[^1]),
            Fingerprint = CandleFingerprint.Of([loaded.Series]),
            RefusedRows = quality.RefusedRows,
            DuplicateRows = quality.DuplicateRows,
            UnsortedRows = quality.UnsortedRows,
            MissingCandles = quality.MissingCandles,
            Gaps = quality.Gaps.Length,
            ZeroVolumeCandles = quality.ZeroVolumeBars,
        };
    }
}

/// <summary>Whether a run was proved to look at nothing that lies ahead (contracts 4.9).</summary>
public abstract record LookAheadCertificate
{
    private LookAheadCertificate()
    {
    }

    /// <summary>Nobody looked.</summary>
    public sealed record NotChecked : LookAheadCertificate;

    /// <summary>Rolling and column evaluation agree at every bar, and no cut of the future changes the past.</summary>
    /// <param name="Bars">Bars at which both were compared.</param>
    /// <param name="Cuts">Cuts of the future.</param>
    /// <param name="Hash">One SHA-256 over every feature and rule, lower-case hex.</param>
    public sealed record Proved(int Bars, int Cuts, string Hash) : LookAheadCertificate;

    /// <summary>Something differs.</summary>
    /// <param name="Bar">Open time of the first bar that does.</param>
    /// <param name="What">Which feature or rule, and how.</param>
    public sealed record Failed(Instant Bar, string What) : LookAheadCertificate;
}
