using System.Globalization;
using System.Numerics;

namespace Neurotrade.Tests.Properties.Oracle;

/// <summary>Exact decimal arithmetic and its correctly rounded doubles (contracts 4.20), by whole numbers only.</summary>
internal static class Exact
{
    private const int Places = 8;

    private static readonly BigInteger Scale = BigInteger.Pow(10, Places);

    /// <summary>The decimal that a quoted price is: the shortest text that reads back to the double.</summary>
    public static decimal Decimal(double value) =>
        decimal.Parse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>The double nearest to a decimal.</summary>
    public static double Double(decimal value) =>
        double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>A price on the grid as a whole number of 10^-8.</summary>
    public static BigInteger Units(double value) => new(Decimal(value) * 100_000_000m);

    /// <summary>(Σ units) / 10^8 / count, correctly rounded.</summary>
    public static double Mean(BigInteger units, BigInteger count) => Ratio(units, count * Scale);

    /// <summary>The double nearest to numerator / denominator, ties to even.</summary>
    public static double Ratio(BigInteger numerator, BigInteger denominator)
    {
        if (numerator.IsZero)
        {
            return 0;
        }

        bool isNegative = numerator.Sign < 0;
        BigInteger n = BigInteger.Abs(numerator);
        BigInteger d = denominator;

        // Scale by a power of two until the quotient has 54 bits or more, then round to 53 by hand.
        int shift = (int)(d.GetBitLength() - n.GetBitLength()) + 56;
        if (shift > 0)
        {
            n <<= shift;
        }
        else
        {
            d <<= -shift;
        }

        BigInteger quotient = BigInteger.DivRem(n, d, out BigInteger rest);
        int extra = (int)quotient.GetBitLength() - 53;
        BigInteger kept = quotient >> extra;
        BigInteger cut = quotient - (kept << extra);
        BigInteger half = BigInteger.One << (extra - 1);
        bool roundsUp = cut > half || (cut == half && (!rest.IsZero || !kept.IsEven));
        double result = Math.ScaleB((double)(kept + (roundsUp ? 1 : 0)), extra - shift);
        return isNegative ? -result : result;
    }

    /// <summary>
    /// A quantity rounded down to whole steps: the double nearest to that many steps. It is read to 15 significant digits
    /// first, since 33.3 as a double lies below 33.3.
    /// </summary>
    public static double FloorTo(double quantity, decimal step)
    {
        if (quantity >= 1e15)
        {
            return quantity;
        }

        decimal read = decimal.Parse(
            quantity.ToString("E14", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        return Double(decimal.Floor(read / step) * step);
    }
}
