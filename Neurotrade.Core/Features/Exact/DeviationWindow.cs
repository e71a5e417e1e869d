using System.Runtime.CompilerServices;

namespace Neurotrade.Core.Features.Exact;

/// <summary>
/// Mean and population deviation of a candle field over a window. The variance comes from exact integer sums as
/// (n·Σx² − (Σx)²) / n², which cannot cancel, is rounded once and its root once more (contracts 4.20).
/// </summary>
public struct DeviationWindow(int length)
{
    private FieldWindow window = new(length);
    private readonly ExactDivisor scale = new((Int128)length * QuotedUnits.PerOne * length * QuotedUnits.PerOne);
    private Int128 squares;

    /// <summary>Whether as many values came as the window holds.</summary>
    public readonly bool IsFull => window.IsFull;

    /// <summary>Values the window holds when full.</summary>
    public readonly int Length => window.Length;

    /// <summary>The older part of a full window; what follows is <see cref="Newest"/>.</summary>
    public readonly ReadOnlySpan<double> Oldest => window.Oldest;

    /// <summary>The newer part of a full window.</summary>
    public readonly ReadOnlySpan<double> Newest => window.Newest;

    /// <summary>The correctly rounded mean; NaN until the window is full.</summary>
    public readonly double Mean => window.Mean;

    /// <summary>The population deviation; NaN until the window is full.</summary>
    public readonly double Deviation => IsFull ? Math.Sqrt(Variance()) : double.NaN;

    /// <summary>Takes the next value in and the oldest out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(double value)
    {
        window.Push(value, out long came, out long left);
        squares += Square(came) - Square(left);
    }

    /// <summary>
    /// Takes values of a column from a place on, at least a window's length into it, sets their means and deviations, and
    /// returns the place after them; <paramref name="from"/> where the window or the next values are awkward.
    /// </summary>
    internal int Leap(ReadOnlySpan<double> column, int from, Span<double> means, Span<double> deviations)
    {
        if (!IsFull || !window.IsSmall)
        {
            return from;
        }

        int end = QuotedDeviations.Run(column, from, Length, means, deviations);
        if (end > from)
        {
            window.Refill(column[(end - Length)..end]);
            squares = 0;
            foreach (double value in column[(end - Length)..end])
            {
                squares += Square((long)Math.Round(value * QuotedUnits.PerOne));
            }
        }

        return end;
    }

    private static Int128 Square(long units) =>
        units == ExactSum.NoUnits ? Int128.Zero : Math.BigMul(units, units);

    private readonly double Variance()
    {
        ExactSum sum = window.Sum;
        if (!sum.IsSmall)
        {
            return OfAnyValues();
        }

        return ExactRatio.Round((window.Length * squares) - Math.BigMul(sum.SmallUnits, sum.SmallUnits), in scale);
    }

    // Values that are large or off the grid: a second pass over the window around its mean, in its order of arrival
    // around the ring; the sums are compensated, so that order does not show.
    private readonly double OfAnyValues()
    {
        double mean = window.Mean;
        CompensatedSum offsets = default;
        CompensatedSum spread = default;
        foreach (double value in window.Values)
        {
            double offset = value - mean;
            offsets.Add(offset);
            spread.Add(offset * offset);
        }

        double shift = offsets.Over(window.Length);
        return Math.Max(0, spread.Over(window.Length) - (shift * shift));
    }
}
