using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Momentum;

/// <summary>A weighted mean of two rates of change.</summary>
public struct CoppockCurve : IIndicatorState<CoppockCurve>
{
    private Delay longer;
    private Delay shorter;
    private WeightedSeries mean;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "coppock",
        Title = "Coppock Curve",
        Group = IndicatorGroups.Momentum,
        Outputs = ["coppock"],
        Parameters =
        [
            IndicatorParameter.Bars("long", 14, "Bars of the long rate of change."),
            IndicatorParameter.Bars("short", 11, "Bars of the short rate of change."),
            IndicatorParameter.Bars("wma", 10, "Bars of the weighted mean."),
        ],
        Summary = "A weighted mean of two rates of change: it turned up from below zero marks the end of a fall.",
        Formula = "coppock = wma(roc(close, long) + roc(close, short), wma)",
        Source = "Edwin Coppock (1962).",
        Create = parameters => new Indicator<CoppockCurve>(parameters),
        WarmUpBars = p => Math.Max((int)p[0], (int)p[1]) + (int)p[2] - 1,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static CoppockCurve From(ImmutableArray<double> parameters) => new()
    {
        longer = new Delay((int)parameters[0]),
        shorter = new Delay((int)parameters[1]),
        mean = new WeightedSeries((int)parameters[2]),
    };

    public void Step(in Candle candle, OutputRow row)
    {
        double far = longer.Next(candle.Close);
        double near = shorter.Next(candle.Close);
        row[0] = mean.Next((100 * (candle.Close - far) / far) + (100 * (candle.Close - near) / near));
    }
}
