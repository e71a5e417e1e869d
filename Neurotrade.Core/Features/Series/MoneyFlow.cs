using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Series;

/// <summary>Volume of a bar, weighed by where in its range the bar closed: all of it at the high, minus all at the low.</summary>
public static class MoneyFlow
{
    /// <summary>The flow of one candle, in base asset; 0 without a range.</summary>
    public static double Of(in Candle candle)
    {
        double range = candle.High - candle.Low;
        return range == 0
            ? 0
            : (candle.Close - candle.Low - (candle.High - candle.Close)) / range * candle.Volume;
    }
}
