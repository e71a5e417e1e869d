using System.Globalization;
using Neurotrade.Core.Adapters.Binance.Messages;
using Neurotrade.Core.Adapters.Binance.Rest;

namespace Neurotrade.Tests.Adapters.Binance.Rest;

/// <summary>Promise P10: our own load never earns a 429, and after one nothing goes out too early.</summary>
public sealed class UsageLimiterTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 180)]
    [InlineData(3, -180)]
    public void Reserve_OverADayOfFiftyPairs_NeverExceedsAWindow(int seed, int skewMillis)
    {
        Random random = new(seed);
        ManualClock clock = new(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        ServerTime server = new(clock);
        UsageLimiter limiter = new(clock, server, share: 1);
        limiter.SetLimits([new RateLimit("REQUEST_WEIGHT", "MINUTE", 1, 1_200), new RateLimit("RAW_REQUESTS", "MINUTE", 5, 3_000)]);
        Venue venue = new(1_200, 3_000);
        int sent = 0;
        for (int minute = 0; minute < 24 * 60; minute++)
        {
            for (int pair = 0; pair < 50; pair++)
            {
                int weight = pair % 10 == 0 ? 50 : 20;
                while (limiter.Reserve(weight) is { Ticks: > 0 } wait)
                {
                    clock.Advance(wait);
                }

                // The exchange's clock is off by as much as the guard allows, and each way takes its time.
                long sentMillis = server.NowMillis;
                clock.Advance(TimeSpan.FromMilliseconds(random.Next(1, 60)));
                long used = venue.Take(weight, clock.GetUtcNow().ToUnixTimeMilliseconds() + skewMillis);
                limiter.Observe(Header("X-MBX-USED-WEIGHT-1M", used), sentMillis);
                limiter.Return(weight);
                sent++;
            }
        }

        Assert.Equal(0, venue.Refused);
        Assert.Equal(72_000, sent);
        Assert.True(venue.Fullest > 0.9, $"the limit is used to {venue.Fullest:P0}");
    }

    [Fact]
    public void Reserve_OfManyAtOnce_CountsWhatIsUnderWay()
    {
        (ManualClock clock, UsageLimiter limiter) = New();
        limiter.SetLimits([new RateLimit("REQUEST_WEIGHT", "MINUTE", 1, 100)]);

        Assert.Equal(2, Enumerable.Range(0, 5).Count(_ => limiter.Reserve(50) == TimeSpan.Zero));

        // Still under way when the next minute begins: they may be counted in it.
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotEqual(TimeSpan.Zero, limiter.Reserve(50));
        limiter.Return(50);
        limiter.Return(50);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.Zero, limiter.Reserve(50));
    }

    [Fact]
    public void Reserve_WhenOthersUseTheSameAddress_BelievesTheHeader()
    {
        (ManualClock clock, UsageLimiter limiter) = New();
        limiter.SetLimits([new RateLimit("REQUEST_WEIGHT", "MINUTE", 1, 100)]);
        limiter.Reserve(10);
        limiter.Return(10);

        limiter.Observe(Header("x-mbx-used-weight-1m", 95), clock.GetUtcNow().ToUnixTimeMilliseconds());

        Assert.NotEqual(TimeSpan.Zero, limiter.Reserve(10));
        Assert.Equal(TimeSpan.Zero, limiter.Reserve(5));
    }

    [Fact]
    public void Reserve_OfOrders_CountsThemByWindow()
    {
        (ManualClock clock, UsageLimiter limiter) = New();
        limiter.SetLimits([new RateLimit("ORDERS", "SECOND", 10, 2), new RateLimit("ORDERS", "DAY", 1, 100)]);
        limiter.Observe(Header("X-MBX-ORDER-COUNT-10S", 1), clock.GetUtcNow().ToUnixTimeMilliseconds());

        Assert.Equal(TimeSpan.Zero, limiter.Reserve(1, orders: 1));
        Assert.InRange(limiter.Reserve(1, orders: 1).TotalSeconds, 5, 6);
        Assert.Equal(TimeSpan.Zero, limiter.Reserve(1));
    }

    [Fact]
    public void Hold_OfAShorterTime_DoesNotCutTheLongerOff()
    {
        (ManualClock clock, UsageLimiter limiter) = New();
        limiter.Hold(TimeSpan.FromSeconds(100), isBan: true);
        limiter.Hold(TimeSpan.FromSeconds(5), isBan: false);
        clock.Advance(TimeSpan.FromSeconds(99));

        Assert.Equal((TimeSpan.FromSeconds(1), true), (limiter.Reserve(1), limiter.IsBanned));

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((TimeSpan.Zero, false), (limiter.Reserve(1), limiter.IsBanned));
    }

    private static (ManualClock Clock, UsageLimiter Limiter) New()
    {
        ManualClock clock = new(new DateTimeOffset(2026, 3, 1, 0, 0, 5, TimeSpan.Zero));
        return (clock, new UsageLimiter(clock, new ServerTime(clock), share: 1));
    }

    private static KeyValuePair<string, IEnumerable<string>>[] Header(string name, long value) =>
        [new(name, [value.ToString(CultureInfo.InvariantCulture)])];

    /// <summary>The exchange's own fixed windows.</summary>
    private sealed class Venue(long mostWeight, long mostRequests)
    {
        private readonly Dictionary<long, long> weights = [];
        private readonly Dictionary<long, long> requests = [];

        public int Refused { get; private set; }

        public double Fullest { get; private set; }

        public long Take(int weight, long millis)
        {
            long used = Add(weights, millis / 60_000, weight);
            long count = Add(requests, millis / 300_000, 1);
            Refused += used > mostWeight || count > mostRequests ? 1 : 0;
            Fullest = Math.Max(Fullest, (double)used / mostWeight);
            return used;
        }

        private static long Add(Dictionary<long, long> windows, long index, long amount) =>
            windows[index] = windows.GetValueOrDefault(index) + amount;
    }
}
