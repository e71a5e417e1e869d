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

    /// <summary>What this process is making now; null when it rests.</summary>
    public RunInProgress? InProgress { get; private set; }

    /// <summary>Tells the pages that something in the list is new.</summary>
    public void Announce()
    {
        lock (gate)
        {
            runs = null;
        }

        Tell();
    }

    /// <summary>Tells the pages how far a run is, or that there is none any more.</summary>
    public void Announce(RunInProgress? now)
    {
        InProgress = now;
        Tell();
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

    private void Tell()
    {
        foreach (Action changed in subscribers)
        {
            changed();
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

/// <summary>A run that is being made.</summary>
/// <param name="What">In words.</param>
/// <param name="Share">How much of it is done, from 0 to 1.</param>
internal sealed record RunInProgress(string What, double Share);
