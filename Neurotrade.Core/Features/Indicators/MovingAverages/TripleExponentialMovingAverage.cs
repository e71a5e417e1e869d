using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.MovingAverages;

/// <summary>An exponential average with the lag of its averages taken out twice.</summary>
public struct TripleExponentialMovingAverage : IIndicatorState<TripleExponentialMovingAverage>
{
    private TripleExponential averages;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "tema",
        Title = "Triple Exponential Moving Average",
        Group = IndicatorGroups.MovingAverages,
        Outputs = ["tema"],
        Parameters = [IndicatorParameter.Period(20)],
        Summary = "An exponential average with most of its lag taken out.",
        Formula = "e1 = ema(close, n); e2 = ema(e1, n); e3 = ema(e2, n); tema = 3 × e1 − 3 "
            + "× e2 + e3; e2 and e3 start at the first value of e1",
        Source = "Patrick Mulloy (1994); seeded as in Stock.Indicators GetTema.",
        Differences = "TA-Lib and Tulip seed the later averages anew, as for dema.",
        Create = parameters => new Indicator<TripleExponentialMovingAverage>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static TripleExponentialMovingAverage From(ImmutableArray<double> parameters) =>
        new() { averages = new TripleExponential((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row)
    {
        averages.Next(candle.Close, out double once, out double twice, out double thrice);
        row[0] = (3 * once) - (3 * twice) + thrice;
    }
}
