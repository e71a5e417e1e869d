using System.Globalization;
using Neurotrade.Core.Adapters.Binance.Messages;

namespace Neurotrade.Core.Adapters.Binance.Rest;

/// <summary>
/// Keeps our calls inside the exchange's limits: its fixed windows mirrored here, corrected by what its headers say, with a
/// part left free. After 429 and 418 nothing goes out until the time that the exchange named. Any thread may ask.
/// </summary>
public sealed class UsageLimiter
{
    private const string Weight = "REQUEST_WEIGHT";
    private const string Requests = "RAW_REQUESTS";
    private const string Orders = "ORDERS";
    private const string WeightHeader = "X-MBX-USED-WEIGHT-";
    private const string OrderHeader = "X-MBX-ORDER-COUNT-";

    // A window is believed to have begun a little after it should have: the exchange's clock is not known better.
    private const long GuardMillis = 250;

    private static readonly TimeSpan LongestHold = TimeSpan.FromDays(4);

    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly ServerTime server;
    private readonly double share;
    private readonly List<UsageWindow> windows = [];
    private long weightInFlight;
    private long requestsInFlight;
    private long heldFrom;
    private TimeSpan heldFor;

    /// <param name="time">The clock.</param>
    /// <param name="server">The exchange's clock.</param>
    /// <param name="share">How much of each limit is used, 0 to 1; the rest is for others behind the same address.</param>
    public UsageLimiter(TimeProvider time, ServerTime server, double share = 0.9)
    {
        Market.Guard.That(share is > 0 and <= 1);
        (this.time, this.server, this.share) = (time, server, share);
        // What holds until the exchange's own limits are read.
        SetLimits([new RateLimit(Weight, "MINUTE", 1, 6_000), new RateLimit(Requests, "MINUTE", 5, 61_000)]);
    }

    /// <summary>Whether this address is banned.</summary>
    public bool IsBanned { get; private set; }

    /// <summary>Takes the limits that the exchange's information tells.</summary>
    public void SetLimits(IEnumerable<RateLimit> limits)
    {
        lock (gate)
        {
            foreach (RateLimit limit in limits)
            {
                if (MillisOf(limit.Interval) is { } unit && limit.IntervalNum > 0 && limit.Limit > 0)
                {
                    Window(limit.RateLimitType, unit * limit.IntervalNum).Most = Math.Max(1, (long)(limit.Limit * share));
                }
            }
        }
    }

    /// <summary>Zero: the call is counted and may go; <see cref="Return"/> must follow. Else how long to wait before asking again.</summary>
    /// <param name="weight">The call's weight, not below 0.</param>
    /// <param name="orders">How many orders it places.</param>
    public TimeSpan Reserve(int weight, int orders = 0)
    {
        lock (gate)
        {
            TimeSpan held = HeldFor();
            if (held > TimeSpan.Zero)
            {
                return held;
            }

            long now = SafeNow();
            long wait = windows.Max(window => window.WaitFor(AmountOf(window, weight, orders), now, InFlight(window)));
            if (wait > 0)
            {
                return TimeSpan.FromMilliseconds(wait);
            }

            foreach (UsageWindow window in windows)
            {
                window.Take(AmountOf(window, weight, orders));
            }

            weightInFlight += weight;
            requestsInFlight++;
            return TimeSpan.Zero;
        }
    }

    /// <summary>A call that was reserved is over, with an answer or without.</summary>
    public void Return(int weight)
    {
        lock (gate)
        {
            weightInFlight -= weight;
            requestsInFlight--;
        }
    }

    /// <summary>How long nothing may go out; zero when it may.</summary>
    public TimeSpan Held
    {
        get
        {
            lock (gate)
            {
                return HeldFor();
            }
        }
    }

    /// <summary>Takes the counts in an answer's headers: <c>X-MBX-USED-WEIGHT-1M</c>, <c>X-MBX-ORDER-COUNT-10S</c> and the like.</summary>
    /// <param name="headers">Names and values.</param>
    /// <param name="sentMillis">When the request was sent, by the exchange's clock.</param>
    public void Observe(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers, long sentMillis)
    {
        lock (gate)
        {
            long now = SafeNow();
            foreach ((string name, IEnumerable<string> values) in headers)
            {
                string? kind = name.StartsWith(WeightHeader, StringComparison.OrdinalIgnoreCase) ? Weight
                    : name.StartsWith(OrderHeader, StringComparison.OrdinalIgnoreCase) ? Orders : null;
                if (kind is not null && LengthOf(name[(name.LastIndexOf('-') + 1)..]) is { } length
                    && long.TryParse(values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out long count)
                    && windows.Find(one => one.Kind == kind && one.LengthMillis == length) is { } window)
                {
                    window.Observe(count, sentMillis - GuardMillis, now, InFlight(window));
                }
            }
        }
    }

    /// <summary>Nothing goes out for so long; a shorter time never cuts a longer one off.</summary>
    public void Hold(TimeSpan span, bool isBan)
    {
        lock (gate)
        {
            TimeSpan most = span > LongestHold ? LongestHold : span;
            if (most > HeldFor())
            {
                (heldFrom, heldFor) = (time.GetTimestamp(), most);
            }

            IsBanned |= isBan;
        }
    }

    private TimeSpan HeldFor()
    {
        TimeSpan left = heldFor - time.GetElapsedTime(heldFrom);
        if (left <= TimeSpan.Zero)
        {
            (heldFor, IsBanned) = (TimeSpan.Zero, false);
            return TimeSpan.Zero;
        }

        return left;
    }

    private long SafeNow() => server.NowMillis - GuardMillis - (server.UncertaintyMillis ?? 0);

    private UsageWindow Window(string kind, long length)
    {
        UsageWindow? found = windows.Find(window => window.Kind == kind && window.LengthMillis == length);
        if (found is null)
        {
            found = new UsageWindow(kind, length, long.MaxValue);
            windows.Add(found);
        }

        return found;
    }

    private long InFlight(UsageWindow window) => window.Kind switch
    {
        Weight => weightInFlight,
        Requests => requestsInFlight,
        _ => 0,
    };

    private static long AmountOf(UsageWindow window, int weight, int orders) => window.Kind switch
    {
        Weight => weight,
        Requests => 1,
        Orders => orders,
        _ => 0,
    };

    private static long? MillisOf(string interval) => interval switch
    {
        "SECOND" => 1000,
        "MINUTE" => 60_000,
        "HOUR" => 3_600_000,
        "DAY" => Market.Instant.MillisPerDay,
        _ => null,
    };

    // "1M", "10S", "1D": a number and the first letter of the interval.
    private static long? LengthOf(string text)
    {
        long? unit = text.Length < 2 ? null : char.ToUpperInvariant(text[^1]) switch
        {
            'S' => 1000,
            'M' => 60_000,
            'H' => 3_600_000,
            'D' => Market.Instant.MillisPerDay,
            _ => null,
        };
        return unit is { } millis && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            ? millis * count
            : null;
    }
}
