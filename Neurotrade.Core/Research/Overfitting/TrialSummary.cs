namespace Neurotrade.Core.Research.Overfitting;

/// <summary>How many combinations were tried, and how far their Sharpe ratios lie apart.</summary>
/// <param name="Count">All of them, those that have no Sharpe ratio too.</param>
/// <param name="Variance">
/// Sample variance of their Sharpe ratios of a day; null where fewer than two have one.
/// </param>
public readonly record struct TrialSummary(int Count, double? Variance)
{
    // The harmonic numbers' limit above the logarithm (L. Euler, L. Mascheroni).
    private const double EulerMascheroni = 0.57721566490153286;

    /// <summary>
    /// The best Sharpe ratio of a day to be expected of so many trials that have no skill at all:
    /// √V ((1 − γ) Φ⁻¹(1 − 1/N) + γ Φ⁻¹(1 − 1/(N e))) (D. H. Bailey and M. López de Prado, The Deflated Sharpe Ratio,
    /// Journal of Portfolio Management 40(5), 2014, equation 1). 0 of a single trial; null where V is not known.
    /// </summary>
    public double? ExpectedMaximum => Count <= 1
        ? 0
        : Variance is not { } variance
            ? null
            : Math.Sqrt(variance)
                * (((1 - EulerMascheroni) * NormalDistribution.Quantile(1 - (1.0 / Count)))
                    + (EulerMascheroni * NormalDistribution.Quantile(1 - (1 / (Count * Math.E)))));

    /// <summary>Of trials' annual Sharpe ratios, NaN where undefined, in whatever order: the sums do not depend on it.</summary>
    public static TrialSummary Of(IEnumerable<double> annualSharpes)
    {
        double[] all = [.. annualSharpes];
        double[] known = [.. all.Where(double.IsFinite)];
        Array.Sort(known);
        double? deviation = Moments.SampleDeviation(known) / Math.Sqrt(Metrics.DaysPerYear);
        return new TrialSummary(all.Length, Moments.Finite(deviation * deviation));
    }
}
