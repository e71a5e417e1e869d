using System.Runtime.CompilerServices;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Exact;

/// <summary>
/// A sum of candle fields as exact decimals (contracts 4.20): small quoted values as 64-bit integers, others beside
/// them. What it says depends on the terms alone.
/// </summary>
public struct ExactSum(OtherTerms otherTerms)
{
    /// <summary>Stands for the units of a term that is not a small quoted value.</summary>
    public const long NoUnits = long.MinValue;

    private long small;
    private int others;

    /// <summary>Whether every term is a quoted value under <see cref="QuotedUnits.SmallLimit"/>.</summary>
    public readonly bool IsSmall => others == 0;

    /// <summary>The sum of the small quoted values, in units.</summary>
    public readonly long SmallUnits => small;

    /// <summary>Whether every term is a quoted value.</summary>
    public readonly bool IsQuoted => others == 0 || otherTerms.IsQuoted;

    /// <summary>Starts anew with small quoted values only, whose sum is this.</summary>
    internal void Restart(long units)
    {
        Guard.That(others == 0);
        small = units;
    }

    /// <summary>Adds a term and returns its units, or <see cref="NoUnits"/>, for <see cref="Remove"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Add(double term)
    {
        if (QuotedUnits.TrySmall(term, out long units))
        {
            small += units;
            return units;
        }

        others++;
        otherTerms.Add(term, 1);
        return NoUnits;
    }

    /// <summary>Takes a term away that was added before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Remove(double term, long units)
    {
        if (units != NoUnits)
        {
            small -= units;
            return;
        }

        others--;
        otherTerms.Add(term, -1);
    }

    /// <summary>The nearest double to the sum over a number of terms (above 0).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly double Over(long count) =>
        others == 0 ? ExactRatio.Round(small, count * QuotedUnits.PerOne) : otherTerms.Over(count, small);
}
