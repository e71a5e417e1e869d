using System.Runtime.CompilerServices;

namespace Neurotrade.Core.Features.Exact;

/// <summary>
/// The terms of an <see cref="ExactSum"/> that are not small quoted values: large ones as wide integers, those off the
/// grid in a compensated sum that starts anew whenever none is left. An object of its own, off the hot path.
/// </summary>
public sealed class OtherTerms
{
    private CompensatedSum unquoted;
    private int unquotedCount;

    /// <summary>Whether every term is a quoted value, so that <see cref="Units"/> is the whole sum of these terms.</summary>
    public bool IsQuoted => unquotedCount == 0;

    /// <summary>The sum of the quoted ones, in units.</summary>
    public Int128 Units { get; private set; }

    /// <summary>Adds a term (1) or takes one away (−1).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Add(double term, int sign)
    {
        if (QuotedUnits.TryAny(term, out Int128 units))
        {
            Units += sign * units;
            return;
        }

        unquoted.Add(sign * term);
        unquotedCount += sign;
        if (unquotedCount == 0)
        {
            unquoted = default;
        }
    }

    /// <summary>The nearest double to these terms and <paramref name="small"/> units over a number of terms.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public double Over(long count, long small) => unquotedCount == 0
        ? ExactRatio.Round(Units + small, (Int128)count * QuotedUnits.PerOne)
        : unquoted.PlusUnits(Units + small).Over(count);
}
