using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Statistics;

/// <summary>The middle close, and how far closes usually stand from it.</summary>
public struct MedianClose : IIndicatorState<MedianClose>
{
    private SortedWindow closes;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "median",
        Title = "Median",
        Group = IndicatorGroups.Statistics,
        Outputs = ["median", "mad"],
        Parameters = [IndicatorParameter.Period(20)],
        Summary = "The middle one of the last closes, and the middle one of their distances from it: a mean and a "
            + "deviation that outliers do not move.",
        Formula = "median = the middle of n closes in order of size, of an even number the mean of two; mad = the "
            + "median of |close − median|",
        Source = "Order statistics.",
        Create = parameters => new Indicator<MedianClose>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static MedianClose From(ImmutableArray<double> parameters) =>
        new() { closes = new SortedWindow((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row)
    {
        closes.Push(candle.Close);
        row[0] = closes.Median;
        row[1] = closes.MedianDistance;
    }
}
