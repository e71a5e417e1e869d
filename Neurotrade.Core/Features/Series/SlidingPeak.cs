using System.Runtime.CompilerServices;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Series;

/// <summary>
/// How long ago the highest value of a window was, by a queue that keeps only values which can still become the
/// highest: O(1) a bar on average. For the lowest, push negated values.
/// </summary>
public struct SlidingPeak
{
    private readonly double[] values;
    private readonly long[] bars;
    private int head;
    private int size;
    private long bar;

    /// <summary>An empty window of <paramref name="length"/> values, at least 1.</summary>
    public SlidingPeak(int length)
    {
        Guard.That(length > 0);
        values = new double[length];
        bars = new long[length];
    }

    /// <summary>Whether as many values came as the window holds.</summary>
    public readonly bool IsFull => bar >= values.Length;

    /// <summary>How many bars ago the highest was; of equals the oldest.</summary>
    public readonly int Age => (int)(bar - 1 - bars[head]);

    /// <summary>Takes the next value in and the oldest out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(double value)
    {
        if (size > 0 && bars[head] <= bar - values.Length)
        {
            head = Wrap(head + 1);
            size--;
        }

        while (size > 0 && values[Wrap(head + size - 1)] < value)
        {
            size--;
        }

        int at = Wrap(head + size);
        values[at] = value;
        bars[at] = bar;
        size++;
        bar++;
    }

    private readonly int Wrap(int index) => index >= values.Length ? index - values.Length : index;
}
