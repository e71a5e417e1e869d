using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Neurotrade.Core.Strategies.Evaluation;

/// <summary>
/// Comparisons of columns as bit sets, 64 bars a word: <see cref="RuleKernels.Compare"/> with vectors. A comparison has
/// no rounding, so every width gives the same bits. What lies behind the last bar is 0.
/// </summary>
internal static class BitLanes
{
    /// <summary>Where a lies above b, and where it does not; neither where one is missing.</summary>
    /// <param name="a">A value a bar.</param>
    /// <param name="b">A value a bar.</param>
    /// <param name="isTrue">Room for the bars of a above b; empty where nobody asks.</param>
    /// <param name="isFalse">Room for the bars of a at or below b; empty where nobody asks.</param>
    public static void Greater(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<ulong> isTrue, Span<ulong> isFalse)
    {
        b = b[..a.Length];
        int whole = a.Length / 64;
        if (Vector512.IsHardwareAccelerated)
        {
            Greater512(a, b, whole, isTrue, isFalse);
        }
        else
        {
            Greater256(a, b, whole, isTrue, isFalse);
        }

        if (whole * 64 < a.Length)
        {
            GreaterPlain(a[(whole * 64)..], b[(whole * 64)..], From(isTrue, whole), From(isFalse, whole));
        }
    }

    /// <summary>As <see cref="Greater"/>, bar by bar.</summary>
    public static void GreaterPlain(
        ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<ulong> isTrue, Span<ulong> isFalse)
    {
        for (int word = 0; word * 64 < a.Length; word++)
        {
            ulong above = 0;
            ulong notAbove = 0;
            for (int i = word * 64; i < Math.Min(a.Length, (word * 64) + 64); i++)
            {
                above |= (a[i] > b[i] ? 1UL : 0) << (i & 63);
                notAbove |= (a[i] <= b[i] ? 1UL : 0) << (i & 63);
            }

            Put(isTrue, word, above);
            Put(isFalse, word, notAbove);
        }
    }

    /// <summary>Where a equals b, and where they differ; neither where one is missing.</summary>
    public static void Equal(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<ulong> isTrue, Span<ulong> isFalse)
    {
        for (int word = 0; word * 64 < a.Length; word++)
        {
            ulong same = 0;
            ulong differ = 0;
            for (int i = word * 64; i < Math.Min(a.Length, (word * 64) + 64); i++)
            {
                same |= (a[i] == b[i] ? 1UL : 0) << (i & 63);
                differ |= (a[i] < b[i] || a[i] > b[i] ? 1UL : 0) << (i & 63);
            }

            Put(isTrue, word, same);
            Put(isFalse, word, differ);
        }
    }

    /// <summary><see cref="Greater"/> over whole words, eight bars a vector.</summary>
    public static void Greater512(
        ReadOnlySpan<double> a, ReadOnlySpan<double> b, int words, Span<ulong> isTrue, Span<ulong> isFalse)
    {
        ref double firstA = ref MemoryMarshal.GetReference(a);
        ref double firstB = ref MemoryMarshal.GetReference(b);
        for (int word = 0; word < words; word++)
        {
            ulong above = 0;
            ulong notAbove = 0;
            for (int i = 0; i < 64; i += Vector512<double>.Count)
            {
                nuint at = (nuint)((word * 64) + i);
                Vector512<double> x = Vector512.LoadUnsafe(ref firstA, at);
                Vector512<double> y = Vector512.LoadUnsafe(ref firstB, at);
                above |= isTrue.IsEmpty ? 0 : Vector512.GreaterThan(x, y).ExtractMostSignificantBits() << i;
                notAbove |= isFalse.IsEmpty ? 0 : Vector512.LessThanOrEqual(x, y).ExtractMostSignificantBits() << i;
            }

            Put(isTrue, word, above);
            Put(isFalse, word, notAbove);
        }
    }

    /// <summary><see cref="Greater"/> over whole words, four bars a vector.</summary>
    public static void Greater256(
        ReadOnlySpan<double> a, ReadOnlySpan<double> b, int words, Span<ulong> isTrue, Span<ulong> isFalse)
    {
        ref double firstA = ref MemoryMarshal.GetReference(a);
        ref double firstB = ref MemoryMarshal.GetReference(b);
        for (int word = 0; word < words; word++)
        {
            ulong above = 0;
            ulong notAbove = 0;
            for (int i = 0; i < 64; i += Vector256<double>.Count)
            {
                nuint at = (nuint)((word * 64) + i);
                Vector256<double> x = Vector256.LoadUnsafe(ref firstA, at);
                Vector256<double> y = Vector256.LoadUnsafe(ref firstB, at);
                above |= isTrue.IsEmpty ? 0 : (ulong)Vector256.GreaterThan(x, y).ExtractMostSignificantBits() << i;
                notAbove |= isFalse.IsEmpty ? 0 : (ulong)Vector256.LessThanOrEqual(x, y).ExtractMostSignificantBits() << i;
            }

            Put(isTrue, word, above);
            Put(isFalse, word, notAbove);
        }
    }

    private static Span<ulong> From(Span<ulong> words, int first) => words.IsEmpty ? words : words[first..];

    private static void Put(Span<ulong> words, int at, ulong word)
    {
        if (!words.IsEmpty)
        {
            words[at] = word;
        }
    }
}
