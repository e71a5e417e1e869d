using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Trend;

/// <summary>How straight the way of the close was.</summary>
public struct EfficiencyRatio : IIndicatorState<EfficiencyRatio>
{
    private Delay closes;
    private SeriesWindow steps;
    private double previousClose;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "efficiency_ratio",
        Title = "Efficiency Ratio",
        Group = IndicatorGroups.Trend,
        Outputs = ["efficiency_ratio"],
        Parameters = [IndicatorParameter.Period(10)],
        Summary = "How straight the way of the close was, from 0 for none gained to 1 for a straight line; 0 "
            + "without movement.",
        Formula = "efficiency_ratio = |close − close[n]| / Σ |close − close[1]| over n bars",
        Source = "Perry Kaufman, Trading Systems and Methods (1995).",
        Create = parameters => new Indicator<EfficiencyRatio>(parameters),
        WarmUpBars = p => (int)p[0],
    };

    public static CandleParts Reads => CandleParts.Close;

    public static EfficiencyRatio From(ImmutableArray<double> parameters) => new()
    {
        closes = new Delay((int)parameters[0]),
        steps = new SeriesWindow((int)parameters[0]),
        previousClose = double.NaN,
    };

    public void Step(in Candle candle, OutputRow row)
    {
        double before = closes.Next(candle.Close);
        steps.Push(Math.Abs(candle.Close - previousClose));
        previousClose = candle.Close;
        double way = steps.Sum;

        // A straight line is 1: the rounded steps can add up to a little less.
        row[0] = way == 0 ? 0 : Math.Min(1, Math.Abs(candle.Close - before) / way);
    }
}
