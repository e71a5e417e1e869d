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
