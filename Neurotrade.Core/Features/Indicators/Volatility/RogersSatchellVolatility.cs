using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volatility;

/// <summary>The scatter of returns, told from whole candles, whatever the drift.</summary>
public struct RogersSatchellVolatility : IIndicatorState<RogersSatchellVolatility>
{
    private SeriesWindow variances;
    private double annual;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "rogers_satchell",
        Title = "Rogers-Satchell Volatility",
        Group = IndicatorGroups.Volatility,
        Outputs = ["rogers_satchell"],
        Parameters =
        [
            IndicatorParameter.Period(20),
            IndicatorParameter.Number("annual", 365, 1, 40000000, "Bars in a year: 365 for days, 525600 for minutes; 1 leaves it a bar."),
        ],
        Summary = "How far returns scatter, told from whole candles and whatever the drift, as a fraction, scaled "
            + "to a year.",
        Formula = "rogers_satchell = √(annual × mean of ln(high / close) × ln(high / open) + ln(low / close) × "
            + "ln(low / open)) over n bars",
        Source = "Chris Rogers and Stephen Satchell (1991).",
        Create = parameters => new Indicator<RogersSatchellVolatility>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.Open | CandleParts.HighLowClose;

    public static RogersSatchellVolatility From(ImmutableArray<double> parameters) =>
        new() { variances = new SeriesWindow((int)parameters[0]), annual = parameters[1] };

    public void Step(in Candle candle, OutputRow row)
    {
        double above = Math.Log(candle.High / candle.Close) * Math.Log(candle.High / candle.Open);
        double below = Math.Log(candle.Low / candle.Close) * Math.Log(candle.Low / candle.Open);
        variances.Push(above + below);
        row[0] = Math.Sqrt(Math.Max(0, annual * variances.Mean));
    }
}
