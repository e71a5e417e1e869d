using System.Runtime.CompilerServices;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Exact;

/// <summary>The double nearest to a fraction of two integers, ties to even.</summary>
public static class ExactRatio
{
    private const long LargestExact = 1L << 53;

    // The two-term quotient is good to about 2^-100; within this much of a rounding boundary the long way decides.
    private const double Doubt = 1.0 / (1L << 48) / (1L << 47);

    /// <summary>The nearest double to <paramref name="numerator"/> / <paramref name="denominator"/> (above 0).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Round(long numerator, long denominator)
    {
        // Both exact as doubles: the machine's division rounds once.
        bool areExact = (ulong)(numerator + LargestExact) <= 2 * (ulong)LargestExact && denominator <= LargestExact;
        return areExact ? (double)numerator / denominator : Round((Int128)numerator, denominator);
    }

    /// <summary>The nearest double, for operands under 2^126.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Round(Int128 numerator, Int128 denominator)
    {
        Guard.That(denominator > 0);
        UInt128 size = (UInt128)Int128.Abs(numerator);
        if (size == 0)
        {
            return 0;
        }

        (double a, double aRest) = Split(size);
        (double b, double bRest) = Split((UInt128)denominator);
        double quotient = a / b;
        double remainder = Math.FusedMultiplyAdd(-quotient, b, a);
        double correction = (remainder + Math.FusedMultiplyAdd(-quotient, bRest, aRest)) / b;
        double doubt = quotient * Doubt;
        double below = quotient + (correction - doubt);
        double above = quotient + (correction + doubt);
        double result = below == above ? below : LongDivision(size, (UInt128)denominator);
        return numerator < 0 ? -result : result;
    }

    /// <summary>The same by integer long division, bit by bit; the plain form beside the fast one.</summary>
    public static double LongDivision(UInt128 numerator, UInt128 denominator)
    {
        if (numerator == 0)
        {
            return 0;
        }

        // Scaled so that the quotient has 55 or 56 bits: two more than a double holds, and a sticky bit below.
        int shift = 55 - (BitLength(numerator) - BitLength(denominator));
        UInt128 divisor = shift < 0 ? denominator << -shift : denominator;
        (UInt128 wide, UInt128 rest) = UInt128.DivRem(numerator, divisor);
        ulong quotient = (ulong)wide;
        for (int i = 0; i < shift; i++)
        {
            rest <<= 1;
            quotient <<= 1;
            if (rest >= divisor)
            {
                rest -= divisor;
                quotient |= 1;
            }
        }

        long sticky = rest == 0 ? 0 : 1;
        return Math.ScaleB((double)((long)quotient | sticky), -shift);
    }

    private static (double Nearest, double Left) Split(UInt128 value)
    {
        if (value <= long.MaxValue)
        {
            long exact = (long)value;
            double nearest = exact;
            return (nearest, (double)((Int128)exact - (Int128)nearest));
        }

        // The leading 53 bits are a double; what is left is below them.
        int drop = BitLength(value) - 53;
        UInt128 lead = value >> drop;
        UInt128 rest = value - (lead << drop);
        int restDrop = Math.Max(0, BitLength(rest) - 63);
        return (Math.ScaleB((double)(long)lead, drop), Math.ScaleB((double)(long)(rest >> restDrop), restDrop));
    }

    private static int BitLength(UInt128 value) => 128 - (int)UInt128.LeadingZeroCount(value);
}
