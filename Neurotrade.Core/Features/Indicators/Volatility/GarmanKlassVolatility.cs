using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volatility;

/// <summary>The scatter of returns, told from whole candles.</summary>
public struct GarmanKlassVolatility : IIndicatorState<GarmanKlassVolatility>
{
    private SeriesWindow variances;
    private double annual;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "garman_klass",
        Title = "Garman-Klass Volatility",
        Group = IndicatorGroups.Volatility,
        Outputs = ["garman_klass"],
        Parameters =
        [
            IndicatorParameter.Period(20),
            IndicatorParameter.Number("annual", 365, 1, 40000000, "Bars in a year: 365 for days, 525600 for minutes; 1 leaves it a bar."),
        ],
        Summary = "How far returns scatter, told from whole candles, as a fraction, scaled to a year.",
        Formula = "garman_klass = √(annual × mean of ½ ln(high / low)² − (2 ln 2 − 1) ln(close / open)²) over n bars",
        Source = "Mark Garman and Michael Klass (1980).",
        Create = parameters => new Indicator<GarmanKlassVolatility>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.Open | CandleParts.HighLowClose;

    public static GarmanKlassVolatility From(ImmutableArray<double> parameters) =>
        new() { variances = new SeriesWindow((int)parameters[0]), annual = parameters[1] };

    public void Step(in Candle candle, OutputRow row)
    {
        double reach = Math.Log(candle.High / candle.Low);
        double body = Math.Log(candle.Close / candle.Open);
        variances.Push((0.5 * reach * reach) - (((2 * Math.Log(2)) - 1) * body * body));
        row[0] = Math.Sqrt(Math.Max(0, annual * variances.Mean));
    }
}
