using System.Runtime.CompilerServices;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Exact;

/// <summary>The last so many values of a candle field, with their exact sum: O(1) a bar, no drift.</summary>
public struct FieldWindow
{
    private readonly double[] values;
    private readonly long[] units;
    private ExactSum sum;
    private int next;
    private int count;

    /// <summary>The longest window of which sums of small quoted values are sure to fit.</summary>
    public const int MostValues = 300_000;

    /// <summary>An empty window of <paramref name="length"/> values, from 1 to <see cref="MostValues"/>.</summary>
    public FieldWindow(int length)
    {
        Guard.That(length is > 0 and <= MostValues);
        values = new double[length];
        units = new long[length];
        sum = new ExactSum(new OtherTerms());
    }

    /// <summary>Values the window holds when full.</summary>
    public readonly int Length => values.Length;

    /// <summary>Whether as many values came as the window holds.</summary>
    public readonly bool IsFull => count == values.Length;

    /// <summary>The exact sum of what lies in the window.</summary>
    public readonly ExactSum Sum => sum;

    /// <summary>The correctly rounded mean; NaN until the window is full.</summary>
    public readonly double Mean => IsFull ? sum.Over(values.Length) : double.NaN;

    /// <summary>Values in the window now.</summary>
    public readonly int Count => count;

    /// <summary>The older part of a full window; what follows is <see cref="Newest"/>.</summary>
    public readonly ReadOnlySpan<double> Oldest => values.AsSpan(next);

    /// <summary>The newer part of a full window.</summary>
    public readonly ReadOnlySpan<double> Newest => values.AsSpan(0, next);

    /// <summary>The values, in the order of a ring: which comes first does not matter to sums.</summary>
    public readonly ReadOnlySpan<double> Values => values.AsSpan(0, count);

    /// <summary>
    /// Takes values of a column from a place on, at least a window's length into it, sets their means, and returns the
    /// place after them; <paramref name="from"/> where the window or the next value is not of small quoted values.
    /// </summary>
    internal int Leap(ReadOnlySpan<double> column, int from, Span<double> means)
    {
        if (!IsFull || !sum.IsSmall || from < values.Length || Math.Abs(sum.SmallUnits) > 1L << 53)
        {
            return from;
        }

        double total = sum.SmallUnits;
        int end = QuotedMeans.Run(column, from, values.Length, ref total, means);
        if (end > from)
        {
            Refill(column[(end - values.Length)..end], (long)total);
        }

        return end;
    }

    /// <summary>Whether every value in the window is small and quoted.</summary>
    internal readonly bool IsSmall => sum.IsSmall;

    /// <summary>Takes a window's length of small quoted values in place of all that a full window held.</summary>
    internal void Refill(ReadOnlySpan<double> newest)
    {
        double total = 0;
        foreach (double value in newest)
        {
            total += Math.Round(value * QuotedUnits.PerOne);
        }

        Refill(newest, (long)total);
    }

    private void Refill(ReadOnlySpan<double> newest, long total)
    {
        newest.CopyTo(values);
        for (int i = 0; i < newest.Length; i++)
        {
            units[i] = (long)Math.Round(newest[i] * QuotedUnits.PerOne);
        }

        next = 0;
        sum.Restart(total);
    }

    /// <summary>Takes the next value in and the oldest out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(double value) => Push(value, out _, out _);

    /// <summary>The same; tells the units that came and that left (0 where none did).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(double value, out long came, out long left)
    {
        int at = next;
        if (IsFull)
        {
            left = units[at];
            sum.Remove(values[at], left);
        }
        else
        {
            left = 0;
            count++;
        }

        came = sum.Add(value);
        values[at] = value;
        units[at] = came;
        next = at + 1 == values.Length ? 0 : at + 1;
    }
}
