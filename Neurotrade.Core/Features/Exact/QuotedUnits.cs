using System.Runtime.CompilerServices;

namespace Neurotrade.Core.Features.Exact;

/// <summary>
/// The decimal behind a double, as a whole number of hundred-millionths: exchanges quote at most 8 places
/// (contracts 4.20).
/// </summary>
public static class QuotedUnits
{
    /// <summary>Units in 1.</summary>
    public const long PerOne = 100_000_000;

    /// <summary>Values below this (2^18) take the fast way; 300,000 of them sum up within 64 bits.</summary>
    public const double SmallLimit = 262_144;

    private const double LargestInteger = 9_007_199_254_740_992;

    private static ReadOnlySpan<double> PowersOfTen => [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8];

    /// <summary>The units of a value under <see cref="SmallLimit"/>; false when it is larger or off the grid.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TrySmall(double value, out long units)
    {
        // Under the limit the product is off by less than 0.1, so the nearest integer is the only candidate; that decimal
        // is what was quoted only if it reads as the value.
        double nearest = Math.Round(value * PerOne);
        units = double.ConvertToIntegerNative<long>(nearest);
        return Math.Abs(value) < SmallLimit && Quoted(nearest) == value;
    }

    /// <summary>Units below 2^45 over <see cref="PerOne"/>, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Quoted(double units)
    {
        // A division's result without a division: the error of the first quotient is found exactly and added. The one
        // rounding left is the last, since such a quotient stays 2^-28 of a last place clear of the middle between two
        // doubles, and the reciprocal's error moves it by 2^-55.
        const double reciprocal = 1e-8;
        double quotient = units * reciprocal;
        double error = Math.FusedMultiplyAdd(-quotient, PerOne, units);
        return Math.FusedMultiplyAdd(error, reciprocal, quotient);
    }

    /// <summary>
    /// The units of a value of any size under 2^53: of the decimals with at most 8 places and at most 2^53 steps that
    /// read as this double, the one with the fewest places. False when it is off the grid.
    /// </summary>
    public static bool TryAny(double value, out Int128 units)
    {
        if (TrySmall(value, out long small))
        {
            units = small;
            return true;
        }

        units = 0;
        return Math.Abs(value) >= SmallLimit && Math.Abs(value) < LargestInteger && TryLarge(value, out units);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryLarge(double value, out Int128 units)
    {
        long rest = PerOne;
        foreach (double power in PowersOfTen)
        {
            double nearest = Math.Round(value * power);
            if (Math.Abs(nearest) >= LargestInteger)
            {
                break;
            }

            // The product may be rounded away from the integer by one step.
            for (int step = 0; step < 3; step++)
            {
                double candidate = nearest + (step == 2 ? -1 : step);
                if (candidate / power == value)
                {
                    units = (Int128)(long)candidate * rest;
                    return true;
                }
            }

            rest /= 10;
        }

        units = 0;
        return false;
    }
}
