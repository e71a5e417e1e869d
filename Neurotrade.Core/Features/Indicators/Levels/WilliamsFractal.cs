using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Levels;

/// <summary>A high above, or a low below, its neighbours on both sides.</summary>
public struct WilliamsFractal : IIndicatorState<WilliamsFractal>
{
    private SwingPoints points;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "williams_fractal",
        Title = "Williams Fractal",
        Group = IndicatorGroups.Levels,
        Outputs = ["bear", "bull"],
        Parameters =
        [
            IndicatorParameter.Bars("span", 2, "Bars on each side that must be lower (higher)."),
        ],
        Summary = "The high of a bar above all of its neighbours on both sides (bear) or the low of one below them "
            + "(bull), told when the last of those neighbours has closed; missing at all other bars.",
        Formula = "bear = high[span] where it is above the highs of the span bars before and after it; bull = "
            + "low[span] mirrored",
        Source = "Bill Williams, Trading Chaos (1995); Stock.Indicators GetFractal, span bars later: when it is "
            + "known.",
        Differences = "Libraries that mark the bar of the point itself show it before it can be known.",
        Create = parameters => new Indicator<WilliamsFractal>(parameters),
        WarmUpBars = p => 2 * (int)p[0],
        IsSparse = true,
    };

    public static CandleParts Reads => CandleParts.HighLow;

    public static WilliamsFractal From(ImmutableArray<double> parameters) =>
        new() { points = new SwingPoints((int)parameters[0], (int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row)
    {
        points.Next(in candle, out double high, out double low);
        row[0] = high;
        row[1] = low;
    }
}
