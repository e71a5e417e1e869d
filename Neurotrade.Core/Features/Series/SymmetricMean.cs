namespace Neurotrade.Core.Features.Series;

/// <summary>A mean of four values, weighed 1, 2, 2, 1.</summary>
public struct SymmetricMean()
{
    private double before = double.NaN;
    private double twoBefore = double.NaN;
    private double threeBefore = double.NaN;

    /// <summary>Takes the next value; NaN until four came.</summary>
    public double Next(double value)
    {
        double mean = (value + (2 * before) + (2 * twoBefore) + threeBefore) / 6;
        (threeBefore, twoBefore, before) = (twoBefore, before, value);
        return mean;
    }
}
