namespace Neurotrade.Web.Dashboard.History;

/// <summary>How full the history is, and what goes when it is too full.</summary>
/// <param name="Runs">Kept runs.</param>
/// <param name="Bytes">What they take on the disk.</param>
/// <param name="Limits">What they may.</param>
public sealed record RunQuota(IReadOnlyList<KeptRun> Runs, long Bytes, RunLimits Limits)
{
    /// <summary>From here on the page says what will go.</summary>
    public const double NearlyFull = 0.8;

    /// <summary>Of runs, newest first.</summary>
    public static RunQuota Of(IReadOnlyList<KeptRun> runs, RunLimits limits) => new(runs, runs.Sum(run => run.Bytes), limits);

    /// <summary>0 to 1, beyond where pinned runs alone are too many.</summary>
    public double Share => Math.Max((double)Runs.Count / Limits.MostRuns, (double)Bytes / Limits.MostBytes);

    public bool IsNearlyFull => Share >= NearlyFull;

    /// <summary>The oldest run that is not pinned, which goes first; null where the newest is the only one or all are pinned.</summary>
    public KeptRun? Next => Unpinned.FirstOrDefault();

    /// <summary>How many more runs of the usual size there is room for before the first goes.</summary>
    public int Room
    {
        get
        {
            long usual = Runs.Count == 0 ? 1 : Math.Max(1, Bytes / Runs.Count);
            return (int)Math.Max(0, Math.Min(Limits.MostRuns - Runs.Count, (Limits.MostBytes - Bytes) / usual));
        }
    }

    /// <summary>The runs that have to go, oldest first: never a pinned one, never the newest.</summary>
    public IReadOnlyList<KeptRun> Over()
    {
        var going = new List<KeptRun>();
        (int count, long bytes) = (Runs.Count, Bytes);
        foreach (KeptRun run in Unpinned)
        {
            if (count <= Limits.MostRuns && bytes <= Limits.MostBytes)
            {
                break;
            }

            going.Add(run);
            count--;
            bytes -= run.Bytes;
        }

        return going;
    }

    private IEnumerable<KeptRun> Unpinned => Runs.Skip(1).Reverse().Where(run => !run.IsPinned);
}
