using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volatility;

/// <summary>The scatter of returns, told from whole candles and the gaps between them.</summary>
public struct YangZhangVolatility : IIndicatorState<YangZhangVolatility>
{
    private MomentWindow gaps;
    private MomentWindow bodies;
    private SeriesWindow terms;
    private double previousClose;
    private double annual;
    private double period;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "yang_zhang",
        Title = "Yang-Zhang Volatility",
        Group = IndicatorGroups.Volatility,
        Outputs = ["yang_zhang"],
        Parameters =
        [
            IndicatorParameter.Period(20, min: 2),
            IndicatorParameter.Number("annual", 365, 1, 40000000, "Bars in a year: 365 for days, 525600 for minutes; 1 leaves it a bar."),
        ],
        Summary = "How far returns scatter, told from whole candles and the gaps between them, as a fraction, "
            + "scaled to a year.",
        Formula = "yang_zhang = √(annual × (var ln(open / close[1]) + k × var ln(close / open) + (1 − k) × mean of "
            + "the terms of rogers_satchell)) over n bars, var the sample variance, k = 0.34 / (1.34 + (n + 1) / "
            + "(n − 1))",
        Source = "Dennis Yang and Qiang Zhang (2000).",
        Create = parameters => new Indicator<YangZhangVolatility>(parameters),
        WarmUpBars = p => (int)p[0],
    };

    public static CandleParts Reads => CandleParts.Open | CandleParts.HighLowClose;

    public static YangZhangVolatility From(ImmutableArray<double> parameters) => new()
    {
        gaps = new MomentWindow((int)parameters[0]),
        bodies = new MomentWindow((int)parameters[0]),
        terms = new SeriesWindow((int)parameters[0]),
        previousClose = double.NaN,
        period = parameters[0],
        annual = parameters[1],
    };

    public void Step(in Candle candle, OutputRow row)
    {
        gaps.Push(Math.Log(candle.Open / previousClose));
        bodies.Push(Math.Log(candle.Close / candle.Open));
        terms.Push((Math.Log(candle.High / candle.Close) * Math.Log(candle.High / candle.Open))
            + (Math.Log(candle.Low / candle.Close) * Math.Log(candle.Low / candle.Open)));
        previousClose = candle.Close;
        double share = 0.34 / (1.34 + ((period + 1) / (period - 1)));
        double sample = period / (period - 1);
        double variance = (sample * gaps.Variance) + (share * sample * bodies.Variance) + ((1 - share) * terms.Mean);
        row[0] = Math.Sqrt(Math.Max(0, annual * variance));
    }
}
