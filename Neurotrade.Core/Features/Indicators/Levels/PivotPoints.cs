using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Levels;

/// <summary>Swing highs and lows.</summary>
public struct PivotPoints : IIndicatorState<PivotPoints>
{
    private SwingPoints points;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "pivots",
        Title = "Pivots",
        Group = IndicatorGroups.Levels,
        Outputs = ["high", "low"],
        Parameters =
        [
            IndicatorParameter.Bars("left", 2, "Bars before that must be lower (higher)."),
            IndicatorParameter.Bars("right", 2, "Bars after that must be lower (higher): it is told so late."),
        ],
        Summary = "The high of a bar above its neighbours (or the low below them), told when the last of those on "
            + "its right has closed; missing at all other bars.",
        Formula = "high = high[right] where it is above the highs of the left bars before and the right bars after "
            + "it; low mirrored",
        Source = "Stock.Indicators GetPivots, right bars later: when it is known.",
        Differences = "Lines between pivots are drawn back from the later one and left to charts.",
        Create = parameters => new Indicator<PivotPoints>(parameters),
        WarmUpBars = p => (int)p[0] + (int)p[1],
        ChartOnlyOutputs = ["high_line", "low_line", "high_trend", "low_trend"],
        IsSparse = true,
    };

    public static CandleParts Reads => CandleParts.HighLow;

    public static PivotPoints From(ImmutableArray<double> parameters) =>
        new() { points = new SwingPoints((int)parameters[0], (int)parameters[1]) };

    public void Step(in Candle candle, OutputRow row)
    {
        points.Next(in candle, out double high, out double low);
        row[0] = high;
        row[1] = low;
    }
}
