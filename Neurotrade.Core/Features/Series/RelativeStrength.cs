using System.Runtime.CompilerServices;

namespace Neurotrade.Core.Features.Series;

/// <summary>RSI of a series: the share of rises in all movement, both smoothed as Wilder does.</summary>
public struct RelativeStrength(int period)
{
    private const int MostBlock = 256;

    private ExponentialMean gains = ExponentialMean.Wilder(period);
    private ExponentialMean losses = ExponentialMean.Wilder(period);
    private double previous = double.NaN;
    private double last = double.NaN;

    /// <summary>
    /// Takes values of a column from a place on, sets their shares, and returns the place after them, the end;
    /// <paramref name="from"/> while the averages have not started.
    /// </summary>
    internal int Leap(ReadOnlySpan<double> values, int from, Span<double> shares)
    {
        if (from == 0 || !gains.IsRunning || !losses.IsRunning || double.IsNaN(last))
        {
            return from;
        }

        Span<double> rises = stackalloc double[MostBlock];
        Span<double> falls = stackalloc double[MostBlock];
        for (int at = from; at < values.Length; at += MostBlock)
        {
            int count = Math.Min(MostBlock, values.Length - at);
            ReadOnlySpan<double> block = values.Slice(at - 1, count + 1);
            Smooth(block, rises, falls);
            Quotients.Shares(rises[..count], falls[..count], shares.Slice(at, count));
            Hold(block, shares.Slice(at - 1, count + 1));
        }

        (previous, last) = (values[^1], shares[values.Length - 1]);
        return values.Length;
    }

    // The two averages after each value but the first, which went before.
    private void Smooth(ReadOnlySpan<double> block, Span<double> rises, Span<double> falls)
    {
        double gain = gains.Current;
        double loss = losses.Current;
        double keep = gains.Keep;
        double weight = gains.Weight;
        for (int i = 1; i < block.Length; i++)
        {
            double change = block[i] - block[i - 1];
            gain = Math.FusedMultiplyAdd(gain, keep, weight * double.MaxNative(change, 0));
            loss = Math.FusedMultiplyAdd(loss, keep, weight * double.MaxNative(-change, 0));
            rises[i - 1] = gain;
            falls[i - 1] = loss;
        }

        gains.Current = gain;
        losses.Current = loss;
    }

    // Where the value did not change the share is what it was.
    private static void Hold(ReadOnlySpan<double> block, Span<double> shares)
    {
        for (int i = 1; i < block.Length; i++)
        {
            if (block[i] == block[i - 1])
            {
                shares[i] = shares[i - 1];
            }
        }
    }

    /// <summary>Takes the next value; NaN until as many changes came as the period says.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Next(double value)
    {
        double change = value - previous;
        previous = value;

        // Math.Max passes the missing first change on, and the averages pass over it.
        double gain = gains.Next(Math.Max(change, 0));
        double loss = losses.Next(Math.Max(-change, 0));

        // Without a change both averages shrink alike, so the share stays exactly what it was; computed anew it would
        // carry their roundings, and a range of RSI that is nothing would look like one.
        if (change == 0 && !double.IsNaN(last))
        {
            return last;
        }

        last = loss == 0 ? 100 : 100 * gain / (gain + loss);
        return last;
    }
}
