using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Series;

/// <summary>
/// The mean of a window of a series in which the newest value weighs most (n, n − 1 … 1), summed up anew each bar:
/// such windows are short. Missing values before the first are passed over.
/// </summary>
public struct WeightedSeries
{
    private readonly double[] values;
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

        values[next] = value;
        next = next + 1 == values.Length ? 0 : next + 1;
        count = Math.Min(count + 1, values.Length);
        return count < values.Length ? double.NaN : Sum() / ((double)count * (count + 1) / 2);
    }

    // From the oldest, so that the sum depends on the window alone.
    private readonly double Sum()
    {
        double weight = 0;
        double sum = 0;
        foreach (double value in values.AsSpan(next))
        {
            sum = Math.FusedMultiplyAdd(value, ++weight, sum);
        }

        foreach (double value in values.AsSpan(0, next))
        {
            sum = Math.FusedMultiplyAdd(value, ++weight, sum);
        }

        return sum;
    }
}
