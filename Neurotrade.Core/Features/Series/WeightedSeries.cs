using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Series;

/// <summary>
/// The mean of a window of a series in which the newest value weighs most (n, n − 1 … 1), by compensated sums; missing
/// values before the first are passed over.
/// </summary>
public struct WeightedSeries
{
    private readonly double[] values;
    private CompensatedSum sum;
    private CompensatedSum weighted;
    private int next;
    private int count;

    /// <summary>An empty window of <paramref name="length"/> values, at least 1.</summary>
    public WeightedSeries(int length)
    {
        Guard.That(length > 0);
        values = new double[length];
    }

    /// <summary>Takes the next value and gives the weighted mean; NaN until the window is full.</summary>
    public double Next(double value)
    {
        if (double.IsNaN(value))
        {
            return double.NaN;
        }

        if (count == values.Length)
        {
            weighted.Add(-sum.Value);
            weighted.Add(-sum.Rest);
            sum.Add(-values[next]);
        }
        else
        {
            count++;
        }

        double product = value * count;
        weighted.Add(product);
        weighted.Add(Math.FusedMultiplyAdd(value, count, -product));
        sum.Add(value);
        values[next] = value;
        next = next + 1 == values.Length ? 0 : next + 1;
        return count < values.Length ? double.NaN : weighted.Over((double)count * (count + 1) / 2);
    }
}
