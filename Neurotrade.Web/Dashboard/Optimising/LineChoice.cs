namespace Neurotrade.Web.Dashboard.Optimising;

/// <summary>Which runs of a sweep are drawn as lines: of many some, evenly by rank, more of the best.</summary>
internal static class LineChoice
{
    /// <summary>More lines than this are ink alone.</summary>
    public const int Most = 1200;

    private const double KeptShare = 0.1;

    /// <summary>How many of the best are told apart: a tenth of those that have an objective, at least one.</summary>
    public static int Kept(OpenSweep sweep) => sweep.Ranked == 0 ? 0 : Math.Max(1, (int)(sweep.Ranked * KeptShare));

    /// <summary>Rows with an objective, best first, at most <see cref="Most"/>: a third of them among the best tenth.</summary>
    public static int[] Of(OpenSweep sweep)
    {
        if (sweep.Ranked <= Most)
        {
            return [.. Enumerable.Range(0, sweep.Ranked)];
        }

        int kept = Kept(sweep);
        return [.. Evenly(0, kept, Math.Min(kept, Most / 3)), .. Evenly(kept, sweep.Ranked, Most - Math.Min(kept, Most / 3))];
    }

    private static IEnumerable<int> Evenly(int from, int to, int count) =>
        Enumerable.Range(0, count).Select(at => from + (int)((long)at * (to - from) / count));
}
