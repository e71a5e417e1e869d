using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volatility;

/// <summary>The scatter of returns, told from highs and lows.</summary>
public struct ParkinsonVolatility : IIndicatorState<ParkinsonVolatility>
{
    private SeriesWindow variances;
    private double annual;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "parkinson",
        Title = "Parkinson Volatility",
        Group = IndicatorGroups.Volatility,
        Outputs = ["parkinson"],
        Parameters =
        [
            IndicatorParameter.Period(20),
            IndicatorParameter.Number("annual", 365, 1, 40000000, "Bars in a year: 365 for days, 525600 for minutes; 1 leaves it a bar."),
        ],
        Summary = "How far returns scatter, told from highs and lows, as a fraction, scaled to a year.",
        Formula = "parkinson = √(annual × mean of ln(high / low)² / (4 ln 2)) over n bars",
        Source = "Michael Parkinson (1980).",
        Create = parameters => new Indicator<ParkinsonVolatility>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.HighLow;

    public static ParkinsonVolatility From(ImmutableArray<double> parameters) =>
        new() { variances = new SeriesWindow((int)parameters[0]), annual = parameters[1] };

    public void Step(in Candle candle, OutputRow row)
    {
        double reach = Math.Log(candle.High / candle.Low);
        variances.Push(reach * reach / (4 * Math.Log(2)));
        row[0] = Math.Sqrt(Math.Max(0, annual * variances.Mean));
    }
}
