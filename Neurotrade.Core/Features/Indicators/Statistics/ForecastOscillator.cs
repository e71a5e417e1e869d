using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Statistics;

/// <summary>How far the close missed the forecast of the bar before.</summary>
public struct ForecastOscillator : IIndicatorState<ForecastOscillator>
{
    private RegressionWindow closes;
    private double forecast;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "fosc",
        Title = "Forecast Oscillator",
        Group = IndicatorGroups.Statistics,
        Outputs = ["fosc"],
        Parameters = [IndicatorParameter.Period(14, min: 2)],
        Summary = "How far the close missed the straight line carried on from the bars before it, in percent of "
            + "the close.",
        Formula = "fosc = 100 × (close − tsf[1]) / close",
        Source = "Tushar Chande; Tulip fosc.",
        Create = parameters => new Indicator<ForecastOscillator>(parameters),
        WarmUpBars = p => (int)p[0],
    };

    public static CandleParts Reads => CandleParts.Close;

    public static ForecastOscillator From(ImmutableArray<double> parameters) =>
        new() { closes = new RegressionWindow((int)parameters[0]), forecast = double.NaN };

    public void Step(in Candle candle, OutputRow row)
    {
        row[0] = 100 * (candle.Close - forecast) / candle.Close;
        closes.Push(candle.Close);
        forecast = closes.At(1);
    }
}
