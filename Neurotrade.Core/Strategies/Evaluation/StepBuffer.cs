using Neurotrade.Core.Market;

namespace Neurotrade.Core.Strategies.Evaluation;

/// <summary>
/// A step's values over the current block and as many bars before it as anybody asks for. What lies before the first
/// bar is filled with a value that means missing. Sliding costs a constant a bar, however far back it reaches.
/// </summary>
internal sealed class StepBuffer<T>
    where T : unmanaged
{
    private readonly T[] values;
    private readonly int history;
    private int start;
    private int count;

    /// <summary>A buffer for blocks of a length, with so many bars of history before the block.</summary>
    public StepBuffer(int history, int block, T missing)
    {
        Guard.That(history >= 0 && block > 0);
        this.history = history;
        values = new T[(2 * history) + block];
        values.AsSpan(0, history).Fill(missing);
        start = history;
    }

    /// <summary>The room for the next block; what was current becomes history.</summary>
    public Span<T> Next(int length)
    {
        start += count;
        count = length;
        if (start + count > values.Length)
        {
            values.AsSpan(start - history, history).CopyTo(values);
            start = history;
        }

        return values.AsSpan(start, count);
    }

    /// <summary>The current block, so many bars ago.</summary>
    public ReadOnlySpan<T> Ago(int bars) => values.AsSpan(start - bars, count);
}
