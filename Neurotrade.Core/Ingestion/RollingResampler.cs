using Neurotrade.Core.Market;

namespace Neurotrade.Core.Ingestion;

/// <summary>
/// Builds candles of a longer timeframe one base candle at a time; equal to <see cref="Resampler"/> to the last bit.
/// A bucket closes with its last base candle, or when a candle of a later bucket arrives; a first bucket in which the
/// candles start late is dropped (contracts 2).
/// </summary>
public sealed class RollingResampler
{
    private readonly Candle[] closed = new Candle[2];
    private readonly int perBucket;
    private readonly Timeframe baseTimeframe;
    private Bucket bucket;
    private bool isBuilding;
    private bool isFirst = true;

    /// <summary>The base timeframe must divide the longer one (<see cref="Timeframe.Divides"/>).</summary>
    public RollingResampler(Timeframe baseTimeframe, Timeframe longer)
    {
        Guard.That(baseTimeframe.Divides(longer));
        (this.baseTimeframe, Timeframe) = (baseTimeframe, longer);
        perBucket = (int)(longer.Millis / baseTimeframe.Millis);
    }

    /// <summary>The timeframe of the candles that come out.</summary>
    public Timeframe Timeframe { get; }

    /// <summary>How many of the candles that came out lacked base candles.</summary>
    public int IncompleteBuckets { get; private set; }

    /// <summary>
    /// Takes the next base candle; gives the longer candles that it closed, in order: none, one, or two, where it ends
    /// the bucket before its own by coming late and its own by being its last. The span holds until the next call.
    /// </summary>
    public ReadOnlySpan<Candle> Update(in Candle candle)
    {
        int count = 0;
        long bucketMillis = Timeframe.Floor(candle.OpenMillis);
        if (isBuilding && bucketMillis == bucket.OpenMillis)
        {
            bucket.Add(candle);
        }
        else
        {
            if (isBuilding)
            {
                Guard.That(bucketMillis > bucket.OpenMillis);
                Close(ref count);
            }

            bucket = Bucket.Start(bucketMillis, candle);
            isBuilding = true;
        }

        if (candle.OpenMillis + baseTimeframe.Millis == bucketMillis + Timeframe.Millis)
        {
            Close(ref count);
        }

        return closed.AsSpan(0, count);
    }

    private void Close(ref int count)
    {
        bool isDropped = isFirst && !bucket.StartsOnTime;
        isFirst = false;
        isBuilding = false;
        if (!isDropped)
        {
            IncompleteBuckets += bucket.BaseCandles < perBucket ? 1 : 0;
            closed[count++] = bucket.ToCandle();
        }
    }
}
