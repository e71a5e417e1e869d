using System.Numerics;

namespace Neurotrade.Tests.Features.Exact;

/// <summary>Exact fractions, for tests: shares no code with what it checks.</summary>
internal static class Rational
{
    /// <summary>Whether no other double is nearer to the fraction, and on a tie the even one was taken.</summary>
    public static bool IsNearest(double value, BigInteger numerator, BigInteger denominator)
    {
        BigInteger own = Distance(value, numerator, denominator, out int shift);
        foreach (double other in (double[])[Math.BitDecrement(value), Math.BitIncrement(value)])
        {
            BigInteger theirs = Distance(other, numerator, denominator, out int otherShift);
            int comparison = (own << Math.Max(0, otherShift - shift)).CompareTo(theirs << Math.Max(0, shift - otherShift));
            bool isEven = (BitConverter.DoubleToInt64Bits(value) & 1) == 0;
            if (comparison > 0 || (comparison == 0 && !isEven))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The nearest double to a fraction.</summary>
    public static double Nearest(BigInteger numerator, BigInteger denominator)
    {
        if (numerator.IsZero)
        {
            return 0;
        }

        // Both conversions cut bits off: the nearest is at most a few doubles above.
        int drop = (int)Math.Max(0, Math.Min(numerator.GetBitLength(), denominator.GetBitLength()) - 80);
        double guess = Math.BitDecrement((double)(numerator >> drop) / (double)(denominator >> drop));
        for (int i = 0; i < 8; i++, guess = Math.BitIncrement(guess))
        {
            if (IsNearest(guess, numerator, denominator))
            {
                return guess;
            }
        }

        throw new InvalidOperationException("No double near.");
    }

    /// <summary>The exact sum of doubles as a fraction.</summary>
    public static (BigInteger Numerator, BigInteger Denominator) Sum(IEnumerable<double> values)
    {
        BigInteger sum = 0;
        foreach (double value in values)
        {
            (BigInteger mantissa, int exponent) = Parts(value);
            sum += mantissa << (exponent + 1100);
        }

        return (sum, BigInteger.One << 1100);
    }

    // |value − numerator / denominator| × denominator × 2^shift.
    private static BigInteger Distance(double value, BigInteger numerator, BigInteger denominator, out int shift)
    {
        (BigInteger mantissa, int exponent) = Parts(value);
        shift = Math.Max(0, -exponent);
        BigInteger scaled = (mantissa << Math.Max(0, exponent)) * denominator;
        return BigInteger.Abs(scaled - (numerator << shift));
    }

    private static (BigInteger Mantissa, int Exponent) Parts(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long mantissa = bits & 0xFFFFFFFFFFFFFL;
        mantissa = exponent == 0 ? mantissa : mantissa | (1L << 52);
        return (bits < 0 ? -mantissa : mantissa, Math.Max(exponent, 1) - 1075);
    }
}
