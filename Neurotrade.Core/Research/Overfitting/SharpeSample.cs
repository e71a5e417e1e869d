namespace Neurotrade.Core.Research.Overfitting;

/// <summary>
/// A Sharpe ratio as it was observed, with what says how far it may lie from the true one. Not annual: of one period,
/// which is a day wherever this program counts.
/// </summary>
/// <param name="Sharpe">Mean / sample deviation of the returns of a period.</param>
/// <param name="Count">How many returns there are.</param>
/// <param name="Skew">m₃ / m₂^1.5.</param>
/// <param name="Kurtosis">m₄ / m₂², raw: the normal distribution has 3.</param>
public readonly record struct SharpeSample(double Sharpe, int Count, double Skew, double Kurtosis)
{
    /// <summary>The confidence at which a Sharpe ratio is called significant.</summary>
    public const double Confidence = 0.95;

    /// <summary>
    /// The standard error of the ratio: √((1 − skew s + (kurtosis − 1)/4 s²) / (n − 1)) (Mertens 2002); null under two
    /// returns and where the bracket is not above 0.
    /// </summary>
    public double? StandardError
    {
        get
        {
            double variance = (1 - (Skew * Sharpe) + ((Kurtosis - 1) / 4 * Sharpe * Sharpe)) / (Count - 1);
            return variance > 0 && double.IsFinite(variance) ? Math.Sqrt(variance) : null;
        }
    }

    /// <summary>What some returns say; null where they have no deviation.</summary>
    public static SharpeSample? Of(ReadOnlySpan<double> returns) =>
        Moments.Ratio(Moments.Mean(returns), Moments.SampleDeviation(returns)) is { } sharpe
        && Moments.Skewness(returns) is { } skew && Moments.Kurtosis(returns) is { } kurtosis
            ? new SharpeSample(sharpe, returns.Length, skew, kurtosis)
            : null;

    /// <summary>
    /// The probabilistic Sharpe ratio: the chance, from 0 to 1, that the true ratio lies above a benchmark of a period
    /// (D. H. Bailey and M. López de Prado, The Sharpe Ratio Efficient Frontier, Journal of Risk 15(2), 2012).
    /// </summary>
    public double? ChanceAbove(double benchmark) =>
        Moments.Ratio(Sharpe - benchmark, StandardError) is { } z ? NormalDistribution.Below(z) : null;

    /// <summary>
    /// The minimum track record length of the same paper: how many returns like these make the chance that the true
    /// ratio lies above a benchmark reach a confidence; null where the ratio does not lie above it.
    /// </summary>
    /// <param name="benchmark">A Sharpe ratio of a period.</param>
    /// <param name="confidence">Above 0, below 1.</param>
    public double? LeastCount(double benchmark, double confidence)
    {
        double spread = 1 - (Skew * Sharpe) + ((Kurtosis - 1) / 4 * Sharpe * Sharpe);
        double away = NormalDistribution.Quantile(confidence) / (Sharpe - benchmark);
        return Sharpe > benchmark && spread > 0 ? Moments.Finite(1 + (spread * away * away)) : null;
    }
}
