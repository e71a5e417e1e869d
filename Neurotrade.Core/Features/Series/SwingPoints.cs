using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Series;

/// <summary>
/// Highs above, and lows below, all of so many neighbours before and after them, told when the last neighbour is there
/// (contracts 4.9): O(1) a bar.
/// </summary>
public struct SwingPoints(int left, int right)
{
    private SlidingRange before = new(left);
    private SlidingRange after = new(right);
    private Delay highs = new(right);
    private Delay lows = new(right);
    private Delay olderHighs = new(1);
    private Delay olderLows = new(1);

    /// <summary>Takes the next candle; gives the high and the low of so many bars ago, NaN where it does not stand out.</summary>
    public void Next(in Candle candle, out double high, out double low)
    {
        double middleHigh = highs.Next(candle.High);
        double middleLow = lows.Next(candle.Low);
        after.Push(candle.High, candle.Low);
        double olderHigh = olderHighs.Next(middleHigh);
        double olderLow = olderLows.Next(middleLow);
        if (!double.IsNaN(olderHigh))
        {
            before.Push(olderHigh, olderLow);
        }

        high = before.IsFull && middleHigh > before.Highest && middleHigh > after.Highest ? middleHigh : double.NaN;
        low = before.IsFull && middleLow < before.Lowest && middleLow < after.Lowest ? middleLow : double.NaN;
    }
}
