using System.Runtime.CompilerServices;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Series;

/// <summary>
/// Highest and lowest of a window, for two series or twice the same one, by the blocks of van Herk, Gil and Werman:
/// a window is the end of one block and the beginning of the next, so it is the extreme of a running one and of one
/// found backwards when a block was full. O(1) a bar without branches that depend on the values. No value may be NaN.
/// </summary>
public struct SlidingRange
{
    // Of this block the values so far; behind them, of the block before, the extremes from there to its end.
    private readonly double[] highs;
    private readonly double[] lows;
    private double blockHigh;
    private double blockLow;
    private int next;
    private bool isFull;

    /// <summary>An empty window of <paramref name="length"/> values, at least 1.</summary>
    public SlidingRange(int length)
    {
        Guard.That(length > 0);
        highs = new double[length];
        lows = new double[length];
        highs.AsSpan().Fill(double.NegativeInfinity);
        lows.AsSpan().Fill(double.PositiveInfinity);
        blockHigh = double.NegativeInfinity;
        blockLow = double.PositiveInfinity;
    }

    /// <summary>Whether as many values came as the window holds.</summary>
    public readonly bool IsFull => isFull;

    /// <summary>The highest high of those that came, at most the window's length back.</summary>
    public double Highest { readonly get; private set; }

    /// <summary>The lowest low.</summary>
    public double Lowest { readonly get; private set; }

    /// <summary>Takes the next pair in and the oldest out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(double high, double low)
    {
        int at = next;
        highs[at] = high;
        lows[at] = low;
        blockHigh = double.MaxNative(blockHigh, high);
        blockLow = double.MinNative(blockLow, low);
        next = at + 1;
        if (next < highs.Length)
        {
            Highest = double.MaxNative(blockHigh, highs[next]);
            Lowest = double.MinNative(blockLow, lows[next]);
            return;
        }

        (Highest, Lowest, next, isFull) = (blockHigh, blockLow, 0, true);
        (blockHigh, blockLow) = (double.NegativeInfinity, double.PositiveInfinity);
        EndBlock(highs, lows);
    }

    /// <summary>Starts anew with as many values as the window holds.</summary>
    internal void Refill(ReadOnlySpan<double> newestHighs, ReadOnlySpan<double> newestLows)
    {
        Guard.That(newestHighs.Length == highs.Length);
        (blockHigh, blockLow, next) = (double.NegativeInfinity, double.PositiveInfinity, 0);
        for (int i = 0; i < newestHighs.Length; i++)
        {
            Push(newestHighs[i], newestLows[i]);
        }
    }

    /// <summary>Values the window holds when full.</summary>
    internal readonly int Length => highs.Length;

    /// <summary>Where a value stands in the range, from 0 to 100; 0 without a range, NaN until the window is full.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly double Position(double value)
    {
        if (!isFull)
        {
            return double.NaN;
        }

        // At the edges the quotient could miss 100 and 0 by a rounding.
        double highest = Highest;
        double lowest = Lowest;
        return lowest == highest || value <= lowest ? 0
            : value >= highest ? 100
            : 100 * (value - lowest) / (highest - lowest);
    }

    // Static, so that the struct itself can live in registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void EndBlock(double[] highs, double[] lows)
    {
        for (int i = highs.Length - 2; i >= 0; i--)
        {
            highs[i] = double.MaxNative(highs[i], highs[i + 1]);
            lows[i] = double.MinNative(lows[i], lows[i + 1]);
        }
    }
}
