using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Ingestion;

/// <summary>A stretch without candles between two that are there.</summary>
/// <param name="AfterMillis">Open time of the last candle before it, Unix milliseconds.</param>
/// <param name="NextMillis">Open time of the first candle after it, Unix milliseconds.</param>
/// <param name="Missing">How many candles are missing.</param>
public sealed record CandleGap(long AfterMillis, long NextMillis, long Missing);

/// <summary>What was found while rows became candles: nothing is repaired in silence (contracts 2).</summary>
public sealed record QualityReport
{
    /// <summary>How many refused rows, and how many revised candles, are named one by one.</summary>
    public const int MostNamed = 20;

    /// <summary>Rows read, valid or not, without header and blank lines.</summary>
    public long Rows { get; init; }

    /// <summary>Candles that are left.</summary>
    public long Candles { get; init; }

    /// <summary>Open time of the first candle.</summary>
    public Instant First { get; init; }

    /// <summary>Open time of the last candle.</summary>
    public Instant Last { get; init; }

    /// <summary>Rows that are not valid candles.</summary>
    public long RefusedRows { get; init; }

    /// <summary>The first <see cref="MostNamed"/> of them, by file and line.</summary>
    public ImmutableArray<Problem> Refusals { get; init; } = [];

    /// <summary>Rows dropped because a later row has the same open time, revised ones included.</summary>
    public long DuplicateRows { get; init; }

    /// <summary>Duplicates whose later row differs from the earlier one, which it replaces.</summary>
    public long RevisedRows { get; init; }

    /// <summary>Open times of the first <see cref="MostNamed"/> of them.</summary>
    public ImmutableArray<Instant> Revised { get; init; } = [];

    /// <summary>Rows that opened before a row above them.</summary>
    public long UnsortedRows { get; init; }

    /// <summary>All gaps, in order of time.</summary>
    public ImmutableArray<CandleGap> Gaps { get; init; } = [];

    /// <summary>Open times of candles whose close time lies before their end, where the format has a close time.</summary>
    public ImmutableArray<Instant> TruncatedBars { get; init; } = [];

    /// <summary>The first <see cref="MostNamed"/> of these, by file and line.</summary>
    public ImmutableArray<Problem> TruncatedRows { get; init; } = [];

    /// <summary>Candles in which nothing was traded; they are valid.</summary>
    public long ZeroVolumeBars { get; init; }

    /// <summary>Candles missing inside all gaps.</summary>
    public long MissingCandles
    {
        get
        {
            long missing = 0;
            foreach (CandleGap gap in Gaps)
            {
                missing += gap.Missing;
            }

            return missing;
        }
    }

    /// <summary>Share of the candles between the first and the last that are there, from 0 to 1.</summary>
    public double Coverage => Candles == 0 ? 0 : (double)Candles / (Candles + MissingCandles);
}

/// <summary>Candles of one symbol and timeframe with what was found on the way.</summary>
public sealed record LoadedCandles(CandleSeries Series, QualityReport Quality);
