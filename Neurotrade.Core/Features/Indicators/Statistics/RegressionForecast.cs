using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Statistics;

/// <summary>Where the straight line through the closes will be at the next bar.</summary>
public struct RegressionForecast : IIndicatorState<RegressionForecast>
{
    private RegressionWindow closes;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "tsf",
        Title = "Time Series Forecast",
        Group = IndicatorGroups.Statistics,
        Outputs = ["tsf"],
        Parameters = [IndicatorParameter.Period(14, min: 2)],
        Summary = "The straight line through the last closes, carried on by one bar.",
        Formula = "tsf = epma + slope over the last n closes",
        Source = "Least squares; TA-Lib TSF, Tulip tsf.",
        Create = parameters => new Indicator<RegressionForecast>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static RegressionForecast From(ImmutableArray<double> parameters) =>
        new() { closes = new RegressionWindow((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row)
    {
        closes.Push(candle.Close);
        row[0] = closes.At(1);
    }
}
