using System.Collections.Concurrent;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Web.Dashboard.Jobs;

/// <summary>What pages know of jobs: they ask for one, watch it and cancel it; the work is done elsewhere.</summary>
internal sealed class JobQueue(JobStore store, TimeProvider clock) : IDisposable
{
    /// <summary>More waiting jobs than this are refused.</summary>
    public const int MostQueued = 50;

    private readonly ChangeSignal changes = new(clock);
    private readonly SemaphoreSlim arrived = new(0);
    private readonly ConcurrentDictionary<long, Running> running = new();
    private readonly Lock gate = new();

    /// <summary>Active jobs, oldest first, then ended ones, newest first.</summary>
    public IReadOnlyList<Job> List() => [.. store.List().Select(job =>
        running.TryGetValue(job.Id, out Running? now) ? job with { Share = now.Share } : job)];

    /// <summary>One job; null where there is none of that number.</summary>
    public Job? Find(long id) => store.Find(id) is { } job
        ? running.TryGetValue(id, out Running? now) ? job with { Share = now.Share } : job
        : null;

    /// <summary>Tells of changes, progress too, at most ten times a second.</summary>
    public IDisposable Subscribe(Action changed) => changes.Subscribe(changed);

    /// <summary>Queues a backtest; a job that is there already where it asks for the same.</summary>
    public Job Ask(string strategyName, string strategyText, RunOrigin origin)
    {
        Job job;
        lock (gate)
        {
            // The same once more is no new job, so it is not refused either.
            if (store.FindSame(strategyText, origin) is { } same)
            {
                return same;
            }

            if (store.CountQueued() >= MostQueued)
            {
                throw new InputException(new Problem(
                    "queue", 0, 0, $"{MostQueued} backtests wait already; let some finish, or cancel them"));
            }

            job = store.Add($"{strategyName} on {NameOf(origin)}", strategyName, strategyText, origin);
        }

        arrived.Release();
        changes.Raise();
        return job;
    }

    /// <summary>Queues once more what a job asked for, with the strategy as it was then.</summary>
    public Job AskAgain(Job job) => store.TextOf(job.Id) is { } text
        ? Ask(job.StrategyName, text, job.Origin)
        : throw new InputException(new Problem("queue", 0, 0, $"{job.Title} is not kept any more; ask for it anew"));

    /// <summary>Ends a job that waits or runs; nothing happens to one that has ended.</summary>
    public void Cancel(long id)
    {
        if (running.TryGetValue(id, out Running? now))
        {
            now.Cancel.Cancel();
        }
        else
        {
            store.End(id, JobState.Cancelled, null, null);
        }

        changes.Raise();
    }

    /// <summary>Waits for the next job, for whoever does the work.</summary>
    public async Task<(Job Job, CancellationToken Cancel, IProgress<double> Progress)> TakeAsync(CancellationToken stopping)
    {
        while (true)
        {
            if (store.Take() is { } job)
            {
                Running now = running[job.Id] = new Running(CancellationTokenSource.CreateLinkedTokenSource(stopping), changes);
                changes.Raise();
                return (job, now.Cancel.Token, now);
            }

            await arrived.WaitAsync(stopping);
        }
    }

    /// <summary>Marks a job that was taken as ended.</summary>
    public void End(long id, JobState state, string? runId = null, string? message = null)
    {
        store.End(id, state, runId, message);
        if (running.TryRemove(id, out Running? now))
        {
            now.Cancel.Dispose();
        }

        changes.Raise();
    }

    public void Dispose()
    {
        changes.Dispose();
        arrived.Dispose();
    }

    private static string NameOf(RunOrigin origin) => origin.Sources.Length != 1
        ? $"{origin.Sources.Length} series"
        : origin.Sources[0] is var source && StoreAddress.TryParse(source, out StoreAddress address)
            ? $"{address.Exchange} {address.Symbol} {address.Timeframe}"
            : Path.GetFileName(source);

    private sealed class Running(CancellationTokenSource cancel, ChangeSignal changes) : IProgress<double>
    {
        private double share;

        public CancellationTokenSource Cancel { get; } = cancel;

        public double Share => Volatile.Read(ref share);

        public void Report(double value)
        {
            Volatile.Write(ref share, value);
            changes.Raise();
        }
    }
}
