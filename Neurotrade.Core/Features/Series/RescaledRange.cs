namespace Neurotrade.Core.Features.Series;

/// <summary>Hurst's exponent of a window, by the ranges of its cumulative sums at several lengths.</summary>
internal static class RescaledRange
{
    private const int ShortestSpan = 8;

    /// <summary>
    /// The slope of log R/S against log length over spans of the whole, a half, a quarter … of the window, counted from
    /// its end; NaN where every span of a length stands still. The window comes as its older and its newer part.
    /// </summary>
    public static double Exponent(ReadOnlySpan<double> older, ReadOnlySpan<double> newer)
    {
        int length = older.Length + newer.Length;
        double points = 0;
        (double sumX, double sumY, double sumXX, double sumXY) = (0, 0, 0, 0);
        for (int spans = 1; length / spans >= ShortestSpan; spans *= 2)
        {
            int size = length / spans;
            double total = 0;
            for (int span = 1; span <= spans; span++)
            {
                total += OfSpan(older, newer, length - (span * size), size);
            }

            double x = Math.Log(size);
            double y = Math.Log(total / spans);
            points++;
            sumX += x;
            sumY += y;
            sumXX += x * x;
            sumXY += x * y;
        }

        double exponent = ((points * sumXY) - (sumX * sumY)) / ((points * sumXX) - (sumX * sumX));
        return double.IsFinite(exponent) ? exponent : double.NaN;
    }

    // Range of the sums of offsets from the mean over the population deviation; 0 where the span stands still.
    private static double OfSpan(ReadOnlySpan<double> older, ReadOnlySpan<double> newer, int start, int size)
    {
        double mean = 0;
        for (int i = start; i < start + size; i++)
        {
            mean += At(older, newer, i);
        }

        mean /= size;
        (double sum, double squares) = (0, 0);
        (double highest, double lowest) = (double.NegativeInfinity, double.PositiveInfinity);
        for (int i = start; i < start + size; i++)
        {
            double offset = At(older, newer, i) - mean;
            sum += offset;
            squares += offset * offset;
            highest = Math.Max(highest, sum);
            lowest = Math.Min(lowest, sum);
        }

        return squares == 0 ? 0 : (highest - lowest) / Math.Sqrt(squares / size);
    }

    private static double At(ReadOnlySpan<double> older, ReadOnlySpan<double> newer, int i) =>
        i < older.Length ? older[i] : newer[i - older.Length];
}
