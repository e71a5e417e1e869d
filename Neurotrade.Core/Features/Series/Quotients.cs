using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Neurotrade.Core.Features.Series;

/// <summary>
/// Element-wise ends of indicators over blocks, four values a step: each lane does what the plain step does, in its
/// order, so the bits are the same at any vector width.
/// </summary>
internal static class Quotients
{
    private const int Lanes = 4;

    /// <summary>Sets <paramref name="shares"/> to 100 × part / (part + other), 100 where other is 0.</summary>
    public static void Shares(ReadOnlySpan<double> parts, ReadOnlySpan<double> others, Span<double> shares)
    {
        Vector256<double> hundred = Vector256.Create(100.0);
        ref double part = ref MemoryMarshal.GetReference(parts);
        ref double other = ref MemoryMarshal.GetReference(others[..parts.Length]);
        ref double share = ref MemoryMarshal.GetReference(shares[..parts.Length]);
        int i = 0;
        for (; i <= parts.Length - Lanes; i += Lanes)
        {
            Vector256<double> gain = Vector256.LoadUnsafe(ref part, (nuint)i);
            Vector256<double> loss = Vector256.LoadUnsafe(ref other, (nuint)i);
            Vector256<double> value = hundred * gain / (gain + loss);
            Vector256.ConditionalSelect(Vector256.Equals(loss, Vector256<double>.Zero), hundred, value)
                .StoreUnsafe(ref share, (nuint)i);
        }

        for (; i < parts.Length; i++)
        {
            shares[i] = others[i] == 0 ? 100 : 100 * parts[i] / (parts[i] + others[i]);
        }
    }

    /// <summary>
    /// Turns smoothed movement into percent of the smoothed range, in place, and sets the strengths 100 × |plus − minus| /
    /// (plus + minus), 0 where both are equal. No range may be 0.
    /// </summary>
    public static void Strengths(ReadOnlySpan<double> ranges, Span<double> pluses, Span<double> minuses, Span<double> strengths)
    {
        Vector256<double> hundred = Vector256.Create(100.0);
        ref double range = ref MemoryMarshal.GetReference(ranges);
        ref double up = ref MemoryMarshal.GetReference(pluses[..ranges.Length]);
        ref double down = ref MemoryMarshal.GetReference(minuses[..ranges.Length]);
        ref double strength = ref MemoryMarshal.GetReference(strengths[..ranges.Length]);
        int i = 0;
        for (; i <= ranges.Length - Lanes; i += Lanes)
        {
            Vector256<double> move = Vector256.LoadUnsafe(ref range, (nuint)i);
            Vector256<double> plus = hundred * Vector256.LoadUnsafe(ref up, (nuint)i) / move;
            Vector256<double> minus = hundred * Vector256.LoadUnsafe(ref down, (nuint)i) / move;
            Vector256<double> value = hundred * Vector256.Abs(plus - minus) / (plus + minus);
            plus.StoreUnsafe(ref up, (nuint)i);
            minus.StoreUnsafe(ref down, (nuint)i);
            Vector256.ConditionalSelect(Vector256.Equals(plus, minus), Vector256<double>.Zero, value)
                .StoreUnsafe(ref strength, (nuint)i);
        }

        for (; i < ranges.Length; i++)
        {
            double plus = 100 * pluses[i] / ranges[i];
            double minus = 100 * minuses[i] / ranges[i];
            pluses[i] = plus;
            minuses[i] = minus;
            strengths[i] = plus == minus ? 0 : 100 * Math.Abs(plus - minus) / (plus + minus);
        }
    }

    /// <summary>Where values stand between lowest and highest, from 0 to 100; 0 without a range.</summary>
    public static void Positions(
        ReadOnlySpan<double> values, ReadOnlySpan<double> highest, ReadOnlySpan<double> lowest, Span<double> positions)
    {
        Vector256<double> hundred = Vector256.Create(100.0);
        ref double value = ref MemoryMarshal.GetReference(values);
        ref double high = ref MemoryMarshal.GetReference(highest[..values.Length]);
        ref double low = ref MemoryMarshal.GetReference(lowest[..values.Length]);
        ref double position = ref MemoryMarshal.GetReference(positions[..values.Length]);
        int i = 0;
        for (; i <= values.Length - Lanes; i += Lanes)
        {
            Vector256<double> x = Vector256.LoadUnsafe(ref value, (nuint)i);
            Vector256<double> top = Vector256.LoadUnsafe(ref high, (nuint)i);
            Vector256<double> bottom = Vector256.LoadUnsafe(ref low, (nuint)i);
            Vector256<double> share = hundred * (x - bottom) / (top - bottom);
            share = Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(x, top), hundred, share);
            Vector256<double> isLow = Vector256.Equals(top, bottom) | Vector256.LessThanOrEqual(x, bottom);
            Vector256.ConditionalSelect(isLow, Vector256<double>.Zero, share).StoreUnsafe(ref position, (nuint)i);
        }

        for (; i < values.Length; i++)
        {
            double bottom = lowest[i];
            positions[i] = highest[i] == bottom || values[i] <= bottom ? 0
                : values[i] >= highest[i] ? 100
                : 100 * (values[i] - bottom) / (highest[i] - bottom);
        }
    }

    /// <summary>Compensated sums in two parts over a count, as <c>CompensatedSum.Over</c> rounds them.</summary>
    public static void Means(ReadOnlySpan<double> highs, ReadOnlySpan<double> lows, double count, Span<double> means)
    {
        Vector256<double> divisor = Vector256.Create(count);
        ref double high = ref MemoryMarshal.GetReference(highs);
        ref double low = ref MemoryMarshal.GetReference(lows[..highs.Length]);
        ref double mean = ref MemoryMarshal.GetReference(means[..highs.Length]);
        int i = 0;
        for (; i <= highs.Length - Lanes; i += Lanes)
        {
            Vector256<double> lead = Vector256.LoadUnsafe(ref high, (nuint)i);
            Vector256<double> rest = Vector256.LoadUnsafe(ref low, (nuint)i);
            Vector256<double> sum = lead + rest;
            rest -= sum - lead;
            Vector256<double> quotient = sum / divisor;
            Vector256<double> remainder = Vector256.FusedMultiplyAdd(-quotient, divisor, sum);
            (quotient + ((remainder + rest) / divisor)).StoreUnsafe(ref mean, (nuint)i);
        }

        for (; i < highs.Length; i++)
        {
            double sum = highs[i] + lows[i];
            double rest = lows[i] - (sum - highs[i]);
            double quotient = sum / count;
            means[i] = quotient + ((Math.FusedMultiplyAdd(-quotient, count, sum) + rest) / count);
        }
    }
}
