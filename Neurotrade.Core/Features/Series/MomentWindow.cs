using System.Runtime.CompilerServices;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Series;

/// <summary>
/// Mean, variance, skewness and kurtosis of a window of a series that lies on no decimal grid: O(1) a bar on average.
/// Powers are summed around an origin that is set to the window's mean once a window's length, and at once when the mean
/// has left it far behind, so they cannot cancel; with each setting the sums start anew. Missing values are passed over.
/// </summary>
public struct MomentWindow
{
    private readonly double[] values;
    private double origin;
    private CompensatedSum first;
    private CompensatedSum second;
    private CompensatedSum third;
    private CompensatedSum fourth;
    private int next;
    private int count;
    private int alike;

    /// <summary>An empty window of <paramref name="length"/> values, at least 1.</summary>
    public MomentWindow(int length)
    {
        Guard.That(length > 0);
        values = new double[length];
    }

    /// <summary>Whether as many values came as the window holds.</summary>
    public readonly bool IsFull => count == values.Length;

    /// <summary>The mean; NaN until the window is full.</summary>
    public readonly double Mean => IsFull ? origin + first.Over(count) : double.NaN;

    /// <summary>The population variance: exactly 0 where all values are the same; NaN until the window is full.</summary>
    public readonly double Variance => !IsFull ? double.NaN : alike >= count ? 0 : Math.Max(0, second.Over(count) - (Shift * Shift));

    /// <summary>Third central moment over the deviation to the third: 0 where both sides are alike; missing without scatter.</summary>
    public readonly double Skewness
    {
        get
        {
            double variance = Variance;
            if (!(variance > 0))
            {
                return double.NaN;
            }

            double shift = Shift;
            double moment = third.Over(count) - (3 * shift * second.Over(count)) + (2 * shift * shift * shift);
            return moment / (variance * Math.Sqrt(variance));
        }
    }

    /// <summary>Fourth central moment over the variance squared, less 3: 0 for a bell curve; missing without scatter.</summary>
    public readonly double ExcessKurtosis
    {
        get
        {
            double variance = Variance;
            if (!(variance > 0))
            {
                return double.NaN;
            }

            double shift = Shift;
            double square = shift * shift;
            double moment = fourth.Over(count) - (4 * shift * third.Over(count)) + (6 * square * second.Over(count))
                - (3 * square * square);
            return (moment / (variance * variance)) - 3;
        }
    }

    private readonly double Shift => first.Over(count);

    /// <summary>Takes the next value in and the oldest out.</summary>
    public void Push(double value)
    {
        if (double.IsNaN(value))
        {
            return;
        }

        alike = count > 0 && value == values[next == 0 ? values.Length - 1 : next - 1] ? alike + 1 : 1;
        if (IsFull)
        {
            Add(values[next], -1);
        }
        else
        {
            origin = count == 0 ? value : origin;
            count++;
        }

        Add(value, 1);
        values[next] = value;
        next++;
        next = next == values.Length ? 0 : next;
        if (IsFull && (next == 0 || IsFarFromOrigin()))
        {
            SetOrigin();
        }
    }

    // Whether the mean lies more than 8 deviations away: an outlier that left takes its origin with it.
    private readonly bool IsFarFromOrigin()
    {
        double sum = first.Value;
        return alike < count && 65 * sum * sum > 64 * count * second.Value;
    }

    private void Add(double value, double sign)
    {
        double offset = value - origin;
        double square = offset * offset;
        first.Add(sign * offset);
        second.Add(sign * square);
        third.Add(sign * square * offset);
        fourth.Add(sign * square * square);
    }

    // From the place in the ring, not by age: compensated sums hide the order.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SetOrigin()
    {
        origin += first.Over(count);
        (first, second, third, fourth) = (default, default, default, default);
        foreach (double value in values)
        {
            Add(value, 1);
        }
    }
}
