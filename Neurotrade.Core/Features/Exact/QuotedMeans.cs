using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Neurotrade.Core.Features.Exact;

/// <summary>
/// Means of a sliding window of small quoted values over a column, in doubles that hold whole units: every step is
/// exact while sums stay within 2^53, so the plain and the vector form give the same bits as <see cref="FieldWindow"/>.
/// </summary>
internal static class QuotedMeans
{
    private const double LargestExact = 9_007_199_254_740_992;

    /// <summary>
    /// Sets the means of the windows that end at <paramref name="from"/> and after, and returns the first place that it
    /// did not: the end, or before a value that is large, off the grid or makes the sum too large. The window before
    /// <paramref name="from"/> holds small quoted values only, whose sum in units is <paramref name="sum"/>.
    /// </summary>
    public static int Run(ReadOnlySpan<double> values, int from, int length, ref double sum, Span<double> means) =>
        RunPlain(values, RunVectors(values, from, length, ref sum, means), length, ref sum, means);

    /// <summary>One value after another.</summary>
    internal static int RunPlain(ReadOnlySpan<double> values, int from, int length, ref double sum, Span<double> means)
    {
        double divisor = (double)length * QuotedUnits.PerOne;
        double total = sum;
        int at = from;
        for (; at < values.Length; at++)
        {
            double units = Math.Round(values[at] * QuotedUnits.PerOne);
            double next = total + (units - Math.Round(values[at - length] * QuotedUnits.PerOne));
            if (!(Math.Abs(values[at]) < QuotedUnits.SmallLimit && QuotedUnits.Quoted(units) == values[at]
                && Math.Abs(next) <= LargestExact))
            {
                break;
            }

            total = next;
            means[at] = total / divisor;
        }

        sum = total;
        return at;
    }

    /// <summary>Four values a step; what is left over, or awkward, is left to the plain form.</summary>
    internal static int RunVectors(ReadOnlySpan<double> values, int from, int length, ref double sum, Span<double> means)
    {
        Vector256<double> scale = Vector256.Create((double)QuotedUnits.PerOne);
        Vector256<double> reciprocal = Vector256.Create(1e-8);
        Vector256<double> limit = Vector256.Create(QuotedUnits.SmallLimit);
        Vector256<double> most = Vector256.Create(LargestExact);
        Vector256<double> divisor = Vector256.Create((double)length * QuotedUnits.PerOne);
        Vector256<double> total = Vector256.Create(sum);
        ref double first = ref MemoryMarshal.GetReference(values);
        ref double mean = ref MemoryMarshal.GetReference(means[..values.Length]);
        int at = from;
        for (; at <= values.Length - Vector256<double>.Count; at += Vector256<double>.Count)
        {
            Vector256<double> came = Vector256.LoadUnsafe(ref first, (nuint)at);
            Vector256<double> units = Vector256.Round(came * scale);
            Vector256<double> left = Vector256.Round(Vector256.LoadUnsafe(ref first, (nuint)(at - length)) * scale);
            Vector256<double> quotient = units * reciprocal;
            Vector256<double> error = Vector256.FusedMultiplyAdd(-quotient, scale, units);
            Vector256<double> quoted = Vector256.FusedMultiplyAdd(error, reciprocal, quotient);
            Vector256<double> change = units - left;
            change += Vector256.Shuffle(change, Vector256.Create(4L, 0, 1, 2));
            change += Vector256.Shuffle(change, Vector256.Create(4L, 4, 0, 1));
            Vector256<double> sums = total + change;
            Vector256<double> isGood = Vector256.Equals(quoted, came) & Vector256.LessThan(Vector256.Abs(came), limit)
                & Vector256.LessThanOrEqual(Vector256.Abs(sums), most);
            if (isGood.ExtractMostSignificantBits() != 0b1111)
            {
                break;
            }

            (sums / divisor).StoreUnsafe(ref mean, (nuint)at);
            total = Vector256.Shuffle(sums, Vector256.Create(3L, 3, 3, 3));
        }

        sum = total.ToScalar();
        return at;
    }
}
