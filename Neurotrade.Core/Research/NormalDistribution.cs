namespace Neurotrade.Core.Research;

/// <summary>The standard normal distribution.</summary>
public static class NormalDistribution
{
    /// <summary>
    /// The share below x, to 1e-15. Φ(x) = 1/2 + φ(x) Σ x^(2k+1) / (1·3·…·(2k+1)) (Marsaglia 2004); beyond 6 deviations
    /// the continued fraction of Mills' ratio, which keeps the tail's digits.
    /// </summary>
    public static double Below(double x)
    {
        if (double.IsNaN(x))
        {
            return double.NaN;
        }

        if (Math.Abs(x) > 6)
        {
            double tail = Tail(Math.Abs(x));
            return x < 0 ? tail : 1 - tail;
        }

        (double sum, double term) = (x, x);
        for (int i = 3; Math.Abs(term) > 1e-18 && i < 400; i += 2)
        {
            term *= x * x / i;
            sum += term;
        }

        return 0.5 + (sum * Density(x));
    }

    /// <summary>
    /// The x below which that share lies, to 1e-8 from 1e-7 to 1 − 1e-7: M. Abramowitz and I. Stegun, 26.2.23, then E. Halley's steps on
    /// <see cref="Below"/>. Infinite at 0 and 1, NaN beyond.
    /// </summary>
    public static double Quantile(double share)
    {
        double tail = Math.Min(share, 1 - share);
        if (!(tail > 0))
        {
            return share switch { 0 => double.NegativeInfinity, 1 => double.PositiveInfinity, _ => double.NaN };
        }

        double t = Math.Sqrt(-2 * Math.Log(tail));
        double x = -(t - ((2.515517 + (t * (0.802853 + (t * 0.010328))))
            / (1 + (t * (1.432788 + (t * (0.189269 + (t * 0.001308))))))));
        for (int i = 0; i < 3; i++)
        {
            double step = (Below(x) - tail) / Density(x);
            x -= step / (1 + (x * step / 2));
        }

        return share <= 0.5 ? x : -x;
    }

    private static double Density(double x) => Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI);

    private static double Tail(double x)
    {
        double fraction = x;
        for (int k = 60; k > 0; k--)
        {
            fraction = x + (k / fraction);
        }

        return double.IsInfinity(x) ? 0 : Density(x) / fraction;
    }
}
