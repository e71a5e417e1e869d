using System.Collections.Immutable;

namespace Neurotrade.Web.Dashboard;

/// <summary>
/// The runs as the pages see them. Looks at the archive once a second, so that a run made in a terminal appears by
/// itself; pages subscribe and pull.
/// </summary>
internal sealed class RunList(RunArchive archive, TimeProvider clock, ILogger<RunList> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private ImmutableList<Action> subscribers = [];
    private ImmutableHashSet<string> known = [];
    private IReadOnlyList<PastRun>? runs;

    /// <summary>The newest runs, newest first.</summary>
    public IReadOnlyList<PastRun> Runs
    {
        get
        {
            lock (gate)
            {
                return runs ??= archive.List();
            }
        }
    }

    /// <summary>Calls back after each change, on a thread of the pool; dispose to end it.</summary>
    public IDisposable Subscribe(Action changed)
    {
        ImmutableInterlocked.Update(ref subscribers, list => list.Add(changed));
        return new Subscription(() => ImmutableInterlocked.Update(ref subscribers, list => list.Remove(changed)));
    }

    /// <summary>Tells the pages that something in the list is new.</summary>
    public void Announce()
    {
        lock (gate)
        {
            runs = null;
        }

        foreach (Action changed in subscribers)
        {
            changed();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        known = [.. archive.Ids()];
        using var timer = new PeriodicTimer(Pace, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Look();
        }
    }

    private void Look()
    {
        try
        {
            ImmutableHashSet<string> now = [.. archive.Ids()];
            if (!now.SetEquals(known))
            {
                known = now;
                Announce();
            }
        }
        catch (IOException unreadable)
        {
            log.LogWarning("The runs in {Folder} cannot be read: {Why}", archive.Folder, unreadable.Message);
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
