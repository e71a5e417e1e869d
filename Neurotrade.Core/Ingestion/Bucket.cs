using Neurotrade.Core.Market;

namespace Neurotrade.Core.Ingestion;

/// <summary>One candle of a longer timeframe while it is built from base candles (contracts 2).</summary>
internal struct Bucket
{
    private double open;
    private double high;
    private double low;
    private double close;
    private DecimalSum volume;

    /// <summary>Open time of the bucket, Unix milliseconds.</summary>
    public long OpenMillis { get; private set; }

    /// <summary>How many base candles went in.</summary>
    public int BaseCandles { get; private set; }

    /// <summary>Whether the bucket's first base candle opened with the bucket itself.</summary>
    public bool StartsOnTime { get; private set; }

    public static Bucket Start(long bucketMillis, in Candle first)
    {
        Bucket bucket = new()
        {
            OpenMillis = bucketMillis,
            BaseCandles = 1,
            StartsOnTime = first.OpenMillis == bucketMillis,
            open = first.Open,
            high = first.High,
            low = first.Low,
            close = first.Close,
        };
        bucket.volume.Add(first.Volume);
        return bucket;
    }

    public void Add(in Candle candle)
    {
        high = candle.High > high ? candle.High : high;
        low = candle.Low < low ? candle.Low : low;
        close = candle.Close;
        volume.Add(candle.Volume);
        BaseCandles++;
    }

    public readonly Candle ToCandle() => new(OpenMillis, open, high, low, close, volume.Value);
}
