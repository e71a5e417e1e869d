using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Series;

/// <summary>The distance of a fast from a slow plain mean of the middle price.</summary>
public struct MiddleMeans(int fast, int slow)
{
    // Each bar is two values of its window: the mean of middles is the mean of highs and lows.
    private FieldWindow quick = new(2 * fast);
    private FieldWindow lazy = new(2 * slow);

    /// <summary>Takes the next candle; NaN until both windows are full.</summary>
    public double Next(in Candle candle)
    {
        quick.Push(candle.High);
        quick.Push(candle.Low);
        lazy.Push(candle.High);
        lazy.Push(candle.Low);
        return quick.Mean - lazy.Mean;
    }
}
