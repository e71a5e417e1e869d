using Neurotrade.Core.Research.Overfitting;

namespace Neurotrade.Core.Research;

/// <summary>What the days say about risk and about chance. Fractions of a day's equity; null where undefined.</summary>
public sealed record RiskFigures
{
    /// <summary>How many daily returns there are.</summary>
    public int Days { get; private init; }

    /// <summary>
    /// The loss of a day that is not passed in 95 of 100: − the 5 % quantile, by linear interpolation.
    /// </summary>
    public double? ValueAtRisk95 { get; private init; }

    /// <summary>The mean loss of the days at or below that quantile.</summary>
    public double? ConditionalValueAtRisk95 { get; private init; }

    /// <summary>√(mean of squared drawdowns at the days' ends), the capital counting as a peak (Martin 1987).</summary>
    public double? Ulcer { get; private init; }

    /// <summary>Σ gains / Σ losses of days, threshold 0.</summary>
    public double? Omega { get; private init; }

    /// <summary>m₃ / m₂^1.5.</summary>
    public double? Skew { get; private init; }

    /// <summary>m₄ / m₂², raw: the normal distribution has 3.</summary>
    public double? Kurtosis { get; private init; }

    /// <summary>
    /// The chance that the true Sharpe ratio is above 0 (Bailey and López de Prado 2012), with raw kurtosis:
    /// Φ(s √(n − 1) / √(1 − skew s + (kurtosis − 1)/4 s²)), s the ratio of a day.
    /// </summary>
    public double? ProbabilisticSharpe { get; private init; }

    /// <summary>Annual Sharpe − 1.96 standard errors of the same formula.</summary>
    public double? SharpeLow95 { get; private init; }

    /// <summary>Annual Sharpe + 1.96 standard errors.</summary>
    public double? SharpeHigh95 { get; private init; }

    public double? BestDay { get; private init; }

    public double? WorstDay { get; private init; }

    /// <summary>Share of days above 0.</summary>
    public double? PositiveDays { get; private init; }

    public static RiskFigures Of(DailyEquity daily)
    {
        double[] returns = daily.Returns;
        SharpeSample? sample = SharpeSample.Of(returns);
        double? error = sample?.StandardError;
        double? quantile = Quantile(returns, 0.05);
        double year = Math.Sqrt(Metrics.DaysPerYear);
        return new RiskFigures
        {
            Days = returns.Length,
            ValueAtRisk95 = -quantile,
            ConditionalValueAtRisk95 = -Moments.Mean([.. returns.Where(r => r <= quantile)]),
            Ulcer = UlcerOf(daily),
            Omega = Moments.Ratio(returns.Where(r => r > 0).Sum(), -returns.Where(r => r < 0).Sum()),
            Skew = Moments.Skewness(returns),
            Kurtosis = Moments.Kurtosis(returns),
            ProbabilisticSharpe = sample?.ChanceAbove(0),
            SharpeLow95 = Moments.Finite((sample?.Sharpe - (1.96 * error)) * year),
            SharpeHigh95 = Moments.Finite((sample?.Sharpe + (1.96 * error)) * year),
            BestDay = returns.Length == 0 ? null : returns.Max(),
            WorstDay = returns.Length == 0 ? null : returns.Min(),
            PositiveDays = Moments.Ratio(returns.Count(r => r > 0), returns.Length),
        };
    }

    /// <summary>The q-quantile by linear interpolation between order statistics; null of nothing.</summary>
    public static double? Quantile(ReadOnlySpan<double> values, double q)
    {
        if (values.IsEmpty)
        {
            return null;
        }

        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        double at = (sorted.Length - 1) * q;
        int below = (int)at;
        double above = sorted[Math.Min(below + 1, sorted.Length - 1)];
        return sorted[below] + ((at - below) * (above - sorted[below]));
    }

    private static double? UlcerOf(DailyEquity daily)
    {
        (double peak, double sum) = (daily.Capital, 0);
        foreach (double equity in daily.Equity)
        {
            peak = Math.Max(peak, equity);
            double fall = (peak - equity) / peak;
            sum += fall * fall;
        }

        return daily.Equity.Length == 0 ? null : Math.Sqrt(sum / daily.Equity.Length);
    }
}
