using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.MovingAverages;

/// <summary>An exponential average of closes pushed ahead by what they moved lately.</summary>
public struct ZeroLagMovingAverage : IIndicatorState<ZeroLagMovingAverage>
{
    private Delay closes;
    private ExponentialMean mean;
    private bool hasLag;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "zlema",
        Title = "Zero Lag Exponential Moving Average",
        Group = IndicatorGroups.MovingAverages,
        Outputs = ["zlema"],
        Parameters = [IndicatorParameter.Period(20)],
        Summary = "An exponential average of closes that are first carried on by what they moved lately, which "
            + "takes out its lag.",
        Formula = "lag = (n − 1) / 2 rounded down; zlema = ema(2 × close − close[lag], n)",
        Source = "John Ehlers and Ric Way (2010); seeded as in ema.",
        Differences = "Tulip starts with the first close in place of a mean.",
        Create = parameters => new Indicator<ZeroLagMovingAverage>(parameters),
        WarmUpBars = p => (int)p[0] - 1 + (((int)p[0] - 1) / 2),
    };

    public static CandleParts Reads => CandleParts.Close;

    public static ZeroLagMovingAverage From(ImmutableArray<double> parameters)
    {
        int lag = ((int)parameters[0] - 1) / 2;
        return new()
        {
            closes = new Delay(Math.Max(lag, 1)),
            mean = ExponentialMean.Ema((int)parameters[0]),
            hasLag = lag > 0,
        };
    }

    public void Step(in Candle candle, OutputRow row)
    {
        double before = hasLag ? closes.Next(candle.Close) : candle.Close;
        row[0] = mean.Next((2 * candle.Close) - before);
    }
}
