using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Neurotrade.Core.Strategies.Evaluation;

/// <summary>
/// Comparisons of two columns as bit sets, 64 bars a word: <see cref="RuleKernels.Compare"/> with vectors. A comparison
/// has no rounding, so every width gives the same bits. What lies behind the last bar is 0.
/// </summary>
internal static class BitLanes
{
    /// <summary>Fills what is asked for in <paramref name="into"/>.</summary>
    /// <param name="a">A value a bar.</param>
    /// <param name="b">A value a bar.</param>
    /// <param name="into">Room for a bit a bar, whole words.</param>
    public static void Relate(ReadOnlySpan<double> a, ReadOnlySpan<double> b, in RelationRoom into)
    {
        b = b[..a.Length];
        int whole = a.Length / 64;
        if (Vector512.IsHardwareAccelerated)
        {
            Relate512(a, b, whole, into);
        }
        else
        {
            Relate256(a, b, whole, into);
        }

        if (whole * 64 < a.Length)
        {
            RelatePlain(a, b, whole, into);
        }
    }

    /// <summary>As <see cref="Relate"/>, bar by bar, from a word on.</summary>
    public static void RelatePlain(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int firstWord, in RelationRoom into)
    {
        for (int word = firstWord; word * 64 < a.Length; word++)
        {
            (ulong above, ulong below, ulong same) = (0, 0, 0);
            for (int i = word * 64; i < Math.Min(a.Length, (word * 64) + 64); i++)
            {
                above |= (a[i] > b[i] ? 1UL : 0) << (i & 63);
                below |= (a[i] < b[i] ? 1UL : 0) << (i & 63);
                same |= (a[i] == b[i] ? 1UL : 0) << (i & 63);
            }

            into.Put(word, above, below, same);
        }
    }

    /// <summary><see cref="Relate"/> over whole words, eight bars a vector.</summary>
    public static void Relate512(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int words, in RelationRoom into)
    {
        (bool asksBelow, bool asksSame) = (into.AsksBelow, into.AsksSame);
        ref double firstA = ref MemoryMarshal.GetReference(a);
        ref double firstB = ref MemoryMarshal.GetReference(b);
        for (int word = 0; word < words; word++)
        {
            ref double x = ref Unsafe.Add(ref firstA, word * 64);
            ref double y = ref Unsafe.Add(ref firstB, word * 64);
            ulong above = Above512(ref x, ref y);
            ulong below = asksBelow ? Above512(ref y, ref x) : 0;

            // Ties and missing values are rare: most words have none.
            ulong same = asksSame && (above | below) != ulong.MaxValue ? Same512(ref x, ref y) : 0;
            into.Put(word, above, below, same);
        }
    }

    /// <summary><see cref="Relate"/> over whole words, four bars a vector.</summary>
    public static void Relate256(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int words, in RelationRoom into)
    {
        (bool asksBelow, bool asksSame) = (into.AsksBelow, into.AsksSame);
        ref double firstA = ref MemoryMarshal.GetReference(a);
        ref double firstB = ref MemoryMarshal.GetReference(b);
        for (int word = 0; word < words; word++)
        {
            ref double x = ref Unsafe.Add(ref firstA, word * 64);
            ref double y = ref Unsafe.Add(ref firstB, word * 64);
            ulong above = Above256(ref x, ref y);
            ulong below = asksBelow ? Above256(ref y, ref x) : 0;
            ulong same = asksSame && (above | below) != ulong.MaxValue ? Same256(ref x, ref y) : 0;
            into.Put(word, above, below, same);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Above512(ref double a, ref double b) =>
        Above512(ref a, ref b, 0) | (Above512(ref a, ref b, 8) << 8) | (Above512(ref a, ref b, 16) << 16)
        | (Above512(ref a, ref b, 24) << 24) | (Above512(ref a, ref b, 32) << 32) | (Above512(ref a, ref b, 40) << 40)
        | (Above512(ref a, ref b, 48) << 48) | (Above512(ref a, ref b, 56) << 56);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Above512(ref double a, ref double b, nuint at) =>
        Vector512.GreaterThan(Vector512.LoadUnsafe(ref a, at), Vector512.LoadUnsafe(ref b, at)).ExtractMostSignificantBits();

    private static ulong Same512(ref double a, ref double b)
    {
        ulong same = 0;
        for (int i = 0; i < 64; i += Vector512<double>.Count)
        {
            same |= Vector512.Equals(Vector512.LoadUnsafe(ref a, (nuint)i), Vector512.LoadUnsafe(ref b, (nuint)i))
                .ExtractMostSignificantBits() << i;
        }

        return same;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Above256(ref double a, ref double b)
    {
        ulong above = 0;
        for (int i = 0; i < 64; i += 16)
        {
            ulong some = Above256(ref a, ref b, (nuint)i) | (Above256(ref a, ref b, (nuint)i + 4) << 4)
                | (Above256(ref a, ref b, (nuint)i + 8) << 8) | (Above256(ref a, ref b, (nuint)i + 12) << 12);
            above |= some << i;
        }

        return above;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Above256(ref double a, ref double b, nuint at) =>
        Vector256.GreaterThan(Vector256.LoadUnsafe(ref a, at), Vector256.LoadUnsafe(ref b, at)).ExtractMostSignificantBits();

    private static ulong Same256(ref double a, ref double b)
    {
        ulong same = 0;
        for (int i = 0; i < 64; i += Vector256<double>.Count)
        {
            same |= (ulong)Vector256.Equals(Vector256.LoadUnsafe(ref a, (nuint)i), Vector256.LoadUnsafe(ref b, (nuint)i))
                .ExtractMostSignificantBits() << i;
        }

        return same;
    }
}

/// <summary>Where the comparisons of two columns go, a bit a bar; empty where nobody asks. Missing values set none.</summary>
internal readonly ref struct RelationRoom
{
    /// <summary>a above b.</summary>
    public Span<ulong> Above { get; init; }

    /// <summary>a at or below b.</summary>
    public Span<ulong> NotAbove { get; init; }

    /// <summary>a below b.</summary>
    public Span<ulong> Below { get; init; }

    /// <summary>a at or above b.</summary>
    public Span<ulong> NotBelow { get; init; }

    /// <summary>a equal to b.</summary>
    public Span<ulong> Same { get; init; }

    /// <summary>a above or below b.</summary>
    public Span<ulong> NotSame { get; init; }

    /// <summary>Whether more is asked than <see cref="Above"/>.</summary>
    public bool AsksBelow => AsksSame || !Below.IsEmpty || !NotSame.IsEmpty;

    /// <summary>Whether ties are asked for, by themselves or as a part.</summary>
    public bool AsksSame => !Same.IsEmpty || !NotAbove.IsEmpty || !NotBelow.IsEmpty;

    /// <summary>Sets one word of all that is asked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(int word, ulong above, ulong below, ulong same)
    {
        Put(Above, word, above);
        Put(NotAbove, word, below | same);
        Put(Below, word, below);
        Put(NotBelow, word, above | same);
        Put(Same, word, same);
        Put(NotSame, word, above | below);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Span<ulong> words, int at, ulong word)
    {
        if (at < words.Length)
        {
            words[at] = word;
        }
    }
}
