using System.Runtime.CompilerServices;

namespace Neurotrade.Core.Features.Exact;

/// <summary>
/// A running sum in two doubles (Knuth's two-sum), for series that lie on no decimal grid. Terms that lie within about
/// 2^50 of one another in size are added and taken away without any loss.
/// </summary>
public struct CompensatedSum
{
    private double high;
    private double low;

    /// <summary>The sum, rounded.</summary>
    public readonly double Value => high + low;

    /// <summary>The leading and the compensating part.</summary>
    internal readonly (double High, double Low) Parts => (high, low);

    /// <summary>Adds a term; only one addition waits for the one before, what it loses is gathered beside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(double term)
    {
        double sum = high + term;
        double shifted = sum - high;
        low += (high - (sum - shifted)) + (term - shifted);
        high = sum;
    }

    /// <summary>The sum over a number of terms.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly double Over(double count)
    {
        double sum = high + low;
        double rest = low - (sum - high);
        double quotient = sum / count;
        double remainder = Math.FusedMultiplyAdd(-quotient, count, sum);
        return quotient + ((remainder + rest) / count);
    }

    /// <summary>This sum and so many quoted units, in two doubles.</summary>
    public readonly CompensatedSum PlusUnits(Int128 units)
    {
        // The nearest double, and what its product with the scale leaves of the units.
        double lead = (double)units;
        double quoted = lead / QuotedUnits.PerOne;
        double rest = Math.FusedMultiplyAdd(-quoted, QuotedUnits.PerOne, lead) + (double)(units - (Int128)lead);
        CompensatedSum total = this;
        total.Add(quoted);
        total.Add(rest / QuotedUnits.PerOne);
        return total;
    }
}
