using System.Runtime.CompilerServices;

namespace Neurotrade.Core.Features.Exact;

/// <summary>
/// A sum of candle fields as exact decimals (contracts 4.20): quoted values as integers, values off the grid beside
/// them in a compensated sum that starts anew whenever none is left. What it says depends on the terms alone.
/// </summary>
public struct ExactSum
{
    /// <summary>Stands for the units of a term that is not a small quoted value.</summary>
    public const long NoUnits = long.MinValue;

    private long small;
    private int others;
    private Int128 large;
    private CompensatedSum unquoted;
    private int unquotedCount;

    /// <summary>Whether every term is a quoted value under <see cref="QuotedUnits.SmallLimit"/>.</summary>
    public readonly bool IsSmall => others == 0;

    /// <summary>The sum in units, where <see cref="IsSmall"/>.</summary>
    public readonly long SmallUnits => small;

    /// <summary>Whether every term is a quoted value, so that <see cref="Units"/> is the sum.</summary>
    public readonly bool IsQuoted => unquotedCount == 0;

    /// <summary>The sum in units, where <see cref="IsQuoted"/>.</summary>
    public readonly Int128 Units => others == 0 ? small : large + small;

    /// <summary>Adds a term and returns its units, or <see cref="NoUnits"/>, for <see cref="Remove"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Add(double term)
    {
        if (QuotedUnits.TrySmall(term, out long units))
        {
            small += units;
            return units;
        }

        AddOther(term, 1);
        return NoUnits;
    }

    /// <summary>Takes a term away that was added before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Remove(double term, long units)
    {
        if (units != NoUnits)
        {
            small -= units;
        }
        else
        {
            AddOther(term, -1);
        }
    }

    /// <summary>The nearest double to the sum over a number of terms (above 0).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly double Over(long count) =>
        others == 0 ? ExactRatio.Round(small, count * QuotedUnits.PerOne) : OtherOver(count);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddOther(double term, int sign)
    {
        others += sign;
        if (QuotedUnits.TryAny(term, out Int128 units))
        {
            large += sign * units;
            return;
        }

        unquoted.Add(sign * term);
        unquotedCount += sign;
        if (unquotedCount == 0)
        {
            unquoted = default;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly double OtherOver(long count)
    {
        Int128 units = large + small;
        if (unquotedCount == 0)
        {
            return ExactRatio.Round(units, (Int128)count * QuotedUnits.PerOne);
        }

        // The quoted part in two doubles: the nearest one, and what its product with the scale leaves of the units.
        double lead = (double)units;
        double quoted = lead / QuotedUnits.PerOne;
        double rest = Math.FusedMultiplyAdd(-quoted, QuotedUnits.PerOne, lead) + (double)(units - (Int128)lead);
        CompensatedSum total = unquoted;
        total.Add(quoted);
        total.Add(rest / QuotedUnits.PerOne);
        return total.Over(count);
    }
}
