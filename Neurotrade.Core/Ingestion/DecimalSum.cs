using System.Globalization;

namespace Neurotrade.Core.Ingestion;

/// <summary>
/// A running sum of decimal quantities held as doubles, correctly rounded: what the exact decimals add up to, in
/// whatever order they come (contracts 4.20). Values off the grid of 8 places fall back to a compensated sum.
/// </summary>
public struct DecimalSum
{
    private const double UnitsPerOne = 1e8;

    // Below this each number of units has a double of its own, so a double says which decimal was meant.
    private const double MostCertainUnits = 1L << 51;
    private const double MostExactUnits = 1L << 53;
    private const double LargestDecimal = 1e15;

    private Int128 units;
    private decimal wide;
    private bool isOffGrid;
    private double sum;
    private double compensation;

    /// <summary>Adds one finite value.</summary>
    public void Add(double value)
    {
        AddCompensated(value);
        double scaled = Math.Round(value * UnitsPerOne);
        if (Math.Abs(scaled) < MostCertainUnits)
        {
            units += (long)scaled;
            isOffGrid |= scaled / UnitsPerOne != value;
        }
        else if (Math.Abs(value) < LargestDecimal)
        {
            wide += decimal.Parse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float,
                CultureInfo.InvariantCulture);
        }
        else
        {
            isOffGrid = true;
        }
    }

    /// <summary>The sum so far.</summary>
    public readonly double Value
    {
        get
        {
            if (isOffGrid)
            {
                return sum + compensation;
            }

            if (wide == 0 && Int128.Abs(units) <= (Int128)MostExactUnits)
            {
                // Both operands are exact, so the one rounding of the division is the correct one.
                return (double)(long)units / UnitsPerOne;
            }

            // Through text: the base library rounds decimal text to double correctly, its own conversions do not.
            return decimal.TryParse(units.ToString(CultureInfo.InvariantCulture), out decimal narrow)
                ? double.Parse((wide + (narrow / 100_000_000m)).ToString(CultureInfo.InvariantCulture),
                    CultureInfo.InvariantCulture)
                : sum + compensation;
        }
    }

    // Neumaier's form of Kahan's summation.
    private void AddCompensated(double value)
    {
        double next = sum + value;
        compensation += Math.Abs(sum) >= Math.Abs(value) ? sum - next + value : value - next + sum;
        sum = next;
    }
}
