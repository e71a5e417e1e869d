namespace Neurotrade.Core.Research.Overfitting;

/// <summary>Where values lie: five quantiles by linear interpolation. NaN where there are none.</summary>
/// <param name="P5">5 of 100 lie below.</param>
/// <param name="P25">A quarter lies below.</param>
/// <param name="Median">Half lie below.</param>
/// <param name="P75">A quarter lies above.</param>
/// <param name="P95">5 of 100 lie above.</param>
public readonly record struct Spread(double P5, double P25, double Median, double P75, double P95)
{
    /// <summary>Of values in any order; NaN among them are left out.</summary>
    public static Spread Of(ReadOnlySpan<double> values)
    {
        double[] sorted = [.. values.ToArray().Where(double.IsFinite).Order()];
        return new Spread(At(sorted, 0.05), At(sorted, 0.25), At(sorted, 0.5), At(sorted, 0.75), At(sorted, 0.95));
    }

    private static double At(double[] sorted, double share)
    {
        if (sorted.Length == 0)
        {
            return double.NaN;
        }

        double at = (sorted.Length - 1) * share;
        int below = (int)at;
        double above = sorted[Math.Min(below + 1, sorted.Length - 1)];
        return sorted[below] + ((at - below) * (above - sorted[below]));
    }
}
