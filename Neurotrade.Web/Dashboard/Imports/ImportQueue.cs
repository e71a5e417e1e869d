using System.Collections.Immutable;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Web.Dashboard.Imports;

/// <summary>
/// Files on their way into the candle store. They belong to the server: whoever leaves the page finds them again, and what
/// a restart has cut off is marked or goes on.
/// </summary>
internal sealed partial class ImportQueue : IDisposable
{
    private readonly ImportStore store;
    private readonly TimeProvider clock;
    private readonly ChangeSignal changes;
    private readonly SemaphoreSlim arrived = new(0);
    private readonly Lock gate = new();
    private readonly Dictionary<long, ImportWay> ways = [];
    private readonly ITimer sweeper;
    private ImmutableSortedDictionary<long, FileImport> all = ImmutableSortedDictionary<long, FileImport>.Empty;

    public ImportQueue(ImportStore store, TimeProvider clock)
    {
        (this.store, this.clock) = (store, clock);
        changes = new ChangeSignal(clock);
        sweeper = clock.CreateTimer(_ => Sweep(), null, Patience, Patience);
    }

    /// <summary>Those under way, oldest first, then ended ones, newest first.</summary>
    public IReadOnlyList<FileImport> List()
    {
        lock (gate)
        {
            FileImport[] shown =
            [
                .. all.Values.Select(one => ways.TryGetValue(one.Id, out ImportWay? way)
                    ? one with { Share = way.Share, Read = way.Read } : one),
            ];
            return [.. shown.Where(one => one.IsActive), .. shown.Where(one => !one.IsActive).Reverse()];
        }
    }

    /// <summary>One of them; null where there is none of that number.</summary>
    public FileImport? Find(long id)
    {
        lock (gate)
        {
            return all.GetValueOrDefault(id);
        }
    }

    /// <summary>Tells of changes, progress too, at most ten times a second.</summary>
    public IDisposable Subscribe(Action changed) => changes.Subscribe(changed);

    /// <summary>Takes up what an earlier server left: what is whole goes on, what is not is marked and removed.</summary>
    public void Resume()
    {
        lock (gate)
        {
            foreach (FileImport one in store.List())
            {
                bool isWhole = one.State is ImportState.Waiting or ImportState.Asking or ImportState.Reading && store.IsWhole(one);
                all = all.SetItem(one.Id, one);
                if (one.IsActive)
                {
                    ImportState goesOn = one.State == ImportState.Asking ? one.State : ImportState.Waiting;
                    Put(isWhole ? one with { State = goesOn } : Ended(one, ImportState.Interrupted, FileFault.OfAll(CutOff)));
                }
            }

            store.RemoveAllBut(all.Values.Where(one => one.IsActive).Select(one => one.Id));
            arrived.Release(Math.Max(1, all.Values.Count(one => one.IsActive)));
        }
    }

    /// <summary>Stops a file wherever it is; nothing happens to one that has ended.</summary>
    public void Cancel(long id)
    {
        lock (gate)
        {
            if (ways.TryGetValue(id, out ImportWay? way))
            {
                way.Cancel.Cancel();
            }
            else if (all.TryGetValue(id, out FileImport? import) && import.IsActive)
            {
                store.Remove(id);
                senders.Remove(id);
                Put(Ended(import, ImportState.Cancelled));
            }
        }
    }

    /// <summary>Forgets those that have ended; their candles stay.</summary>
    public void Clear()
    {
        lock (gate)
        {
            foreach (FileImport one in all.Values.Where(one => !one.IsActive))
            {
                Forget(one.Id);
            }
        }

        changes.Raise();
    }

    /// <summary>Waits for the next file that has arrived, for whoever stores it.</summary>
    public async Task<(FileImport Import, string Path, CancellationToken Cancel, IProgress<ReadingProgress> Progress)> TakeAsync(
        CancellationToken stopping)
    {
        while (true)
        {
            lock (gate)
            {
                if (all.Values.FirstOrDefault(one => one.State == ImportState.Waiting) is { } next)
                {
                    ImportWay way = ways[next.Id] = new ImportWay(CancellationTokenSource.CreateLinkedTokenSource(stopping), changes);
                    Put(next with { State = ImportState.Reading });
                    return (next, store.FileOf(next), way.Cancel.Token, way);
                }
            }

            await arrived.WaitAsync(stopping);
        }
    }

    /// <summary>Marks where a file has come to, with what was stored or what was wrong.</summary>
    public void End(long id, ImportState state, ImportedSeries[]? series = null, FileFault[]? faults = null)
    {
        lock (gate)
        {
            if (ways.Remove(id, out ImportWay? way))
            {
                way.Cancel.Dispose();
            }

            FileImport import = all[id];
            if (state == ImportState.Waiting)
            {
                Put(import with { State = state });
                return;
            }

            store.Remove(id);
            Put(Ended(import, state, faults ?? []) with { Series = series ?? [] });
            foreach (FileImport old in all.Values.Where(one => !one.IsActive).Reverse().Skip(ImportStore.MostEnded).ToList())
            {
                Forget(old.Id);
            }
        }
    }

    /// <summary>Sets a file that was taken aside until <see cref="Answer"/> tells what it is.</summary>
    public void Ask(long id, FileQuestion question)
    {
        lock (gate)
        {
            if (ways.Remove(id, out ImportWay? way))
            {
                way.Cancel.Dispose();
            }

            Put(all[id] with { State = ImportState.Asking, Question = question });
        }
    }

    /// <summary>What a person tells of a file that asks; it is read again. Nothing happens to one that does not.</summary>
    public void Answer(long id, Symbol? symbol, Timeframe? timeframe)
    {
        lock (gate)
        {
            if (!all.TryGetValue(id, out FileImport? import) || import.State != ImportState.Asking)
            {
                return;
            }

            Put(import with
            {
                State = ImportState.Waiting,
                Question = null,
                Symbol = symbol?.ToString() ?? import.Symbol,
                Timeframe = timeframe?.ToString() ?? import.Timeframe,
            });
            arrived.Release();
        }
    }

    public void Dispose()
    {
        sweeper.Dispose();
        changes.Dispose();
        arrived.Dispose();
    }

    private void Forget(long id)
    {
        store.Forget(id);
        senders.Remove(id);
        all = all.Remove(id);
    }

    private void Put(FileImport import)
    {
        store.Keep(import);
        all = all.SetItem(import.Id, import);
        changes.Raise();
    }

    private FileImport Ended(FileImport import, ImportState state, params FileFault[] faults) =>
        import with { State = state, EndedMillis = Now, Faults = faults };

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
