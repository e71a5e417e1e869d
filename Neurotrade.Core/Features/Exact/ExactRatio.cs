using System.Runtime.CompilerServices;

namespace Neurotrade.Core.Features.Exact;

/// <summary>The double nearest to a fraction of two integers, ties to even.</summary>
public static class ExactRatio
{
    /// <summary>The fast way takes numbers of so many bits.</summary>
    internal const int MostBits = 117;

    private const double TwoTo32 = 4_294_967_296;
    private const double TwoTo64 = TwoTo32 * TwoTo32;
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

    /// <summary>The nearest double, for a numerator under 2^126 and a denominator under 2^117.</summary>
    public static double Round(Int128 numerator, Int128 denominator) => Round(numerator, new ExactDivisor(denominator));

    /// <summary>The nearest double, for a numerator under 2^126.</summary>
    public static double Round(Int128 numerator, in ExactDivisor divisor)
    {
        UInt128 size = (UInt128)Int128.Abs(numerator);
        double result = size >> MostBits == 0 ? Divide(size, divisor) : LongDivision(size, divisor.Value);
        return numerator < 0 ? -result : result;
    }

    private static double Divide(UInt128 size, in ExactDivisor divisor)
    {
        (double nearest, double left) = Split(size);
        double quotient = nearest / divisor.Nearest;
        double remainder = Math.FusedMultiplyAdd(-quotient, divisor.Nearest, nearest);
        double correction = (remainder + Math.FusedMultiplyAdd(-quotient, divisor.Left, left)) / divisor.Nearest;
        double doubt = quotient * Doubt;
        double below = quotient + (correction - doubt);
        double above = quotient + (correction + doubt);
        return below == above ? below : LongDivision(size, divisor.Value);
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

    /// <summary>A number under 2^117 as the double nearest to it and, to 53 bits, what is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (double Nearest, double Left) Split(UInt128 value)
    {
        // Three pieces that are exact as doubles, added up from the smallest with what each addition loses.
        ulong lower = (ulong)value;
        double high = (double)(long)(ulong)(value >> 64) * TwoTo64;
        double middle = (double)(long)(lower >> 32) * TwoTo32;
        double low = (double)(long)(lower & uint.MaxValue);
        double part = middle + low;
        double partLeft = low - (part - middle);
        double nearest = high + part;
        return (nearest, part - (nearest - high) + partLeft);
    }

    private static int BitLength(UInt128 value) => 128 - (int)UInt128.LeadingZeroCount(value);
}
