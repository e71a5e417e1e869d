namespace Neurotrade.Core.Adapters.Binance.Rest;

/// <summary>
/// The exchange's clock as seen from here. Each look at it costs a round trip, and may be wrong by half of that: the quickest
/// of the last looks counts. Time then runs on by the monotonic clock, so that a step of the machine's own clock changes
/// nothing. Until the first look it is the machine's clock.
/// </summary>
public sealed class ServerTime(TimeProvider time)
{
    private const int MostLooks = 8;

    private static readonly TimeSpan LongestUse = TimeSpan.FromMinutes(30);

    private readonly Lock gate = new();
    private readonly List<Look> looks = [];

    /// <summary>Now, Unix milliseconds.</summary>
    public long NowMillis
    {
        get
        {
            lock (gate)
            {
                return Best() is { } look
                    ? look.Millis + (long)time.GetElapsedTime(look.Timestamp).TotalMilliseconds
                    : time.GetUtcNow().ToUnixTimeMilliseconds();
            }
        }
    }

    /// <summary>How far it may be off, milliseconds; null before the first look.</summary>
    public long? UncertaintyMillis
    {
        get
        {
            lock (gate)
            {
                return Best() is { } look ? (long)Math.Ceiling(look.RoundTrip.TotalMilliseconds / 2) : null;
            }
        }
    }

    /// <summary>How far the machine's clock is behind the exchange's, milliseconds; 0 before the first look.</summary>
    public long OffsetMillis => NowMillis - time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Takes a look: what the exchange said, and when it was asked by the monotonic clock; now is when it answered.</summary>
    public void Observe(long serverMillis, long sentTimestamp)
    {
        TimeSpan roundTrip = time.GetElapsedTime(sentTimestamp);
        lock (gate)
        {
            looks.Add(new Look(serverMillis + (long)(roundTrip.TotalMilliseconds / 2), time.GetTimestamp(), roundTrip));
            if (looks.Count > MostLooks)
            {
                looks.RemoveAt(0);
            }
        }
    }

    private Look? Best()
    {
        looks.RemoveAll(look => looks.Count > 1 && time.GetElapsedTime(look.Timestamp) > LongestUse);
        return looks.MinBy(look => look.RoundTrip);
    }

    private sealed record Look(long Millis, long Timestamp, TimeSpan RoundTrip);
}
