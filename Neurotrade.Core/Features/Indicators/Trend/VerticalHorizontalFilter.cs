using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Trend;

/// <summary>How far price came against how much it wandered.</summary>
public struct VerticalHorizontalFilter : IIndicatorState<VerticalHorizontalFilter>
{
    private SlidingRange closes;
    private SeriesWindow steps;
    private double previousClose;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "vhf",
        Title = "Vertical Horizontal Filter",
        Group = IndicatorGroups.Trend,
        Outputs = ["vhf"],
        Parameters = [IndicatorParameter.Period(28)],
        Summary = "The range of the closes against the way they went in it: high in a trend, low in a sideways "
            + "market; missing without movement.",
        Formula = "vhf = (highest close − lowest close over n bars) / Σ |close − close[1]| over n bars",
        Source = "Adam White (1991); Tulip vhf.",
        Create = parameters => new Indicator<VerticalHorizontalFilter>(parameters),
        WarmUpBars = p => (int)p[0],
    };

    public static CandleParts Reads => CandleParts.Close;

    public static VerticalHorizontalFilter From(ImmutableArray<double> parameters) => new()
    {
        closes = new SlidingRange((int)parameters[0]),
        steps = new SeriesWindow((int)parameters[0]),
        previousClose = double.NaN,
    };

    public void Step(in Candle candle, OutputRow row)
    {
        closes.Push(candle.Close, candle.Close);
        steps.Push(Math.Abs(candle.Close - previousClose));
        previousClose = candle.Close;
        double way = steps.Sum;
        row[0] = way == 0 ? double.NaN : (closes.Highest - closes.Lowest) / way;
    }
}
