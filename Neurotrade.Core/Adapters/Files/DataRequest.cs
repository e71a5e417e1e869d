using System.Collections.Immutable;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Adapters.Files;

/// <summary>What a person said about data on the command line (contracts 1).</summary>
public sealed record DataRequest
{
    /// <summary>Each <c>--data</c>: a file, a folder, or <c>store:EXCHANGE/SYMBOL/TIMEFRAME</c>.</summary>
    public required ImmutableArray<string> Sources { get; init; }

    /// <summary><c>--symbol</c>: of files whose name tells none.</summary>
    public Symbol? Symbol { get; init; }

    /// <summary><c>--timeframe</c>: of files, in place of the most frequent spacing of their rows.</summary>
    public Timeframe? Timeframe { get; init; }

    /// <summary><c>--from</c>; earlier candles are kept, they warm up features.</summary>
    public Instant? From { get; init; }

    /// <summary><c>--to</c>; bars that open at or after it are left out.</summary>
    public Instant? To { get; init; }

    /// <summary><c>--seed</c>, for a generated market.</summary>
    public int Seed { get; init; } = 1;

    /// <summary><c>--strict</c>: a refused row is an error.</summary>
    public bool IsStrict { get; init; }

    /// <summary>What packed files may unpack to.</summary>
    public ArchiveLimits Limits { get; init; } = new();
}

/// <summary>The candles of one symbol as a run uses them.</summary>
/// <param name="Bars">Candles of the strategy's timeframe.</param>
/// <param name="Detail">Finer candles, where the strategy asks for them.</param>
public sealed record SymbolData(CandleSeries Bars, CandleSeries? Detail);

/// <summary>One series that was read, and what was found in it.</summary>
/// <param name="Source">The <c>--data</c> that named it.</param>
/// <param name="Candles">The series as it was read, before it was resampled or cut.</param>
/// <param name="Quality">What was found.</param>
public sealed record ReadSeries(string Source, CandleSeries Candles, QualityReport Quality);

/// <summary>Everything a run needs of its data.</summary>
public sealed record DataSet
{
    /// <summary>A symbol each, in the order asked for.</summary>
    public required ImmutableArray<SymbolData> Symbols { get; init; }

    /// <summary>The series that were read, in the order given.</summary>
    public required ImmutableArray<ReadSeries> Read { get; init; }

    /// <summary>SHA-256 over the candles used (<see cref="CandleFingerprint"/>).</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Rows refused in all files.</summary>
    public long RefusedRows => Read.Sum(series => series.Quality.RefusedRows);

    /// <summary>Candles missing in all gaps of what was read.</summary>
    public long MissingRows => Read.Sum(series => series.Quality.MissingCandles);

    /// <summary>The first <see cref="QualityReport.MostNamed"/> refused rows of all, for standard error.</summary>
    public IEnumerable<Problem> Refusals =>
        Read.SelectMany(series => series.Quality.Refusals).Take(QualityReport.MostNamed);
}
