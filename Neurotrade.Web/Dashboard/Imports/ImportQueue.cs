using System.Collections.Immutable;
using System.Globalization;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Web.Dashboard.Imports;

/// <summary>
/// Files on their way into the candle store. They belong to the server: whoever leaves the page finds them again, and what
/// a restart has cut off is marked or goes on.
/// </summary>
internal sealed class ImportQueue : IDisposable
{
    /// <summary>Files that may be under way.</summary>
    public const int MostFiles = 200;

    /// <summary>A browser that has sent nothing of what it announced for so long has left.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const string CutOff = "It was cut off before all of it had arrived; nothing of it was stored. Choose it again.";

    private readonly ImportStore store;
    private readonly TimeProvider clock;
    private readonly ChangeSignal changes;
    private readonly SemaphoreSlim arrived = new(0);
    private readonly Lock gate = new();
    private readonly Dictionary<long, Way> ways = [];
    private readonly ITimer sweeper;
    private ImmutableSortedDictionary<long, FileImport> all = ImmutableSortedDictionary<long, FileImport>.Empty;
    private long lastHeard;

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
            FileImport[] shown = [.. all.Values.Select(one => ways.TryGetValue(one.Id, out Way? way) ? one with { Share = way.Share } : one)];
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
                bool isWhole = one.State is ImportState.Waiting or ImportState.Reading && store.IsWhole(one);
                all = all.SetItem(one.Id, one);
                if (one.IsActive)
                {
                    Put(isWhole ? one with { State = ImportState.Waiting } : Ended(one, ImportState.Interrupted, FileFault.OfAll(CutOff)));
                }
            }

            store.RemoveAllBut(all.Values.Where(one => one.IsActive).Select(one => one.Id));
            arrived.Release(Math.Max(1, all.Values.Count(one => one.IsActive)));
        }
    }

    /// <summary>
    /// Files that a browser is about to send, each under its number; what cannot be candles has failed at once.
    /// <see cref="InputException"/> where there are too many, or the exchange is none.
    /// </summary>
    public IReadOnlyList<FileImport> Announce(IReadOnlyList<AnnouncedFile> files, string exchange)
    {
        if (!StoreAddress.IsExchange(exchange))
        {
            throw new InputException(new Problem(string.Empty, 0, 0,
                $"'{AnnouncedFile.Clean(exchange)}' is no name for an exchange; expected lower-case letters, digits and '-', such as binance"));
        }

        lock (gate)
        {
            int active = all.Values.Count(one => one.IsActive);
            if (active + files.Count > MostFiles)
            {
                throw new InputException(new Problem(string.Empty, 0, 0, string.Create(CultureInfo.InvariantCulture,
                    $"{files.Count} files while {active} are under way, expected at most {MostFiles} in all; bring fewer at a time")));
            }

            lastHeard = clock.GetTimestamp();
            long id = all.IsEmpty ? 0 : all.Keys.Last();
            List<FileImport> announced = [.. files.Select(file => Of(++id, file, exchange))];
            announced.ForEach(Put);
            return announced;
        }
    }

    /// <summary>Takes a file that was announced; false where it is not waited for, or did not arrive.</summary>
    public async Task<bool> ReceiveAsync(long id, Stream body, CancellationToken aborted)
    {
        FileImport import;
        Way way;
        lock (gate)
        {
            if (!all.TryGetValue(id, out import!) || import.State != ImportState.Announced)
            {
                return false;
            }

            way = ways[id] = new Way(CancellationTokenSource.CreateLinkedTokenSource(aborted), changes);
            Put(import = import with { State = ImportState.Arriving });
        }

        try
        {
            await Upload.CopyAsync(body, store.MakePlace(import), import.Bytes, there =>
            {
                Volatile.Write(ref lastHeard, clock.GetTimestamp());
                way.Report((double)there / import.Bytes);
            }, way.Cancel.Token);
            End(id, ImportState.Waiting);
            arrived.Release();
            return true;
        }
        catch (InputException refused)
        {
            End(id, ImportState.Failed, faults: FileFault.Of(refused, store.FileOf(import), import.Name));
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            End(id, ImportState.Cancelled);
        }
        catch (Exception cut) when (cut is OperationCanceledException or IOException)
        {
            End(id, ImportState.Interrupted, faults: [FileFault.OfAll(CutOff)]);
        }

        return false;
    }

    /// <summary>Stops a file wherever it is; nothing happens to one that has ended.</summary>
    public void Cancel(long id)
    {
        lock (gate)
        {
            if (ways.TryGetValue(id, out Way? way))
            {
                way.Cancel.Cancel();
            }
            else if (all.TryGetValue(id, out FileImport? import) && import.IsActive)
            {
                store.Remove(id);
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
                store.Forget(one.Id);
                all = all.Remove(one.Id);
            }
        }

        changes.Raise();
    }

    /// <summary>Waits for the next file that has arrived, for whoever stores it.</summary>
    public async Task<(FileImport Import, string Path, CancellationToken Cancel, IProgress<double> Progress)> TakeAsync(
        CancellationToken stopping)
    {
        while (true)
        {
            lock (gate)
            {
                if (all.Values.FirstOrDefault(one => one.State == ImportState.Waiting) is { } next)
                {
                    Way way = ways[next.Id] = new Way(CancellationTokenSource.CreateLinkedTokenSource(stopping), changes);
                    way.Report(0);
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
            if (ways.Remove(id, out Way? way))
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
                store.Forget(old.Id);
                all = all.Remove(old.Id);
            }
        }
    }

    public void Dispose()
    {
        sweeper.Dispose();
        changes.Dispose();
        arrived.Dispose();
    }

    // Browsers send one file after the other: while one arrives, or has just, the others are on their way.
    private void Sweep()
    {
        lock (gate)
        {
            bool isHeard = all.Values.Any(one => one.State == ImportState.Arriving)
                || clock.GetElapsedTime(Volatile.Read(ref lastHeard)) < Patience;
            foreach (FileImport one in isHeard ? [] : all.Values.Where(one => one.State == ImportState.Announced).ToList())
            {
                Put(Ended(one, ImportState.Interrupted, FileFault.OfAll(CutOff)));
            }
        }
    }

    private FileImport Of(long id, AnnouncedFile file, string exchange)
    {
        var import = new FileImport
        {
            Id = id,
            Name = file.ShownName,
            Exchange = exchange,
            Bytes = file.Bytes,
            State = ImportState.Announced,
            AskedMillis = Now,
        };
        return file.Fault is { } fault ? Ended(import, ImportState.Failed, fault) : import;
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

    private sealed class Way(CancellationTokenSource cancel, ChangeSignal changes) : IProgress<double>
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
