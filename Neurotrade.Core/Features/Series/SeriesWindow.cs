using System.Runtime.CompilerServices;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Series;

/// <summary>
/// The last so many values of a series that lies on no decimal grid, with a compensated sum. Missing values before
/// the first are passed over; where nothing but zeros is left the sum is exactly 0.
/// </summary>
public struct SeriesWindow
{
    /// <summary>The longest block that <see cref="Leap"/> takes.</summary>
    internal const int MostBlock = 256;

    private readonly double[] values;
    private CompensatedSum sum;
    private int next;
    private int count;
    private int nonZero;

    /// <summary>An empty window of <paramref name="length"/> values, at least 1.</summary>
    public SeriesWindow(int length)
    {
        Guard.That(length > 0);
        values = new double[length];
    }

    /// <summary>Values the window holds when full.</summary>
    public readonly int Length => values.Length;

    /// <summary>Whether as many values came as the window holds.</summary>
    public readonly bool IsFull => count == values.Length;

    /// <summary>The sum; NaN until the window is full.</summary>
    public readonly double Sum => IsFull ? sum.Value : double.NaN;

    /// <summary>The mean; NaN until the window is full.</summary>
    public readonly double Mean => IsFull ? sum.Over(values.Length) : double.NaN;

    /// <summary>Takes a block of values into a full window and sets the mean after each.</summary>
    internal void Leap(ReadOnlySpan<double> block, Span<double> means)
    {
        Guard.That(IsFull && block.Length <= MostBlock);
        Span<double> highs = stackalloc double[MostBlock];
        Span<double> lows = stackalloc double[MostBlock];
        SeriesWindow local = this;
        for (int i = 0; i < block.Length; i++)
        {
            local.Push(block[i]);
            (highs[i], lows[i]) = local.sum.Parts;
        }

        this = local;
        Quotients.Means(highs[..block.Length], lows[..block.Length], values.Length, means);
    }

    /// <summary>Takes the next value in and the oldest out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(double value)
    {
        if (double.IsNaN(value))
        {
            return;
        }

        if (IsFull)
        {
            double left = values[next];
            sum.Add(-left);
            nonZero -= left == 0 ? 0 : 1;
        }
        else
        {
            count++;
        }

        if (nonZero == 0)
        {
            sum = default;
        }

        nonZero += value == 0 ? 0 : 1;
        sum.Add(value);
        values[next] = value;
        next = next + 1 == values.Length ? 0 : next + 1;
    }
}
