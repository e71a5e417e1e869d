namespace Neurotrade.Core.Features.Series;

/// <summary>The sum of one series over the sum of another, over a window; missing where the other is 0.</summary>
public struct RatioWindow(int length)
{
    private SeriesWindow parts = new(length);
    private SeriesWindow wholes = new(length);

    /// <summary>Takes the next pair; NaN until the window is full.</summary>
    public double Next(double part, double whole)
    {
        parts.Push(part);
        wholes.Push(whole);
        double total = wholes.Sum;
        return total == 0 ? double.NaN : parts.Sum / total;
    }
}
