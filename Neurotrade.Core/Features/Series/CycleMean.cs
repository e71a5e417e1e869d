namespace Neurotrade.Core.Features.Series;

/// <summary>The mean of a series over its dominant cycle (at most 50 bars), smoothed over four bars.</summary>
public struct CycleMean()
{
    private readonly double[] ring = new double[64];
    private int at;
    private int count;
    private double before;
    private double twoBefore;
    private double threeBefore;

    /// <summary>Takes the next value and the cycle's length in bars, 0 while there is none.</summary>
    public double Next(double value, int periods)
    {
        at = (at + 1) & 63;
        ring[at] = value;
        count = Math.Min(count + 1, ring.Length);
        int length = Math.Min(periods, count);
        double sum = 0;
        for (int i = 0; i < length; i++)
        {
            sum += ring[(at - i) & 63];
        }

        double mean = length == 0 ? value : sum / length;
        double trend = ((4 * mean) + (3 * before) + (2 * twoBefore) + threeBefore) / 10;
        (threeBefore, twoBefore, before) = (twoBefore, before, mean);
        return trend;
    }
}
