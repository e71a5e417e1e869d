using System.Runtime.CompilerServices;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Exact;

/// <summary>
/// The mean of a window of a candle field in which the newest value weighs most (n, n − 1 … 1), from an exact
/// weighted sum, correctly rounded (contracts 4.20).
/// </summary>
public struct WeightedWindow
{
    private readonly double[] values;
    private readonly long[] units;
    private readonly ExactDivisor weights;
    private ExactSum sum;
    private Int128 weighted;
    private int next;
    private int count;

    /// <summary>An empty window of <paramref name="length"/> values, at least 1.</summary>
    public WeightedWindow(int length)
    {
        Guard.That(length > 0);
        values = new double[length];
        units = new long[length];
        sum = new ExactSum(new OtherTerms());
        weights = new ExactDivisor((Int128)length * (length + 1) / 2 * QuotedUnits.PerOne);
    }

    /// <summary>Takes the next value and gives the weighted mean; NaN until the window is full.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Next(double value)
    {
        int at = next;
        bool wasFull = count == values.Length;
        if (wasFull)
        {
            // Every value loses one of its weights, the oldest its last.
            weighted -= sum.SmallUnits;
            sum.Remove(values[at], units[at]);
        }
        else
        {
            count++;
        }

        long came = sum.Add(value);
        weighted += (Int128)count * (came == ExactSum.NoUnits ? 0 : came);
        values[at] = value;
        units[at] = came;
        next = at + 1 == values.Length ? 0 : at + 1;
        return count < values.Length ? double.NaN : Mean();
    }

    private readonly double Mean() => sum.IsSmall ? ExactRatio.Round(weighted, in weights) : OfAnyValues();

    // Values that are large or off the grid: summed up anew, oldest first.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly double OfAnyValues()
    {
        Int128 quoted = 0;
        CompensatedSum total = default;
        for (int i = 0; i < values.Length; i++)
        {
            int at = next + i;
            double value = values[at >= values.Length ? at - values.Length : at];
            if (QuotedUnits.TryAny(value, out Int128 whole))
            {
                quoted += whole * (i + 1);
            }
            else
            {
                double product = value * (i + 1);
                total.Add(product);
                total.Add(Math.FusedMultiplyAdd(value, i + 1, -product));
            }
        }

        return sum.IsQuoted
            ? ExactRatio.Round(quoted, in weights)
            : total.PlusUnits(quoted).Over((double)values.Length * (values.Length + 1) / 2);
    }
}
