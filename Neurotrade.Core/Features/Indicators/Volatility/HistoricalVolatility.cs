using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volatility;

/// <summary>The scatter of returns, for a year.</summary>
public struct HistoricalVolatility : IIndicatorState<HistoricalVolatility>
{
    private MomentWindow returns;
    private double previousClose;
    private double scale;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "volatility",
        Title = "Historical Volatility",
        Group = IndicatorGroups.Volatility,
        Outputs = ["volatility"],
        Parameters =
        [
            IndicatorParameter.Period(20, min: 2),
            IndicatorParameter.Number("annual", 365, 1, 40000000, "Bars in a year: 365 for days, 525600 for minutes; 1 leaves it a bar."),
        ],
        Summary = "How far returns from close to close scatter, as a fraction, scaled to a year.",
        Formula = "volatility = population deviation of close / close[1] − 1 over n bars × √annual",
        Source = "Tulip volatility, with the bars of a year as a parameter (its own are 252).",
        Create = parameters => new Indicator<HistoricalVolatility>(parameters),
        WarmUpBars = p => (int)p[0],
    };

    public static CandleParts Reads => CandleParts.Close;

    public static HistoricalVolatility From(ImmutableArray<double> parameters) => new()
    {
        returns = new MomentWindow((int)parameters[0]),
        previousClose = double.NaN,
        scale = Math.Sqrt(parameters[1]),
    };

    public void Step(in Candle candle, OutputRow row)
    {
        returns.Push((candle.Close / previousClose) - 1);
        previousClose = candle.Close;
        row[0] = scale * Math.Sqrt(returns.Variance);
    }
}
