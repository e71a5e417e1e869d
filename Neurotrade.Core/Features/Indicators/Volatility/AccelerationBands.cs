using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volatility;

/// <summary>A band that widens with the ranges of the bars themselves.</summary>
public struct AccelerationBands : IIndicatorState<AccelerationBands>
{
    private FieldWindow closes;
    private SeriesWindow highs;
    private SeriesWindow lows;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "accbands",
        Title = "Acceleration Bands",
        Group = IndicatorGroups.Volatility,
        Outputs = ["middle", "upper", "lower"],
        Parameters = [IndicatorParameter.Period(20)],
        Summary = "The mean of the closes between means of highs and lows that are pushed outwards by the relative "
            + "size of each bar.",
        Formula = "w = 4 × (high − low) / (high + low); middle = sma(close, n); upper = mean of high × (1 + w), "
            + "lower = mean of low × (1 − w) over n bars",
        Source = "Price Headley (2002); TA-Lib ACCBANDS.",
        Create = parameters => new Indicator<AccelerationBands>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.HighLowClose;

    public static AccelerationBands From(ImmutableArray<double> parameters) => new()
    {
        closes = new FieldWindow((int)parameters[0]),
        highs = new SeriesWindow((int)parameters[0]),
        lows = new SeriesWindow((int)parameters[0]),
    };

    public void Step(in Candle candle, OutputRow row)
    {
        double share = 4 * ((candle.High - candle.Low) / (candle.High + candle.Low));
        closes.Push(candle.Close);
        highs.Push(candle.High * (1 + share));
        lows.Push(candle.Low * (1 - share));
        row[0] = closes.Mean;
        row[1] = highs.Mean;
        row[2] = lows.Mean;
    }
}
