namespace Neurotrade.Tests.Dashboard.Imports;

/// <summary>A clock that a test moves; timers fire while it does.</summary>
internal sealed class HandClock : TimeProvider
{
    private readonly List<HandTimer> timers = [];
    private TimeSpan now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => now.Ticks;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(() => callback(state));
        timer.Change(dueTime, period);
        timers.Add(timer);
        return timer;
    }

    /// <summary>Lets time go by, a second after the other.</summary>
    public void Advance(TimeSpan by)
    {
        for (TimeSpan end = now + by; now < end;)
        {
            now += TimeSpan.FromSeconds(1);
            timers.ForEach(timer => timer.Pass(TimeSpan.FromSeconds(1)));
        }
    }

    private sealed class HandTimer(Action fire) : ITimer
    {
        private TimeSpan left = Timeout.InfiniteTimeSpan;
        private TimeSpan period = Timeout.InfiniteTimeSpan;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            (left, this.period) = (dueTime, period);
            return true;
        }

        public void Pass(TimeSpan by)
        {
            if (left == Timeout.InfiniteTimeSpan || (left -= by) > TimeSpan.Zero)
            {
                return;
            }

            left = period;
            fire();
        }

        public void Dispose() => left = Timeout.InfiniteTimeSpan;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
