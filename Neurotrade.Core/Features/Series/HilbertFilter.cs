namespace Neurotrade.Core.Features.Series;

/// <summary>Ehlers' seven-bar Hilbert transform: what a series would be a quarter of a cycle later.</summary>
internal sealed class HilbertFilter
{
    private readonly double[] ring = new double[8];
    private int at;

    /// <summary>Takes the next value; those before the first count as 0.</summary>
    public double Next(double value)
    {
        at = (at + 1) & 7;
        ring[at] = value;
        return (0.0962 * (value - ring[(at - 6) & 7])) + (0.5769 * (ring[(at - 2) & 7] - ring[(at - 4) & 7]));
    }
}
