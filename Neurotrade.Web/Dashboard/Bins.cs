namespace Neurotrade.Web.Dashboard;

/// <summary>Counts of values in equal bins whose edges are round figures; zero is an edge wherever it lies among them.</summary>
/// <param name="Edges">In rising order, one more than there are bins.</param>
/// <param name="Counts">How many values lie in each bin.</param>
public sealed record Bins(double[] Edges, int[] Counts)
{
    public static Bins None { get; } = new([], []);

    private const int Wanted = 24;
    private const double TailShare = 0.02;

    /// <summary>The first bin also counts what lies below it.</summary>
    public bool IsOpenBelow { get; private init; }

    /// <summary>The last bin also counts what lies above it.</summary>
    public bool IsOpenAbove { get; private init; }

    /// <summary>About two dozen bins; the few values that lie far out are counted in the first and the last.</summary>
    /// <param name="values">Those that are not finite are left out.</param>
    /// <param name="holdsZero">Whether zero lies among the bins wherever the values do; without, every value has its own bin's edges.</param>
    public static Bins Of(IReadOnlyCollection<double> values, bool holdsZero = true)
    {
        double[] sorted = [.. values.Where(double.IsFinite).Order()];
        if (sorted.Length == 0)
        {
            return None;
        }

        int tail = (int)(sorted.Length * TailShare);
        (double low, double high) = holdsZero
            ? (Math.Min(0, sorted[tail]), Math.Max(0, sorted[^(tail + 1)]))
            : (sorted[0], sorted[^1]);
        double step = Round(Math.Max(high - low, 1e-6) / Wanted);
        long first = (long)Math.Floor(low / step);
        long last = Math.Max(first + 1, (long)Math.Floor(high / step) + 1);
        double[] edges = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step)];
        int[] counts = new int[edges.Length - 1];
        foreach (double value in sorted)
        {
            counts[Math.Clamp((int)(Math.Floor(value / step) - first), 0, counts.Length - 1)]++;
        }

        return new Bins(edges, counts) { IsOpenBelow = sorted[0] < edges[0], IsOpenAbove = sorted[^1] >= edges[^1] };
    }

    // 1, 2, 2.5 or 5 times a power of ten, not below the width asked for.
    private static double Round(double width)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(width)));
        foreach (double factor in (ReadOnlySpan<double>)[1, 2, 2.5, 5])
        {
            if (factor * power >= width)
            {
                return factor * power;
            }
        }

        return 10 * power;
    }
}
