using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Statistics;

/// <summary>How many of the last closes were lower.</summary>
public struct PercentRank : IIndicatorState<PercentRank>
{
    private SortedWindow closes;
    private double scale;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "percent_rank",
        Title = "Percent Rank",
        Group = IndicatorGroups.Statistics,
        Outputs = ["percent_rank"],
        Parameters =
        [
            IndicatorParameter.Bars("period", 100, "Bars before this one among which the close is ranked."),
        ],
        Summary = "How many of the closes before this one were below it, from 0 to 100.",
        Formula = "percent_rank = 100 × closes below this close among the n before it / n",
        Source = "Order statistics.",
        Create = parameters => new Indicator<PercentRank>(parameters),
        WarmUpBars = p => (int)p[0],
    };

    public static CandleParts Reads => CandleParts.Close;

    public static PercentRank From(ImmutableArray<double> parameters) =>
        new() { closes = new SortedWindow((int)parameters[0]), scale = 100 / parameters[0] };

    public void Step(in Candle candle, OutputRow row)
    {
        row[0] = closes.IsFull ? scale * closes.CountBelow(candle.Close) : double.NaN;
        closes.Push(candle.Close);
    }
}
