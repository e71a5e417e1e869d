using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.MovingAverages;

/// <summary>An exponential average with the lag of its own average taken out.</summary>
public struct DoubleExponentialMovingAverage : IIndicatorState<DoubleExponentialMovingAverage>
{
    private ExponentialMean first;
    private ExponentialMean second;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "dema",
        Title = "Double Exponential Moving Average",
        Group = IndicatorGroups.MovingAverages,
        Outputs = ["dema"],
        Parameters = [IndicatorParameter.Period(20)],
        Summary = "An exponential average with part of its lag taken out.",
        Formula = "e1 = ema(close, n); e2 = ema(e1, n); dema = 2 × e1 − e2; e2 starts at "
            + "the first value of e1",
        Source = "Patrick Mulloy (1994); seeded as in Stock.Indicators GetDema.",
        Differences = "TA-Lib and Tulip seed the second average anew, with the mean of its own first values "
            + "(TA-Lib) or the first one (Tulip), and so begin later or with other values.",
        Create = parameters => new Indicator<DoubleExponentialMovingAverage>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static DoubleExponentialMovingAverage From(ImmutableArray<double> parameters)
    {
        int period = (int)parameters[0];
        return new() { first = ExponentialMean.Ema(period), second = ExponentialMean.EmaFromFirst(period) };
    }

    public void Step(in Candle candle, OutputRow row)
    {
        double once = first.Next(candle.Close);
        row[0] = (2 * once) - second.Next(once);
    }
}
