using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volatility;

/// <summary>How much the average range grew.</summary>
public struct ChaikinVolatility : IIndicatorState<ChaikinVolatility>
{
    private ExponentialMean mean;
    private Delay means;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "cvi",
        Title = "Chaikin Volatility",
        Group = IndicatorGroups.Volatility,
        Outputs = ["cvi"],
        Parameters = [IndicatorParameter.Period(10)],
        Summary = "How much the average of the ranges grew over so many bars, in percent; missing where there was "
            + "no range.",
        Formula = "e = ema(high − low, n); cvi = 100 × (e − e[n]) / e[n]",
        Source = "Marc Chaikin; average seeded as in ema.",
        Differences = "Tulip starts the average with the first range.",
        Create = parameters => new Indicator<ChaikinVolatility>(parameters),
        WarmUpBars = p => (2 * (int)p[0]) - 1,
    };

    public static CandleParts Reads => CandleParts.HighLow;

    public static ChaikinVolatility From(ImmutableArray<double> parameters) =>
        new() { mean = ExponentialMean.Ema((int)parameters[0]), means = new Delay((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row)
    {
        double now = mean.Next(candle.High - candle.Low);
        double before = means.Next(now);
        row[0] = before == 0 ? double.NaN : 100 * (now - before) / before;
    }
}
