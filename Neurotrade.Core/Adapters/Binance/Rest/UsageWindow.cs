namespace Neurotrade.Core.Adapters.Binance.Rest;

/// <summary>One limit of the exchange, mirrored: so much in a window that begins at multiples of its length.</summary>
internal sealed class UsageWindow(string kind, long lengthMillis, long most)
{
    private long index = long.MinValue;
    private long used;

    public string Kind { get; } = kind;

    public long LengthMillis { get; } = lengthMillis;

    public long Most { get; set; } = most;

    /// <summary>How long until so much more fits, milliseconds; 0: it fits now.</summary>
    public long WaitFor(long amount, long nowMillis, long inFlight)
    {
        Enter(nowMillis, inFlight);
        // What is more than a whole window is let through alone: the exchange has to judge it.
        return used + amount <= Most || used == 0 ? 0 : ((index + 1) * LengthMillis) - nowMillis;
    }

    public void Take(long amount) => used += amount;

    /// <summary>Takes the exchange's own count for a request that was sent in this very window; what is under way comes on top.</summary>
    public void Observe(long count, long sentMillis, long nowMillis, long inFlight)
    {
        Enter(nowMillis, inFlight);
        if (Math.DivRem(sentMillis, LengthMillis).Quotient == index)
        {
            used = Math.Max(used, count + inFlight);
        }
    }

    // What is under way when a window begins may be counted in it.
    private void Enter(long nowMillis, long inFlight)
    {
        long current = Math.DivRem(nowMillis, LengthMillis).Quotient;
        if (current > index)
        {
            (index, used) = (current, inFlight);
        }
    }
}
