using System.Collections.Immutable;
using System.Globalization;
using Neurotrade.Core.Market;
using Neurotrade.Web.Dashboard.History;
using Neurotrade.Web.Dashboard.Jobs;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Dashboard.Optimising;

/// <summary>
/// Sweeps that wait, run and have ended. They belong to the server: whoever leaves the page finds them again, and one that
/// a restart has cut off goes on from the rows that it had.
/// </summary>
internal sealed class SweepQueue(SweepStore store, TimeProvider clock) : IDisposable
{
    /// <summary>More waiting sweeps than this are refused.</summary>
    public const int MostQueued = 20;

    /// <summary>Sweeps kept; the oldest that has ended makes room.</summary>
    public const int MostKept = 200;

    private readonly ChangeSignal changes = new(clock);
    private readonly SemaphoreSlim arrived = new(0);
    private readonly Lock gate = new();
    private readonly Dictionary<string, SweepLive> running = new(StringComparer.Ordinal);
    private readonly RunBin bin = new(store.Folder);
    private ImmutableSortedDictionary<string, KeptSweep> all = ImmutableSortedDictionary.Create<string, KeptSweep>(StringComparer.Ordinal);

    /// <summary>Active ones, oldest first, then ended ones, newest first.</summary>
    public IReadOnlyList<KeptSweep> List()
    {
        lock (gate)
        {
            KeptSweep[] shown = [.. all.Values.Select(Shown)];
            return [.. shown.Where(one => one.IsActive), .. shown.Where(one => !one.IsActive).Reverse()];
        }
    }

    /// <summary>One of them; null where there is none of that id.</summary>
    public KeptSweep? Find(string id)
    {
        lock (gate)
        {
            return all.TryGetValue(id, out KeptSweep? found) ? Shown(found) : null;
        }
    }

    /// <summary>Deleted ones that can be had back, the last first.</summary>
    public IReadOnlyList<BinnedRuns> Bin() => bin.List();

    /// <summary>Tells of changes, progress too, at most ten times a second.</summary>
    public IDisposable Subscribe(Action changed) => changes.Subscribe(changed);

    /// <summary>Takes up what an earlier server left: what waited waits again, and what ran too.</summary>
    public void Resume()
    {
        lock (gate)
        {
            Look();
            foreach (KeptSweep cut in all.Values.Where(one => one.Status.State == JobState.Running).ToArray())
            {
                Put(cut with { Status = cut.Status with { State = JobState.Queued, StartedMillis = null } });
            }

            arrived.Release(Math.Max(1, all.Values.Count(one => one.IsActive)));
        }
    }

    /// <summary>
    /// Queues a sweep; one that is there already where it asks for the same. <see cref="InputException"/> where too many wait.
    /// </summary>
    public KeptSweep Ask(AskedSweep wish)
    {
        KeptSweep kept;
        lock (gate)
        {
            if (all.Values.FirstOrDefault(one => one.IsActive && one.Asked.IsSame(wish)) is { } same)
            {
                return Shown(same);
            }

            RefuseWhereFull();
            foreach (KeptSweep old in all.Values.Where(one => !one.IsActive).Take(all.Count + 1 - MostKept).ToArray())
            {
                bin.Put(old.Id, BinReason.Quota, clock.GetUtcNow());
                all = all.Remove(old.Id);
            }

            AskedSweep asked = wish with { Id = FreeId(wish), AskedMillis = Now };
            kept = new KeptSweep(asked, new SweepStatus { State = JobState.Queued });
            store.Add(asked, kept.Status);
            all = all.Add(asked.Id, kept);
        }

        Tell();
        return kept;
    }

    /// <summary>Ends a sweep that waits or runs; its rows are kept, so that it can go on.</summary>
    public void Cancel(string id)
    {
        lock (gate)
        {
            if (running.TryGetValue(id, out SweepLive? live))
            {
                live.Cancel.Cancel();
            }
            else if (all.TryGetValue(id, out KeptSweep? waiting) && waiting.IsActive)
            {
                Put(waiting with { Status = waiting.Status with { State = JobState.Cancelled, EndedMillis = Now } });
            }
        }

        changes.Raise();
    }

    /// <summary>Queues once more what ended without a table; the rows that it has count.</summary>
    public void GoOn(string id)
    {
        lock (gate)
        {
            if (!all.TryGetValue(id, out KeptSweep? ended) || ended.IsActive || ended.IsDone)
            {
                return;
            }

            RefuseWhereFull();
            Put(ended with { Status = new SweepStatus { State = JobState.Queued } });
        }

        Tell();
    }

    /// <summary>Deletes a sweep that has ended; it can be had back for a while.</summary>
    public void Delete(string id)
    {
        lock (gate)
        {
            if (all.TryGetValue(id, out KeptSweep? ended) && !ended.IsActive)
            {
                bin.Put(id, BinReason.Person, clock.GetUtcNow());
                all = all.Remove(id);
            }
        }

        changes.Raise();
    }

    /// <summary>Has deleted sweeps back.</summary>
    public void Restore(BinnedRuns sweeps)
    {
        lock (gate)
        {
            bin.Restore(sweeps);
            Look();
        }

        changes.Raise();
    }

    /// <summary>Deletes for good what was deleted, or only what nobody has wanted back for long enough.</summary>
    public void EmptyBin(bool isOnlyOld = false)
    {
        if (bin.Empty(isOnlyOld ? clock.GetUtcNow() : null) > 0)
        {
            changes.Raise();
        }
    }

    /// <summary>Waits for the next sweep, for whoever does the work.</summary>
    public async Task<(AskedSweep Asked, SweepLive Live)> TakeAsync(CancellationToken stopping)
    {
        while (true)
        {
            lock (gate)
            {
                if (all.Values.FirstOrDefault(one => one.Status.State == JobState.Queued) is { } next)
                {
                    var live = new SweepLive(CancellationTokenSource.CreateLinkedTokenSource(stopping), changes.Raise);
                    running[next.Id] = live;
                    Put(next with { Status = new SweepStatus { State = JobState.Running, StartedMillis = Now } });
                    changes.Raise();
                    return (next.Asked, live);
                }
            }

            await arrived.WaitAsync(stopping);
        }
    }

    /// <summary>Marks a sweep that was taken as ended.</summary>
    public void End(string id, Func<SweepStatus, SweepStatus> change)
    {
        lock (gate)
        {
            KeptSweep was = all[id];
            SweepStatus status = was.Status with { EndedMillis = Now };
            if (running.Remove(id, out SweepLive? live))
            {
                if (live.Now is { } headway)
                {
                    status = status with { Tried = headway.Done, Best = headway.Best };
                }

                live.Cancel.Dispose();
            }

            Put(was with { Status = change(status) });
        }

        changes.Raise();
    }

    public void Dispose()
    {
        changes.Dispose();
        arrived.Dispose();
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private KeptSweep Shown(KeptSweep one) => running.TryGetValue(one.Id, out SweepLive? live) ? one with { Headway = live.Now } : one;

    private void Look() => all = all.SetItems(store.List()
        .Where(one => !all.ContainsKey(one.Asked.Id))
        .Select(one => KeyValuePair.Create(one.Asked.Id, new KeptSweep(one.Asked, one.Status))));

    private void Put(KeptSweep sweep)
    {
        store.Keep(sweep.Id, sweep.Status);
        all = all.SetItem(sweep.Id, sweep);
    }

    private void Tell()
    {
        arrived.Release();
        changes.Raise();
    }

    private void RefuseWhereFull()
    {
        if (all.Values.Count(one => one.Status.State == JobState.Queued) >= MostQueued)
        {
            throw new InputException(new Problem("queue", 0, 0, $"{MostQueued} sweeps wait already; let some finish, or cancel them"));
        }
    }

    private string FreeId(AskedSweep asked)
    {
        string time = clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture);
        string id = $"{time}-{StrategyVersions.HashOf(asked.StrategyText)[..8]}";
        for (int attempt = 2; all.ContainsKey(id) || Directory.Exists(store.PlaceOf(id)); attempt++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{time}-{StrategyVersions.HashOf(asked.StrategyText)[..8]}-{attempt}");
        }

        return id;
    }
}
