using System.Collections.Concurrent;
using Neurotrade.Web.Dashboard.Comparing;

namespace Neurotrade.Web.Dashboard.History;

/// <summary>The history at one moment.</summary>
/// <param name="Runs">Newest first.</param>
/// <param name="Lost">Folders that hold no run that can be read.</param>
/// <param name="Bin">What was deleted and can be had back, the last first.</param>
/// <param name="Quota">How full it is.</param>
internal sealed record HistoryView(
    IReadOnlyList<KeptRun> Runs, IReadOnlyList<LostRun> Lost, IReadOnlyList<BinnedRuns> Bin, RunQuota Quota);

/// <summary>
/// Finished runs with what people say of them: they are pinned, named, deleted and had back here, and the oldest make
/// room. Pages pull <see cref="Now"/> after <see cref="RunList"/> has told them of a change.
/// </summary>
internal sealed class RunHistory : IDisposable
{
    private readonly RunArchive archive;
    private readonly RunList list;
    private readonly RunBin bin;
    private readonly TimeProvider clock;
    private readonly RunLimits limits;
    private readonly IDisposable subscription;
    private readonly Lock gate = new();

    // A run never changes under its id; its note may.
    private readonly ConcurrentDictionary<string, (PastRun Run, long Bytes)> read = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RunFigures> figures = new(StringComparer.Ordinal);
    private HistoryView? view;

    public RunHistory(RunArchive archive, RunList list, RunLimits limits, TimeProvider clock)
    {
        (this.archive, this.list, this.limits, this.clock) = (archive, list, limits, clock);
        bin = new RunBin(archive.Folder);
        subscription = list.Subscribe(Forget);
    }

    /// <summary>As it is.</summary>
    public HistoryView Now
    {
        get
        {
            lock (gate)
            {
                return view ??= Look();
            }
        }
    }

    /// <summary>The run of that id with its note; null where there is none that can be read.</summary>
    public KeptRun? Find(string id) => Now.Runs.FirstOrDefault(run => run.Id == id);

    /// <summary>Reads every figure of every run, so that <see cref="FigureOf"/> has them at hand; takes a moment at first.</summary>
    public void ReadFigures()
    {
        foreach (KeptRun run in Now.Runs)
        {
            figures.GetOrAdd(run.Id, _ => RunFigures.Of(run.Run, archive));
        }
    }

    /// <summary>A figure of a run as far as it was read.</summary>
    public double? FigureOf(string id, RunFigure figure) => figures.TryGetValue(id, out RunFigures? known) ? known.Value(figure) : null;

    /// <summary>Calls back after each change, on a thread of the pool; dispose to end it.</summary>
    public IDisposable Subscribe(Action changed) => list.Subscribe(changed);

    /// <summary>Pins runs, or lets go of them.</summary>
    public void Pin(IEnumerable<string> ids, bool isPinned) => Change(ids, note => note with { IsPinned = isPinned });

    /// <summary>Calls a run something; nothing takes its label away.</summary>
    public void Label(string id, string? label) => Change([id], note => note with { Label = RunNote.Plain(label) });

    /// <summary>Deletes runs, and folders that hold none; what is pinned stays. They can be had back for a while.</summary>
    public void Delete(IEnumerable<string> ids)
    {
        DateTimeOffset now = clock.GetUtcNow();
        HistoryView known = Now;
        foreach (string id in ids.Where(archive.Has))
        {
            if (known.Lost.Any(lost => lost.Id == id) || !RunNote.Read(archive.PlaceOf(id)).IsPinned)
            {
                bin.Put(id, BinReason.Person, now);
            }
        }

        list.Announce();
    }

    /// <summary>Has deleted runs back; what had to make room is pinned, or it would go again at once.</summary>
    public void Restore(BinnedRuns runs)
    {
        IReadOnlyList<string> back = bin.Restore(runs);
        if (runs.Reason == BinReason.Quota)
        {
            Change(back, note => note with { IsPinned = true });
        }

        list.Announce();
    }

    /// <summary>Deletes for good what was deleted.</summary>
    public void EmptyBin()
    {
        bin.Empty(null);
        list.Announce();
    }

    /// <summary>Makes room where there are too many runs, and deletes for good what nobody has wanted back.</summary>
    public void Sweep()
    {
        DateTimeOffset now = clock.GetUtcNow();
        IReadOnlyList<KeptRun> going = Now.Quota.Over();
        foreach (KeptRun run in going)
        {
            bin.Put(run.Id, BinReason.Quota, now);
        }

        if (bin.Empty(now) + going.Count > 0)
        {
            list.Announce();
        }
    }

    public void Dispose() => subscription.Dispose();

    private void Change(IEnumerable<string> ids, Func<RunNote, RunNote> change)
    {
        foreach (string id in ids.Where(archive.Has))
        {
            string place = archive.PlaceOf(id);
            change(RunNote.Read(place)).Write(place);
        }

        list.Announce();
    }

    private void Forget()
    {
        lock (gate)
        {
            view = null;
        }
    }

    private HistoryView Look()
    {
        var runs = new List<KeptRun>();
        var lost = new List<LostRun>();
        string[] ids = [.. archive.Ids().OrderDescending(StringComparer.Ordinal)];
        foreach (string id in ids)
        {
            if (Read(id, out string why) is { } found)
            {
                runs.Add(new KeptRun(found.Run, RunNote.Read(archive.PlaceOf(id)), found.Bytes));
            }
            else if (archive.Has(id))
            {
                lost.Add(new LostRun(id, why));
            }
        }

        foreach (string gone in read.Keys.Except(ids))
        {
            read.TryRemove(gone, out _);
            figures.TryRemove(gone, out _);
        }

        return new HistoryView(runs, lost, bin.List(), RunQuota.Of(runs, limits));
    }

    private (PastRun Run, long Bytes)? Read(string id, out string why)
    {
        why = string.Empty;
        if (read.TryGetValue(id, out (PastRun, long) known))
        {
            return known;
        }

        try
        {
            if (archive.Read(id, out why) is { } run)
            {
                long bytes = new DirectoryInfo(archive.PlaceOf(id)).EnumerateFiles().Sum(file => file.Length);
                return read[id] = (run, bytes);
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            why = unreadable.Message;
        }

        return null;
    }
}
