using Neurotrade.Core.Market;

namespace Neurotrade.Core.Ingestion;

/// <summary>A series of a longer timeframe, and how it lies over its base.</summary>
/// <param name="Candles">The closed candles of the longer timeframe.</param>
/// <param name="ClosedAt">
/// For each of them the index of the base candle with whose close it became known (rising; two may share one).
/// </param>
/// <param name="IncompleteBuckets">How many of them lack base candles.</param>
public sealed record ResampledCandles(CandleSeries Candles, ReadOnlyMemory<int> ClosedAt, int IncompleteBuckets);

/// <summary>
/// Candles of a longer timeframe from base candles: buckets aligned to UTC midnight, weeks to Monday; first open, highest
/// high, lowest low, last close, sum of volume (contracts 2).
/// </summary>
public static class Resampler
{
    /// <summary>
    /// All buckets that close within the series. A first bucket in which the series starts late and a last one that is
    /// not finished are dropped; buckets that lack base candles stand and are counted. The base must divide the longer.
    /// </summary>
    public static ResampledCandles Resample(CandleSeries candles, Timeframe longer)
    {
        Timeframe shorter = candles.Timeframe;
        Guard.That(shorter.Divides(longer));
        int most = MostBuckets(candles, longer);
        long[] times = new long[most];
        double[][] columns = [new double[most], new double[most], new double[most], new double[most], new double[most]];
        int[] closedAt = new int[most];
        RollingResampler rolling = new(shorter, longer);
        int made = 0;
        CandleColumns from = candles.Columns;
        for (int i = 0; i < from.Count; i++)
        {
            Candle candle = new(
                from.Times[i], from.Opens[i], from.Highs[i], from.Lows[i], from.Closes[i], from.Volumes[i]);
            foreach (Candle closed in rolling.Update(candle))
            {
                times[made] = closed.OpenMillis;
                (columns[0][made], columns[1][made], columns[2][made]) = (closed.Open, closed.High, closed.Low);
                (columns[3][made], columns[4][made]) = (closed.Close, closed.Volume);
                closedAt[made++] = i;
            }
        }

        CandleSeries series = new CandleSeries(
            candles.Symbol, longer, times, columns[0], columns[1], columns[2], columns[3], columns[4]).Slice(0, made);
        return new ResampledCandles(series, closedAt.AsMemory(0, made), rolling.IncompleteBuckets);
    }

    // Never more buckets than base candles, nor than fit between the first and the last.
    private static int MostBuckets(CandleSeries candles, Timeframe longer)
    {
        if (candles.Count == 0)
        {
            return 0;
        }

        long span = longer.Floor(candles.Times[^1]) - longer.Floor(candles.Times[0]);
        return (int)Math.Min(candles.Count, (span / longer.Millis) + 1);
    }
}
