using System.Runtime.CompilerServices;

namespace Neurotrade.Core.Features.Series;

/// <summary>RSI of a series: the share of rises in all movement, both smoothed as Wilder does.</summary>
public struct RelativeStrength(int period)
{
    private ExponentialMean gains = ExponentialMean.Wilder(period);
    private ExponentialMean losses = ExponentialMean.Wilder(period);
    private double previous = double.NaN;
    private double last = double.NaN;

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
