namespace Neurotrade.Core.Strategies.Evaluation;

/// <summary>A condition's truth at every bar, in two bits a bar.</summary>
internal sealed class TruthColumn(int bars)
{
    private readonly BitColumn falseBars = new(bars);

    /// <summary>The bars at which it is true.</summary>
    public BitColumn TrueBars { get; } = new(bars);

    public Truth this[int bar] => TrueBars[bar] ? Truth.True : falseBars[bar] ? Truth.False : Truth.Unknown;

    /// <summary>Takes a block of the bit form.</summary>
    public void Take(BitTruth truths, int bar, int count)
    {
        int words = (count + 63) / 64;
        truths.IsTrue.AsSpan(0, words).CopyTo(TrueBars.Words[(bar >> 6)..]);
        truths.IsFalse.AsSpan(0, words).CopyTo(falseBars.Words[(bar >> 6)..]);
    }

    /// <summary>Takes a block of truths; blocks begin at whole words, so each word is written once.</summary>
    public void Take(ReadOnlySpan<byte> truths, int bar)
    {
        Span<ulong> trueWords = TrueBars.Words[(bar >> 6)..];
        Span<ulong> falseWords = falseBars.Words[(bar >> 6)..];
        for (int from = 0; from < truths.Length; from += 64)
        {
            ReadOnlySpan<byte> part = truths[from..Math.Min(from + 64, truths.Length)];
            ulong isTrue = 0, isKnown = 0;
            for (int i = 0; i < part.Length; i++)
            {
                // 0 false, 1 unknown, 2 true: the lowest bit says unknown, the next one true.
                isTrue |= (ulong)(part[i] >> 1) << i;
                isKnown |= (ulong)(~part[i] & 1) << i;
            }

            trueWords[from >> 6] = isTrue;
            falseWords[from >> 6] = isKnown & ~isTrue;
        }
    }
}
