using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Series;

/// <summary>
/// The last so many values of a series, kept in order of size: places by binary search, and a move of memory a bar.
/// Missing values are passed over.
/// </summary>
public struct SortedWindow
{
    private readonly double[] ring;
    private readonly double[] sorted;
    private int next;
    private int count;

    /// <summary>An empty window of <paramref name="length"/> values, at least 1.</summary>
    public SortedWindow(int length)
    {
        Guard.That(length > 0);
        ring = new double[length];
        sorted = new double[length];
    }

    /// <summary>Whether as many values came as the window holds.</summary>
    public readonly bool IsFull => count == ring.Length;

    /// <summary>The values of the window, smallest first.</summary>
    public readonly ReadOnlySpan<double> Sorted => sorted.AsSpan(0, count);

    /// <summary>The middle value, of an even number the mean of the two; NaN until the window is full.</summary>
    public readonly double Median => !IsFull ? double.NaN
        : (count & 1) == 1 ? sorted[count / 2] : (sorted[(count / 2) - 1] + sorted[count / 2]) / 2;

    /// <summary>The middle one of the distances from the median; NaN until the window is full.</summary>
    public readonly double MedianDistance
    {
        get
        {
            if (!IsFull)
            {
                return double.NaN;
            }

            // Distances fall to the middle and rise from it: the nearest half is a run around the median, found by halving.
            double median = Median;
            int half = (count / 2) + 1;
            int low = 0;
            int high = count - half;
            while (low < high)
            {
                int start = (low + high) >>> 1;
                if (median - sorted[start] > sorted[start + half] - median)
                {
                    low = start + 1;
                }
                else
                {
                    high = start;
                }
            }

            double largest = Math.Max(median - sorted[low], sorted[low + half - 1] - median);
            return (count & 1) == 1 ? largest : (largest + Second(median, low, half)) / 2;
        }
    }

    /// <summary>The value below which a share of the window lies, between neighbours in proportion; NaN until it is full.</summary>
    public readonly double Quantile(double share)
    {
        if (!IsFull)
        {
            return double.NaN;
        }

        double place = share * (count - 1);
        int below = (int)place;
        return below + 1 >= count ? sorted[count - 1] : sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }

    /// <summary>How many values of the window are below this one.</summary>
    public readonly int CountBelow(double value) => Place(value);

    /// <summary>Takes the next value in and the oldest out.</summary>
    public void Push(double value)
    {
        if (double.IsNaN(value))
        {
            return;
        }

        if (IsFull)
        {
            int left = Place(ring[next]);
            int came = Place(value);
            if (came > left)
            {
                came--;
                sorted.AsSpan(left + 1, came - left).CopyTo(sorted.AsSpan(left));
            }
            else
            {
                sorted.AsSpan(came, left - came).CopyTo(sorted.AsSpan(came + 1));
            }

            sorted[came] = value;
        }
        else
        {
            int came = Place(value);
            sorted.AsSpan(came, count - came).CopyTo(sorted.AsSpan(came + 1));
            sorted[came] = value;
            count++;
        }

        ring[next] = value;
        next = next + 1 == ring.Length ? 0 : next + 1;
    }

    // The second largest distance within the run of the nearest values.
    private readonly double Second(double median, int start, int length)
    {
        int end = start + length - 1;
        bool isLowEnd = median - sorted[start] > sorted[end] - median;
        (int first, int last) = isLowEnd ? (start + 1, end) : (start, end - 1);
        return Math.Max(median - sorted[first], sorted[last] - median);
    }

    // The first place whose value is not below this one.
    private readonly int Place(double value)
    {
        int low = 0;
        int high = count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
