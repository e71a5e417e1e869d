using System.Collections.Immutable;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Simulation;
using Neurotrade.Web.Composition;

namespace Neurotrade.Web.Dashboard;

/// <summary>
/// The runs that somebody looks at, held in memory together: however many pages show one, it is made once. The least
/// recently used go when there are too many, or too much.
/// </summary>
internal sealed class OpenRuns(RunArchive archive, IReadOnlyList<ICandleSource> stored, TimeProvider clock) : IDisposable
{
    /// <summary>Runs held at a time.</summary>
    public const int MostRuns = 12;

    /// <summary>Values held at a time, about 400 MB of them.</summary>
    public const long MostRows = 50_000_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);

    // Making a run takes every core for a moment; two at once would only make both late.
    private readonly SemaphoreSlim making = new(1);

    /// <summary>
    /// The run of that id; null where there is none, <see cref="InputException"/> where what it was made from is not
    /// there any more or has changed.
    /// </summary>
    public async Task<OpenRun?> FindAsync(string id, CancellationToken cancel)
    {
        if (!archive.Has(id))
        {
            return null;
        }

        Task<OpenRun?> making;
        lock (gate)
        {
            if (!entries.TryGetValue(id, out Entry? entry))
            {
                // Not under the caller's token: who else waits for it still wants it when the caller has left.
                entries[id] = entry = new Entry(Task.Run(() => MakeAsync(id), CancellationToken.None));
            }

            entry.Used = clock.GetTimestamp();
            making = entry.Run;
        }

        OpenRun? run = null;
        try
        {
            run = await making.WaitAsync(cancel);
        }
        finally
        {
            if (making.IsCompleted && run is null)
            {
                Forget(id, making);
            }
        }

        MakeRoom(id);
        return run;
    }

    public void Dispose() => making.Dispose();

    private async Task<OpenRun?> MakeAsync(string id)
    {
        if (archive.Find(id) is not { } record)
        {
            return null;
        }

        if (record.Origin is not { } origin || archive.FileOf(id, RunArchive.StrategyName) is not { } strategy)
        {
            throw new InputException(new Problem(id, 0, 0, "only its report was kept, not what it was made from"));
        }

        var request = new RunRequest
        {
            StrategyPath = strategy,
            Data = origin.ToDataRequest(),
            RulesPath = archive.FileOf(id, RunArchive.RulesName),
        };
        await making.WaitAsync();
        try
        {
            PreparedRun run = PreparedRun.Read(request, stored, CancellationToken.None);
            return run.Data.Fingerprint == record.DataFingerprint
                ? Open(record, run)
                : throw new InputException(new Problem(
                    string.Join(", ", origin.Sources), 0, 0, "the candles have changed since the run was made; run it again"));
        }
        finally
        {
            making.Release();
        }
    }

    private static OpenRun Open(PastRun record, PreparedRun run)
    {
        BacktestResult result = Backtest.Run(run.Input, null, CancellationToken.None);
        ImmutableArray<CandleSeries> bars = [.. run.Input.Symbols.Select(one => one.Bars)];
        return new OpenRun(record, run.Input, result, Analysis.Of(result, bars));
    }

    private void Forget(string id, Task<OpenRun?> failed)
    {
        lock (gate)
        {
            if (entries.TryGetValue(id, out Entry? entry) && entry.Run == failed)
            {
                entries.Remove(id);
            }
        }
    }

    private void MakeRoom(string kept)
    {
        lock (gate)
        {
            while (entries.Count > 1 && (entries.Count > MostRuns || entries.Values.Sum(entry => entry.Rows) > MostRows))
            {
                string oldest = entries.Where(pair => pair.Key != kept).MinBy(pair => pair.Value.Used).Key;
                entries.Remove(oldest);
            }
        }
    }

    private sealed class Entry(Task<OpenRun?> run)
    {
        public Task<OpenRun?> Run { get; } = run;

        public long Used { get; set; }

        public long Rows => Run.IsCompletedSuccessfully ? Run.Result?.Rows ?? 0 : 0;
    }
}
