using System.Numerics;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Strategies;

/// <summary>A bit per bar, 64 bars a word, so that the walk can jump from one signal to the next.</summary>
public sealed class BitColumn
{
    private readonly ulong[] words;

    /// <summary>All false.</summary>
    public BitColumn(int count)
    {
        Guard.That(count >= 0);
        (Count, words) = (count, new ulong[(count + 63) / 64]);
    }

    public int Count { get; }

    /// <summary>The words, bar 0 in the lowest bit of the first; bits from <see cref="Count"/> on are 0.</summary>
    public Span<ulong> Words => words;

    public bool this[int bar]
    {
        get => (words[bar >> 6] >> (bar & 63) & 1) != 0;
        set
        {
            Guard.That((uint)bar < (uint)Count);
            ulong bit = 1UL << (bar & 63);
            words[bar >> 6] = value ? words[bar >> 6] | bit : words[bar >> 6] & ~bit;
        }
    }

    /// <summary>The first true bar at or after <paramref name="from"/>; <see cref="Count"/> where there is none.</summary>
    public int Next(int from)
    {
        if (from >= Count)
        {
            return Count;
        }

        int at = from >> 6;
        ulong word = words[at] & (ulong.MaxValue << (from & 63));
        while (word == 0)
        {
            if (++at == words.Length)
            {
                return Count;
            }

            word = words[at];
        }

        return (at << 6) + BitOperations.TrailingZeroCount(word);
    }

    /// <summary>Makes the bars [from, to) true.</summary>
    public void SetRange(int from, int to)
    {
        Guard.That(from >= 0 && to <= Count);
        while (from < to)
        {
            int length = Math.Min(64 - (from & 63), to - from);
            ulong mask = length == 64 ? ulong.MaxValue : ((1UL << length) - 1) << (from & 63);
            words[from >> 6] |= mask;
            from += length;
        }
    }

    /// <summary>How many bars are true.</summary>
    public int CountTrue()
    {
        int count = 0;
        foreach (ulong word in words)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }
}
