using System.Collections.Immutable;
using System.Numerics;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Core.Strategies;

/// <summary>The steps of a parameter's range: step k is the nearest double to the decimal lo + k × step (contracts 3).</summary>
public static class ParameterRange
{
    /// <summary>The most steps a range may have.</summary>
    public const int Most = 1_000_000;

    /// <summary>How many steps there are from lo to hi, hi included where a step meets it; 0 where lo is above hi.</summary>
    public static long Count(double lo, double hi, double step)
    {
        Guard.That(double.IsFinite(lo) && double.IsFinite(hi) && step > 0 && double.IsFinite(step));
        if (lo > hi)
        {
            return 0;
        }

        DecimalNumber span = DecimalNumber.Of(hi).Plus(DecimalNumber.Of(lo).Times(-1));
        BigInteger steps = span.DividedBy(DecimalNumber.Of(step));
        return steps > long.MaxValue - 1 ? long.MaxValue : (long)steps + 1;
    }

    /// <summary>The value of step <paramref name="k"/> from 0.</summary>
    public static double Value(double lo, double step, long k) =>
        DecimalNumber.Of(lo).Plus(DecimalNumber.Of(step).Times(k)).ToDouble();

    /// <summary>All values from lo to hi; at most <see cref="Most"/>.</summary>
    public static ImmutableArray<double> Values(double lo, double hi, double step)
    {
        long count = Count(lo, hi, step);
        Guard.That(count <= Most);
        ImmutableArray<double>.Builder values = ImmutableArray.CreateBuilder<double>((int)count);
        for (long k = 0; k < count; k++)
        {
            values.Add(Value(lo, step, k));
        }

        return values.MoveToImmutable();
    }
}
