namespace Neurotrade.Core.Strategies.Evaluation;

/// <summary>What a step with a memory of its own keeps from bar to bar.</summary>
internal abstract class WindowState
{
    /// <summary>The bar about to be taken, counted from 0.</summary>
    protected long Bar { get; set; }
}

/// <summary>
/// The highest or lowest of the last n values in constant time a bar: only values that can still become the extreme are
/// kept. Missing while any value of the window is missing or lies before the first bar.
/// </summary>
internal sealed class ExtremeWindow(int bars, bool isHighest) : WindowState
{
    private readonly double[] values = new double[bars];
    private readonly long[] at = new long[bars];
    private int head;
    private int held;
    private long lastMissing = -1;

    /// <summary>Takes a block of values and writes the extreme at each.</summary>
    public void Run(ReadOnlySpan<double> from, Span<double> into)
    {
        for (int i = 0; i < into.Length; i++)
        {
            into[i] = Next(from[i]);
        }
    }

    private double Next(double value)
    {
        long bar = Bar++;
        if (double.IsNaN(value))
        {
            (lastMissing, held) = (bar, 0);
            return double.NaN;
        }

        if (held > 0 && at[head] <= bar - bars)
        {
            head = head + 1 == bars ? 0 : head + 1;
            held--;
        }

        while (held > 0 && IsBeaten(values[Slot(held - 1)], value))
        {
            held--;
        }

        int free = Slot(held++);
        (values[free], at[free]) = (value, bar);
        return bar - lastMissing >= bars ? values[head] : double.NaN;
    }

    private int Slot(int index)
    {
        int slot = head + index;
        return slot < bars ? slot : slot - bars;
    }

    private bool IsBeaten(double kept, double value) => isHighest ? kept <= value : kept >= value;
}

/// <summary>Kleene <c>or</c> over the last n bars; bars before the first are unknown.</summary>
internal sealed class WithinWindow(int bars) : WindowState
{
    private long lastTrue = long.MinValue / 2;
    private long lastUnknown = -1;

    /// <summary>Takes a block of truths and writes whether any of the last n was true.</summary>
    public void Run(ReadOnlySpan<byte> from, Span<byte> into)
    {
        for (int i = 0; i < into.Length; i++)
        {
            long bar = Bar++;
            lastTrue = from[i] == (byte)Truth.True ? bar : lastTrue;
            lastUnknown = from[i] == (byte)Truth.Unknown ? bar : lastUnknown;
            Truth any = bar - lastTrue < bars ? Truth.True : bar - lastUnknown < bars ? Truth.Unknown : Truth.False;
            into[i] = (byte)any;
        }
    }
}

/// <summary>Bars since a condition was last true; missing before the first time.</summary>
internal sealed class SinceWindow : WindowState
{
    private long lastTrue = -1;

    /// <summary>Takes a block of truths and writes how long ago the last true one was.</summary>
    public void Run(ReadOnlySpan<byte> from, Span<double> into)
    {
        for (int i = 0; i < into.Length; i++)
        {
            long bar = Bar++;
            lastTrue = from[i] == (byte)Truth.True ? bar : lastTrue;
            into[i] = lastTrue < 0 ? double.NaN : bar - lastTrue;
        }
    }
}
