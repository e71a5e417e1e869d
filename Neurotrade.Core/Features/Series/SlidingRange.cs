using System.Runtime.CompilerServices;

namespace Neurotrade.Core.Features.Series;

/// <summary>Highest and lowest of a window, for two series or twice the same one.</summary>
public struct SlidingRange(int length)
{
    private SlidingExtreme highs = new(length);
    private SlidingExtreme lows = new(length);

    /// <summary>Whether as many values came as the window holds.</summary>
    public readonly bool IsFull => highs.IsFull;

    /// <summary>The highest high.</summary>
    public readonly double Highest => highs.Highest;

    /// <summary>The lowest low.</summary>
    public readonly double Lowest => -lows.Highest;

    /// <summary>How many bars ago the highest high was; of equals the oldest.</summary>
    public readonly int HighAge => highs.Age;

    /// <summary>How many bars ago the lowest low was; of equals the oldest.</summary>
    public readonly int LowAge => lows.Age;

    /// <summary>Takes the next pair in and the oldest out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(double high, double low)
    {
        highs.Push(high);
        lows.Push(-low);
    }

    /// <summary>Where a value stands in the range, from 0 to 100; 0 without a range, NaN until the window is full.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly double Position(double value)
    {
        if (!IsFull)
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
}
