using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Neurotrade.Core.Features.Exact;

/// <summary>
/// Means and population deviations of a sliding window of small quoted values over a column, in doubles that hold whole
/// steps of the values' own grid counted from one of them. While these stay within 2^53 every sum is exact, and each
/// result is one division of two whole numbers: the bits of <see cref="DeviationWindow"/>.
/// </summary>
internal static class QuotedDeviations
{
    /// <summary>The longest window that is taken.</summary>
    public const int MostLength = 256;

    private const int MostBlock = 256;
    private const int MostPlaces = 8;
    private const double LargestExact = 9_007_199_254_740_992;

    private static ReadOnlySpan<double> PowersOfTen => [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8];

    /// <summary>
    /// Sets means and deviations of the windows that end at <paramref name="from"/> and after, and returns the first place
    /// that it did not: within a vector of the end, or in a block of values that are large, off the grid or far apart.
    /// </summary>
    public static int Run(ReadOnlySpan<double> values, int from, int length, Span<double> means, Span<double> deviations)
    {
        if (length > MostLength || from < length)
        {
            return from;
        }

        Span<double> steps = stackalloc double[MostLength + MostBlock];
        int places = 0;
        int at = from;
        while (values.Length - at >= Vector256<double>.Count)
        {
            int count = Math.Min(MostBlock, (values.Length - at) / Vector256<double>.Count * Vector256<double>.Count);
            ReadOnlySpan<double> block = values.Slice(at - length, length + count);
            while (!TryCount(block, PowersOfTen[MostPlaces - places], steps))
            {
                if (++places > MostPlaces)
                {
                    return at;
                }
            }

            double perOne = PowersOfTen[places];
            double origin = steps[0];
            double most = Offset(steps[..block.Length], origin);
            if (length * most * (length * most) > LargestExact || length * perOne * (length * perOne) > LargestExact)
            {
                return at;
            }

            Slide(steps[..block.Length], length, means.Slice(at, count), deviations.Slice(at, count));
            Finish(length, perOne, origin, means.Slice(at, count), deviations.Slice(at, count));
            at += count;
        }

        return at;
    }

    // Each value as a whole number of steps of so many units; false where one is no such number.
    private static bool TryCount(ReadOnlySpan<double> values, double unitsPerStep, Span<double> steps)
    {
        for (int i = 0; i < values.Length; i++)
        {
            double units = Math.Round(values[i] * QuotedUnits.PerOne);
            double count = Math.Round(units / unitsPerStep);
            steps[i] = count;
            if (!(Math.Abs(values[i]) < QuotedUnits.SmallLimit && QuotedUnits.Quoted(units) == values[i]
                && count * unitsPerStep == units))
            {
                return false;
            }
        }

        return true;
    }

    // Counts from an origin, which keeps squares small; says how far the farthest lies.
    private static double Offset(Span<double> steps, double origin)
    {
        double most = 0;
        for (int i = 0; i < steps.Length; i++)
        {
            steps[i] -= origin;
            most = double.MaxNative(most, Math.Abs(steps[i]));
        }

        return most;
    }

    // The sums of each window and of its squares.
    private static void Slide(ReadOnlySpan<double> steps, int length, Span<double> sums, Span<double> squares)
    {
        (double sum, double square) = (0, 0);
        foreach (double step in steps[..length])
        {
            sum += step;
            square += step * step;
        }

        for (int i = 0; i < sums.Length; i++)
        {
            (double came, double left) = (steps[length + i], steps[i]);
            sum += came - left;
            square += (came * came) - (left * left);
            sums[i] = sum;
            squares[i] = square;
        }
    }

    private static void Finish(int length, double perOne, double origin, Span<double> means, Span<double> deviations)
    {
        Vector256<double> count = Vector256.Create((double)length);
        Vector256<double> shift = Vector256.Create(length * origin);
        Vector256<double> scale = Vector256.Create(length * perOne);
        ref double mean = ref MemoryMarshal.GetReference(means);
        ref double deviation = ref MemoryMarshal.GetReference(deviations);
        for (nuint i = 0; i < (nuint)means.Length; i += (nuint)Vector256<double>.Count)
        {
            Vector256<double> sum = Vector256.LoadUnsafe(ref mean, i);
            Vector256<double> spread = (count * Vector256.LoadUnsafe(ref deviation, i)) - (sum * sum);
            ((sum + shift) / scale).StoreUnsafe(ref mean, i);
            Vector256.Sqrt(spread / (scale * scale)).StoreUnsafe(ref deviation, i);
        }
    }
}
