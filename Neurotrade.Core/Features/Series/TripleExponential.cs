using System.Runtime.CompilerServices;

namespace Neurotrade.Core.Features.Series;

/// <summary>Three exponential averages of one another; the later two start at the first value of the first.</summary>
public struct TripleExponential
{
    private ExponentialMean first;
    private ExponentialMean second;
    private ExponentialMean third;

    /// <summary>The first average is seeded with the mean of <paramref name="period"/> values.</summary>
    public TripleExponential(int period)
        : this(ExponentialMean.Ema(period), period)
    {
    }

    private TripleExponential(ExponentialMean first, int period) =>
        (this.first, second, third) = (first, ExponentialMean.EmaFromFirst(period), ExponentialMean.EmaFromFirst(period));

    /// <summary>All three start at the very first value.</summary>
    public static TripleExponential FromFirst(int period) => new(ExponentialMean.EmaFromFirst(period), period);

    /// <summary>Takes the next value and gives the three averages; NaN until they have started.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Next(double value, out double once, out double twice, out double thrice)
    {
        once = first.Next(value);
        twice = second.Next(once);
        thrice = third.Next(twice);
    }
}
