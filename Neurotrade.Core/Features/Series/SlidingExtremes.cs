using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Neurotrade.Core.Features.Series;

/// <summary>
/// Highest and lowest of sliding windows over whole columns: extremes of one, two, four … values until two of them cover
/// the window. Extremes do not round, so any form gives the bits of <see cref="SlidingRange"/>.
/// </summary>
internal static class SlidingExtremes
{
    /// <summary>The longest window that these take.</summary>
    public const int MostLength = 64;

    /// <summary>
    /// Sets the highest of each window of <paramref name="length"/> values. <paramref name="work"/> holds the values from
    /// the first of the first window on and is used up; it is length − 1 longer than <paramref name="highest"/>.
    /// </summary>
    public static void Highest(Span<double> work, int length, Span<double> highest)
    {
        int width = Double(ref work, length, true);
        Combine(work, work[(length - width)..], highest, true);
    }

    /// <summary>The same for the lowest.</summary>
    public static void Lowest(Span<double> work, int length, Span<double> lowest)
    {
        int width = Double(ref work, length, false);
        Combine(work, work[(length - width)..], lowest, false);
    }

    // Afterwards each place holds the extreme of so many values from there on.
    private static int Double(ref Span<double> work, int length, bool isHighest)
    {
        int width = 1;
        while (2 * width <= length)
        {
            Span<double> shorter = work[..^width];
            Combine(shorter, work[width..], shorter, isHighest);
            work = shorter;
            width *= 2;
        }

        return width;
    }

    // Also in place: a step has read what the next one overwrites, since the second lies ahead of the result.
    private static void Combine(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Span<double> result, bool isHighest)
    {
        ref double a = ref MemoryMarshal.GetReference(first[..result.Length]);
        ref double b = ref MemoryMarshal.GetReference(second[..result.Length]);
        ref double to = ref MemoryMarshal.GetReference(result);
        int i = 0;
        for (; i <= result.Length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            Vector256<double> x = Vector256.LoadUnsafe(ref a, (nuint)i);
            Vector256<double> y = Vector256.LoadUnsafe(ref b, (nuint)i);
            (isHighest ? Vector256.MaxNative(x, y) : Vector256.MinNative(x, y)).StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < result.Length; i++)
        {
            result[i] = isHighest ? double.MaxNative(first[i], second[i]) : double.MinNative(first[i], second[i]);
        }
    }
}
