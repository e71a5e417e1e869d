namespace Neurotrade.Core.Research;

/// <summary>
/// Means and deviations of a column, summed from the first value to the last so that every machine gives the same bits.
/// What a column is too short or too even for is null, never 0 or NaN (contracts 5.1).
/// </summary>
public static class Moments
{
    /// <summary>The arithmetic mean; null of nothing.</summary>
    public static double? Mean(ReadOnlySpan<double> values) => values.IsEmpty ? null : Sum(values) / values.Length;

    public static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }

    /// <summary>√(Σ(x − mean)² / (n − 1)); null under two values; exactly 0 where all are equal.</summary>
    public static double? SampleDeviation(ReadOnlySpan<double> values) => Deviation(values, 1);

    /// <summary>√(Σ(x − mean)² / n); null of nothing; exactly 0 where all are equal.</summary>
    public static double? PopulationDeviation(ReadOnlySpan<double> values) => Deviation(values, 0);

    /// <summary>√(mean of min(x, 0)²), the deviation that Sortino divides by; null of nothing.</summary>
    public static double? DownsideDeviation(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value < 0 ? value * value : 0;
        }

        return values.IsEmpty ? null : Math.Sqrt(sum / values.Length);
    }

    /// <summary>m₃ / m₂^1.5 of population moments; null where there is no deviation.</summary>
    public static double? Skewness(ReadOnlySpan<double> values) =>
        Central(values, 2) is { } second && second > 0
            ? Finite(Central(values, 3)!.Value / (second * Math.Sqrt(second)))
            : null;

    /// <summary>m₄ / m₂², raw: the normal distribution has 3; null where there is no deviation.</summary>
    public static double? Kurtosis(ReadOnlySpan<double> values) =>
        Central(values, 2) is { } second && second > 0 ? Finite(Central(values, 4)!.Value / (second * second)) : null;

    /// <summary>The value, or null where it is not a number that can be told.</summary>
    public static double? Finite(double? value) => value is { } known && double.IsFinite(known) ? known : null;

    /// <summary>A quotient; null where either side is missing, where it divides by 0, or where it overflows.</summary>
    public static double? Ratio(double? dividend, double? divisor) =>
        divisor is null or 0 ? null : Finite(dividend / divisor);

    private static double? Deviation(ReadOnlySpan<double> values, int lost)
    {
        if (values.Length <= lost)
        {
            return null;
        }

        // Rounding of the mean would make a tiny deviation of equal values, and a huge ratio of that.
        return AreEqual(values) ? 0 : Math.Sqrt(Power(values, 2) / (values.Length - lost));
    }

    private static double? Central(ReadOnlySpan<double> values, int power) =>
        values.IsEmpty || AreEqual(values) ? null : Power(values, power) / values.Length;

    private static double Power(ReadOnlySpan<double> values, int power)
    {
        double mean = Sum(values) / values.Length;
        double sum = 0;
        foreach (double value in values)
        {
            double off = value - mean;
            double term = off * off;
            sum += power switch { 2 => term, 3 => term * off, _ => term * term };
        }

        return sum;
    }

    private static bool AreEqual(ReadOnlySpan<double> values) => !values.ContainsAnyExcept(values[0]);
}
