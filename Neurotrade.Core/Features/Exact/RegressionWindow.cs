using System.Runtime.CompilerServices;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Exact;

/// <summary>
/// The straight line that fits a window of a candle field best, by least squares. Its sums are exact integers, so
/// slope and values of the line are correctly rounded (contracts 4.20).
/// </summary>
public struct RegressionWindow
{
    private FieldWindow window;
    private Int128 weighted;

    /// <summary>An empty window of <paramref name="length"/> values, at least 2.</summary>
    public RegressionWindow(int length)
    {
        Guard.That(length > 1);
        window = new FieldWindow(length);
    }

    /// <summary>Values the window holds when full.</summary>
    public readonly int Length => window.Length;

    /// <summary>The correctly rounded mean; NaN until the window is full.</summary>
    public readonly double Mean => window.Mean;

    /// <summary>What the line gains a bar; NaN until the window is full.</summary>
    public readonly double Slope => !window.IsFull ? double.NaN
        : window.Sum.IsSmall ? ExactRatio.Round(Rise(), Scale()) : SlopeOfAnyValues();

    /// <summary>Takes the next value in and the oldest out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(double value)
    {
        bool wasFull = window.IsFull;
        long before = window.Sum.SmallUnits;
        window.Push(value, out long came, out _);

        // Every value loses one of its weights, the oldest its last.
        weighted -= wasFull ? before : 0;
        weighted += (Int128)window.Count * (came == ExactSum.NoUnits ? 0 : came);
    }

    /// <summary>The line's value so many bars after the newest one, or before it; NaN until the window is full.</summary>
    public readonly double At(int barsAhead)
    {
        if (!window.IsFull)
        {
            return double.NaN;
        }

        long n = window.Length;
        if (!window.Sum.IsSmall)
        {
            return Mean + (Slope * (((n - 1) / 2.0) + barsAhead));
        }

        // mean + slope × (bars from the middle), over one denominator.
        Int128 parts = ((Int128)window.Sum.SmallUnits * ((n * n) - 1)) + (Rise() * (n - 1 + (2 * barsAhead)) / 2);
        return ExactRatio.Round(parts, Scale());
    }

    // With weights k from 1 for the oldest: slope = 6 × (2 Σ k·x − (n + 1) Σ x) / (n × (n² − 1)).
    private readonly Int128 Rise() =>
        6 * ((2 * weighted) - ((window.Length + 1) * (Int128)window.Sum.SmallUnits));

    private readonly Int128 Scale()
    {
        Int128 n = window.Length;
        return n * ((n * n) - 1) * QuotedUnits.PerOne;
    }

    // Values that are large or off the grid: summed up anew around the mean, oldest first.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly double SlopeOfAnyValues()
    {
        double mean = Mean;
        double middle = (window.Length - 1) / 2.0;
        double place = -middle;
        CompensatedSum sum = default;
        foreach (double value in window.Oldest)
        {
            sum.Add(place++ * (value - mean));
        }

        foreach (double value in window.Newest)
        {
            sum.Add(place++ * (value - mean));
        }

        double n = window.Length;
        return sum.Over(n * ((n * n) - 1) / 12);
    }
}
