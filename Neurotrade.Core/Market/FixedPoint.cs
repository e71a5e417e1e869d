namespace Neurotrade.Core.Market;

/// <summary>
/// Prices and quantities as whole numbers of 0.00000001, the finest that exchanges quote: exact, and compared at the cost of
/// an integer.
/// </summary>
public static class FixedPoint
{
    /// <summary>Units in one.</summary>
    public const long PerOne = 100_000_000;

    /// <summary>The units of a number; false where it has more than 8 decimals or is too large.</summary>
    public static bool TryFrom(decimal value, out long units)
    {
        units = 0;
        if (value is < long.MinValue / PerOne or > long.MaxValue / PerOne)
        {
            return false;
        }

        decimal scaled = value * PerOne;
        units = (long)scaled;
        return units == scaled;
    }

    /// <summary>The number with its 8 decimals.</summary>
    public static decimal ToDecimal(long units) => units / (decimal)PerOne;
}
