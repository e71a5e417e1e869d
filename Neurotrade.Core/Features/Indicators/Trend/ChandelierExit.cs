using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Trend;

/// <summary>Stops that hang from the highest high and stand on the lowest low.</summary>
public struct ChandelierExit : IIndicatorState<ChandelierExit>
{
    private SlidingRange reach;
    private TrueRange range;
    private ExponentialMean mean;
    private double multiplier;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "chandelier",
        Title = "Chandelier Exit",
        Group = IndicatorGroups.Trend,
        Outputs = ["long", "short"],
        Parameters =
        [
            IndicatorParameter.Period(22),
            IndicatorParameter.Number("multiplier", 3, 0.01, 100, "Distance of the stop, in average true ranges."),
        ],
        Summary = "Stops at a distance from the extremes: long hangs from the highest high, short stands on the "
            + "lowest low.",
        Formula = "long = highest high over n bars − multiplier × atr(n); short = lowest low over n bars + "
            + "multiplier × atr(n)",
        Source = "Charles Le Beau; Stock.Indicators GetChandelier.",
        Create = parameters => new Indicator<ChandelierExit>(parameters),
        WarmUpBars = p => (int)p[0],
    };

    public static CandleParts Reads => CandleParts.HighLowClose;

    public static ChandelierExit From(ImmutableArray<double> parameters) => new()
    {
        reach = new SlidingRange((int)parameters[0]),
        range = new TrueRange(),
        mean = ExponentialMean.Wilder((int)parameters[0]),
        multiplier = parameters[1],
    };

    public void Step(in Candle candle, OutputRow row)
    {
        reach.Push(candle.High, candle.Low);
        double distance = multiplier * mean.Next(range.Next(in candle));
        row[0] = reach.Highest - distance;
        row[1] = reach.Lowest + distance;
    }
}
