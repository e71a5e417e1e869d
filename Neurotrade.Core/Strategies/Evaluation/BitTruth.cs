using System.Numerics;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Strategies.Evaluation;

/// <summary>A condition over the current block: two bits a bar, true and false; unknown has neither.</summary>
/// <param name="IsTrue">64 bars a word.</param>
/// <param name="IsFalse">64 bars a word.</param>
internal readonly record struct BitTruth(ulong[] IsTrue, ulong[] IsFalse)
{
    /// <summary>Room for a block of bars.</summary>
    public static BitTruth Room(int bars) => new(new ulong[bars / 64], new ulong[bars / 64]);

    /// <summary>What it is not: Kleene's negation.</summary>
    public BitTruth Turned => new(IsFalse, IsTrue);

    /// <summary>The truths as bytes of <see cref="Truth"/>.</summary>
    public void CopyTo(Span<byte> truths)
    {
        for (int i = 0; i < truths.Length; i++)
        {
            int isTrue = (int)(IsTrue[i >> 6] >> (i & 63)) & 1;
            int isFalse = (int)(IsFalse[i >> 6] >> (i & 63)) & 1;
            truths[i] = (byte)((int)Truth.Unknown + isTrue - isFalse);
        }
    }

    /// <summary>True where both are; false where one is. Only the sides that are read.</summary>
    public static void And(BitTruth a, BitTruth b, BitTruth into, (bool True, bool False) reads)
    {
        if (reads.True)
        {
            Both(a.IsTrue, b.IsTrue, into.IsTrue);
        }

        if (reads.False)
        {
            Either(a.IsFalse, b.IsFalse, into.IsFalse);
        }
    }

    /// <summary>True where one is; false where both are. Only the sides that are read.</summary>
    public static void Or(BitTruth a, BitTruth b, BitTruth into, (bool True, bool False) reads) =>
        And(a.Turned, b.Turned, into.Turned, (reads.False, reads.True));

    // A block's words are a whole number of vectors.
    private static void Both(ulong[] a, ulong[] b, ulong[] into)
    {
        for (int i = 0; i < into.Length; i += Vector<ulong>.Count)
        {
            (new Vector<ulong>(a, i) & new Vector<ulong>(b, i)).CopyTo(into, i);
        }
    }

    private static void Either(ulong[] a, ulong[] b, ulong[] into)
    {
        for (int i = 0; i < into.Length; i += Vector<ulong>.Count)
        {
            (new Vector<ulong>(a, i) | new Vector<ulong>(b, i)).CopyTo(into, i);
        }
    }
}

/// <summary>A condition some bars ago, from block to block; before the first bar it is unknown.</summary>
internal sealed class BitShift(int bars)
{
    private ulong lastTrue;
    private ulong lastFalse;

    /// <summary>Shifts a block of so many bars, the sides that are read.</summary>
    public void Run(BitTruth from, BitTruth into, int count, (bool True, bool False) reads)
    {
        Guard.That(bars is > 0 and < 64);
        lastTrue = reads.True ? Run(from.IsTrue, into.IsTrue, lastTrue, count) : 0;
        lastFalse = reads.False ? Run(from.IsFalse, into.IsFalse, lastFalse, count) : 0;
    }

    private ulong Run(ReadOnlySpan<ulong> from, Span<ulong> into, ulong before, int count)
    {
        int words = (count + 63) / 64;
        for (int i = 0; i < words; i++)
        {
            into[i] = (from[i] << bars) | (before >> (64 - bars));
            before = from[i];
        }

        if (count % 64 != 0)
        {
            into[words - 1] &= (1UL << (count % 64)) - 1;
        }

        return before;
    }
}

/// <summary>
/// Whether a condition was true in the last n bars, from block to block: true with one true among them, false where all
/// are false; bars before the first are unknown (contracts 3).
/// </summary>
internal sealed class BitWithin(int bars)
{
    private long sinceTrue = long.MaxValue / 2;
    private long falseRun;

    /// <summary>Takes a block of so many bars.</summary>
    public void Run(BitTruth from, BitTruth into, int count)
    {
        for (int word = 0; word * 64 < count; word++)
        {
            int length = Math.Min(64, count - (word * 64));
            (ulong isTrue, ulong isFalse) = (from.IsTrue[word], from.IsFalse[word]);
            if (length == 64 && isTrue == 0 && isFalse == ulong.MaxValue && sinceTrue >= bars && falseRun >= bars)
            {
                (sinceTrue, falseRun) = (sinceTrue + 64, falseRun + 64);
                (into.IsTrue[word], into.IsFalse[word]) = (0, ulong.MaxValue);
            }
            else
            {
                (into.IsTrue[word], into.IsFalse[word]) = Step(isTrue, isFalse, length);
            }
        }
    }

    private (ulong IsTrue, ulong IsFalse) Step(ulong isTrue, ulong isFalse, int length)
    {
        (ulong any, ulong none) = (0, 0);
        for (int i = 0; i < length; i++)
        {
            sinceTrue = (isTrue >> i & 1) != 0 ? 0 : sinceTrue + 1;
            falseRun = (isFalse >> i & 1) != 0 ? falseRun + 1 : 0;
            any |= (sinceTrue < bars ? 1UL : 0) << i;
            none |= (falseRun >= bars ? 1UL : 0) << i;
        }

        return (any, none);
    }
}
