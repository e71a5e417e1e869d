using Neurotrade.Web.Dashboard;

namespace Neurotrade.Tests.Dashboard;

public sealed class ChangeSignalTests : IDisposable
{
    private readonly ManualClock clock = new(DateTimeOffset.UnixEpoch);
    private readonly ChangeSignal signal;
    private readonly List<TimeSpan> told = [];
    private int value;
    private int seen;

    public ChangeSignalTests()
    {
        signal = new ChangeSignal(clock);
        signal.Subscribe(() =>
        {
            told.Add(new TimeSpan(clock.GetTimestamp()));
            seen = value;
        });
    }

    public void Dispose() => signal.Dispose();

    [Fact]
    public void Raise_OnceAfterRest_IsToldAtOnce()
    {
        Change();
        clock.Advance(TimeSpan.Zero);

        Assert.Equal([TimeSpan.Zero], told);
    }

    // Issue 3: a burst of changes repaints at most ten times a second, and the last of them is seen.
    [Fact]
    public void Raise_TenThousandTimesInASecond_IsToldTenTimesAndOfTheLast()
    {
        for (int i = 0; i < 10_000; i++)
        {
            Change();
            clock.Advance(TimeSpan.FromMicroseconds(100));
        }

        Assert.InRange(told.Count, 9, 11);
        Assert.All(told.Zip(told.Skip(1)), pair => Assert.True(pair.Second - pair.First >= ChangeSignal.Pace, $"{pair}"));
        clock.Advance(ChangeSignal.Pace);
        Assert.Equal(10_000, seen);
    }

    [Fact]
    public void Raise_WhenNothingChangesAnyMore_IsToldNoMore()
    {
        Change();
        Change();
        clock.Advance(TimeSpan.FromHours(1));

        Assert.Single(told);
    }

    [Fact]
    public void Subscription_Ended_IsToldNothing()
    {
        int others = 0;
        IDisposable other = signal.Subscribe(() => others++);
        other.Dispose();

        Change();
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(0, others);
        Assert.Single(told);
    }

    private void Change()
    {
        value++;
        signal.Raise();
    }
}
