using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Trend;

/// <summary>How much price wandered against how far it came.</summary>
public struct ChoppinessIndex : IIndicatorState<ChoppinessIndex>
{
    private SeriesWindow ranges;
    private SlidingRange reach;
    private TrueRange range;
    private double previousClose;
    private double scale;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "chop",
        Title = "Choppiness Index",
        Group = IndicatorGroups.Trend,
        Outputs = ["chop"],
        Parameters = [IndicatorParameter.Period(14, min: 2)],
        Summary = "How much price wandered within its range, from 0 in a straight trend to 100 in a sideways "
            + "market; missing without movement.",
        Formula = "chop = 100 × log10(Σ tr / (highest true high − lowest true low)) / log10(n) over n bars, true "
            + "high = max(high, close[1]), true low = min(low, close[1])",
        Source = "E. W. Dreiss; Stock.Indicators GetChop.",
        Create = parameters => new Indicator<ChoppinessIndex>(parameters),
        WarmUpBars = p => (int)p[0],
    };

    public static CandleParts Reads => CandleParts.HighLowClose;

    public static ChoppinessIndex From(ImmutableArray<double> parameters) => new()
    {
        ranges = new SeriesWindow((int)parameters[0]),
        reach = new SlidingRange((int)parameters[0]),
        range = new TrueRange(),
        previousClose = double.NaN,
        scale = 100 / Math.Log10(parameters[0]),
    };

    public void Step(in Candle candle, OutputRow row)
    {
        ranges.Push(range.Next(in candle));
        if (!double.IsNaN(previousClose))
        {
            reach.Push(Math.Max(candle.High, previousClose), Math.Min(candle.Low, previousClose));
        }

        previousClose = candle.Close;
        double height = reach.Highest - reach.Lowest;
        row[0] = !reach.IsFull || height == 0 ? double.NaN : scale * Math.Log10(ranges.Sum / height);
    }
}
