using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Momentum;

/// <summary>How far a bar reached above and below an average.</summary>
public struct ElderRay : IIndicatorState<ElderRay>
{
    private ExponentialMean mean;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "elder_ray",
        Title = "Elder-Ray",
        Group = IndicatorGroups.Momentum,
        Outputs = ["bull", "bear", "ema"],
        Parameters = [IndicatorParameter.Period(13)],
        Summary = "How far the high reached above an average of the closes and the low below it: the power of "
            + "bulls and bears.",
        Formula = "ema = ema(close, n); bull = high − ema; bear = low − ema",
        Source = "Alexander Elder (1989); Stock.Indicators GetElderRay.",
        Create = parameters => new Indicator<ElderRay>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.HighLowClose;

    public static ElderRay From(ImmutableArray<double> parameters) =>
        new() { mean = ExponentialMean.Ema((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row)
    {
        double average = mean.Next(candle.Close);
        row[0] = candle.High - average;
        row[1] = candle.Low - average;
        row[2] = average;
    }
}
