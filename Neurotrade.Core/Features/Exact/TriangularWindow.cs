using System.Runtime.CompilerServices;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Exact;

/// <summary>
/// The mean of the means of a candle field: the weights rise to the middle of the window and fall again. From exact
/// integer sums, correctly rounded (contracts 4.20).
/// </summary>
public struct TriangularWindow
{
    private FieldWindow whole;
    private FieldWindow inner;
    private readonly long[] innerSums;
    private readonly Int128 weights;
    private Int128 total;
    private int next;

    /// <summary>An empty window of <paramref name="length"/> values, at least 1.</summary>
    public TriangularWindow(int length)
    {
        Guard.That(length > 0);
        int first = (length + 1) / 2;
        whole = new FieldWindow(length);
        inner = new FieldWindow(first);
        innerSums = new long[length + 1 - first];
        weights = (Int128)first * innerSums.Length * QuotedUnits.PerOne;
    }

    /// <summary>Takes the next value and gives the weighted mean; NaN until the window is full.</summary>
    public double Next(double value)
    {
        whole.Push(value);
        inner.Push(value);
        if (inner.IsFull)
        {
            long came = inner.Sum.SmallUnits;
            total += came - innerSums[next];
            innerSums[next] = came;
            next = next + 1 == innerSums.Length ? 0 : next + 1;
        }

        // Sums of bars that held other values have left the ring once the whole window is small again.
        return !whole.IsFull ? double.NaN
            : whole.Sum.IsSmall ? ExactRatio.Round(total, weights) : OfAnyValues();
    }

    // Values that are large or off the grid: summed up anew, oldest first.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly double OfAnyValues()
    {
        CompensatedSum sum = default;
        int length = whole.Length;
        int most = Math.Min(inner.Length, innerSums.Length);
        for (int i = 0; i < length; i++)
        {
            int older = i - whole.Oldest.Length;
            double value = older < 0 ? whole.Oldest[i] : whole.Newest[older];
            double weight = Math.Min(most, Math.Min(i + 1, length - i));
            double product = value * weight;
            sum.Add(product);
            sum.Add(Math.FusedMultiplyAdd(value, weight, -product));
        }

        return sum.Over((double)inner.Length * innerSums.Length);
    }
}
