namespace Neurotrade.Core.Features.Series;

/// <summary>A plain mean of a rate of change, in percent.</summary>
public struct SmoothChange(int back, int mean)
{
    private Delay values = new(back);
    private SeriesWindow changes = new(mean);

    /// <summary>Takes the next value; NaN until the mean is there.</summary>
    public double Next(double value)
    {
        double before = values.Next(value);
        changes.Push(100 * (value - before) / before);
        return changes.Mean;
    }
}
