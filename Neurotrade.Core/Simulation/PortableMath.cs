using Neurotrade.Core.Market;

namespace Neurotrade.Core.Simulation;

/// <summary>
/// Functions whose every bit is the same on every machine: the platform's own may differ in the last place.
/// </summary>
internal static class PortableMath
{
    private const double Ln2 = 0.693147180559945309;

    // 1/k!, from the highest power down to the square.
    private static readonly double[] InverseFactorials = MakeInverseFactorials(14);

    /// <summary>e^x to about 1e-15, for |x| up to 500: halved into [−ln2/2, ln2/2], then Taylor's sum.</summary>
    public static double Exp(double x)
    {
        Guard.That(Math.Abs(x) <= 500);
        double halvings = Math.Round(x * (1 / Ln2));
        double rest = x - (halvings * Ln2);
        double sum = 0;
        foreach (double coefficient in InverseFactorials.AsSpan())
        {
            sum = (sum + coefficient) * rest;
        }

        double scale = BitConverter.Int64BitsToDouble((1023 + (long)halvings) << 52);
        return (1 + sum) * scale;
    }

    // Horner's order: the coefficient of the highest power first; the last is that of x itself.
    private static double[] MakeInverseFactorials(int highest)
    {
        double[] inverse = new double[highest];
        double factorial = 1;
        for (int k = 1; k <= highest; k++)
        {
            factorial *= k;
            inverse[highest - k] = 1 / factorial;
        }

        return inverse;
    }
}
