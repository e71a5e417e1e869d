using System.Collections.Immutable;

namespace Neurotrade.Web.Dashboard;

/// <summary>Word of a change: however many come in a burst, subscribers are told at most ten times a second.</summary>
internal sealed class ChangeSignal : IDisposable
{
    /// <summary>The shortest time between two tellings.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private readonly ITimer timer;
    private ImmutableList<Action> subscribers = [];
    private bool isPending;
    private bool isResting;

    public ChangeSignal(TimeProvider clock) =>
        timer = clock.CreateTimer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>Calls back after changes, on a thread of the pool; dispose to end it.</summary>
    public IDisposable Subscribe(Action changed)
    {
        ImmutableInterlocked.Update(ref subscribers, list => list.Add(changed));
        return new Subscription(() => ImmutableInterlocked.Update(ref subscribers, list => list.Remove(changed)));
    }

    /// <summary>Something has changed.</summary>
    public void Raise()
    {
        lock (gate)
        {
            isPending = true;
            if (!isResting)
            {
                isResting = true;
                timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            }
        }
    }

    public void Dispose() => timer.Dispose();

    private void Tick()
    {
        lock (gate)
        {
            if (!isPending)
            {
                isResting = false;
                return;
            }

            isPending = false;
            timer.Change(Pace, Timeout.InfiniteTimeSpan);
        }

        foreach (Action changed in subscribers)
        {
            changed();
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
