using Neurotrade.Core.Market;

namespace Neurotrade.Web.Dashboard.Optimising;

/// <summary>The finished sweeps that somebody looks at, read once for all pages. The least recently used go.</summary>
internal sealed class OpenSweeps(SweepQueue queue, SweepStore store, TimeProvider clock)
{
    /// <summary>Values held at a time, about 240 MB of them; the one looked at stays whatever its size.</summary>
    public const long MostValues = 30_000_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <summary>
    /// The table of that sweep; null where there is none that is done, <see cref="InputException"/> where its files are damaged.
    /// </summary>
    public async Task<OpenSweep?> FindAsync(string id, CancellationToken cancel)
    {
        if (queue.Find(id) is not { IsDone: true } kept
            || store.FileOf(id, SweepStore.TableName) is not { } table)
        {
            return null;
        }

        Task<OpenSweep> reading;
        lock (gate)
        {
            if (!entries.TryGetValue(id, out Entry? entry) || entry.Sweep.IsFaulted)
            {
                // Not under the caller's token: who else waits for it still wants it when the caller has left.
                entries[id] = entry = new Entry(Task.Run(() => SweepTableReading.Read(kept.Asked, table), CancellationToken.None));
            }

            entry.Used = clock.GetTimestamp();
            reading = entry.Sweep;
        }

        OpenSweep sweep = await reading.WaitAsync(cancel);
        MakeRoom(id);
        return sweep;
    }

    private void MakeRoom(string kept)
    {
        lock (gate)
        {
            while (entries.Count > 1 && entries.Values.Sum(entry => entry.Size) > MostValues)
            {
                entries.Remove(entries.Where(pair => pair.Key != kept).MinBy(pair => pair.Value.Used).Key);
            }
        }
    }

    private sealed class Entry(Task<OpenSweep> sweep)
    {
        public Task<OpenSweep> Sweep { get; } = sweep;

        public long Used { get; set; }

        public long Size => Sweep.IsCompletedSuccessfully ? Sweep.Result.Size : 0;
    }
}
