using System.Runtime.CompilerServices;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Series;

/// <summary>
/// Covariance, correlation and slope of two series over a window: O(1) a bar on average. Products are summed around
/// origins that follow the means, as in <see cref="MomentWindow"/>. A pair with a missing value is passed over.
/// </summary>
public struct PairWindow
{
    private readonly double[] firsts;
    private readonly double[] seconds;
    private double firstOrigin;
    private double secondOrigin;
    private CompensatedSum firstSum;
    private CompensatedSum secondSum;
    private CompensatedSum firstSquares;
    private CompensatedSum secondSquares;
    private CompensatedSum products;
    private int next;
    private int count;
    private int firstAlike;
    private int secondAlike;

    /// <summary>An empty window of <paramref name="length"/> pairs, at least 2.</summary>
    public PairWindow(int length)
    {
        Guard.That(length > 1);
        firsts = new double[length];
        seconds = new double[length];
    }

    /// <summary>Whether as many pairs came as the window holds.</summary>
    public readonly bool IsFull => count == firsts.Length;

    /// <summary>Pearson's correlation, from −1 to 1; missing where one of the series does not move.</summary>
    public readonly double Correlation
    {
        get
        {
            double scatter = Math.Sqrt(FirstVariance) * Math.Sqrt(SecondVariance);
            return scatter > 0 ? Math.Clamp(Covariance / scatter, -1, 1) : double.NaN;
        }
    }

    /// <summary>What the first gains for each unit of the second; missing where the second does not move.</summary>
    public readonly double Slope => SecondVariance > 0 ? Covariance / SecondVariance : double.NaN;

    /// <summary>The population covariance; NaN until the window is full.</summary>
    public readonly double Covariance =>
        IsFull ? products.Over(count) - (firstSum.Over(count) * secondSum.Over(count)) : double.NaN;

    private readonly double FirstVariance => VarianceOf(in firstSum, in firstSquares, firstAlike);

    private readonly double SecondVariance => VarianceOf(in secondSum, in secondSquares, secondAlike);

    /// <summary>Takes the next pair in and the oldest out.</summary>
    public void Push(double first, double second)
    {
        if (double.IsNaN(first) || double.IsNaN(second))
        {
            return;
        }

        int newest = next == 0 ? firsts.Length - 1 : next - 1;
        firstAlike = count > 0 && first == firsts[newest] ? firstAlike + 1 : 1;
        secondAlike = count > 0 && second == seconds[newest] ? secondAlike + 1 : 1;
        if (IsFull)
        {
            Add(firsts[next], seconds[next], -1);
        }
        else
        {
            (firstOrigin, secondOrigin) = count == 0 ? (first, second) : (firstOrigin, secondOrigin);
            count++;
        }

        Add(first, second, 1);
        firsts[next] = first;
        seconds[next] = second;
        next = next + 1 == firsts.Length ? 0 : next + 1;
        if (IsFull && (next == 0 || IsFar(in firstSum, in firstSquares, firstAlike)
            || IsFar(in secondSum, in secondSquares, secondAlike)))
        {
            SetOrigins();
        }
    }

    private readonly double VarianceOf(in CompensatedSum sum, in CompensatedSum squares, int alike)
    {
        double shift = sum.Over(count);
        return !IsFull ? double.NaN : alike >= count ? 0 : Math.Max(0, squares.Over(count) - (shift * shift));
    }

    // Whether the mean lies more than 8 deviations away from its origin.
    private readonly bool IsFar(in CompensatedSum sum, in CompensatedSum squares, int alike) =>
        alike < count && 65 * sum.Value * sum.Value > 64 * count * squares.Value;

    private void Add(double first, double second, double sign)
    {
        double x = first - firstOrigin;
        double y = second - secondOrigin;
        firstSum.Add(sign * x);
        secondSum.Add(sign * y);
        firstSquares.Add(sign * x * x);
        secondSquares.Add(sign * y * y);
        products.Add(sign * x * y);
    }

    // From the place in the ring, not by age: compensated sums hide the order.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SetOrigins()
    {
        firstOrigin += firstSum.Over(count);
        secondOrigin += secondSum.Over(count);
        (firstSum, secondSum, firstSquares, secondSquares, products) = (default, default, default, default, default);
        for (int i = 0; i < firsts.Length; i++)
        {
            Add(firsts[i], seconds[i], 1);
        }
    }
}
