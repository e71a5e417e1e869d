namespace Neurotrade.Core.Features.Exact;

/// <summary>
/// A total of candle fields since the first candle, as exact decimals without a bound on how many; values off the
/// grid stand beside in a compensated sum.
/// </summary>
public struct RunningTotal
{
    private Int128 units;
    private CompensatedSum unquoted;
    private bool hasUnquoted;

    /// <summary>The total, rounded to the nearest double.</summary>
    public readonly double Value
    {
        get
        {
            double quoted = units == (long)units
                ? ExactRatio.Round((long)units, QuotedUnits.PerOne)
                : ExactRatio.Round(units, QuotedUnits.PerOne);
            return hasUnquoted ? quoted + unquoted.Value : quoted;
        }
    }

    /// <summary>Adds a field's value, times 1 or −1.</summary>
    public void Add(double term, int sign)
    {
        if (QuotedUnits.TryAny(term, out Int128 added))
        {
            units += sign * added;
            return;
        }

        unquoted.Add(sign * term);
        hasUnquoted = true;
    }
}
