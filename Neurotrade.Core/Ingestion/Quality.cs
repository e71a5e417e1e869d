using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Ingestion;

/// <summary>What a series itself tells about its quality, wherever it came from.</summary>
public static class Quality
{
    /// <summary>The stretches in which candles are missing, in order of time.</summary>
    public static ImmutableArray<CandleGap> Gaps(CandleSeries series)
    {
        ReadOnlySpan<long> times = series.Times;
        long step = series.Timeframe.Millis;
        ImmutableArray<CandleGap>.Builder gaps = ImmutableArray.CreateBuilder<CandleGap>();
        for (int i = 1; i < times.Length; i++)
        {
            long apart = times[i] - times[i - 1];
            if (apart != step)
            {
                gaps.Add(new CandleGap(times[i - 1], times[i], (apart / step) - 1));
            }
        }

        return gaps.ToImmutable();
    }

    /// <summary>Candles in which nothing was traded.</summary>
    public static long ZeroVolumeBars(CandleSeries series)
    {
        long count = 0;
        foreach (double volume in series.Volumes)
        {
            count += volume == 0 ? 1 : 0;
        }

        return count;
    }

    /// <summary>The report of a series that is known to be valid, such as one from the store.</summary>
    public static QualityReport Of(CandleSeries series) => series.Count == 0 ? new QualityReport() : new QualityReport
    {
        Rows = series.Count,
        Candles = series.Count,
        First = new Instant(series.Times[0]),
        Last = new Instant(series.Times[^1]),
        Gaps = Gaps(series),
        ZeroVolumeBars = ZeroVolumeBars(series),
    };
}
