using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Oscillators;

/// <summary>The middle price in its range, stretched so that extremes stand out.</summary>
public struct FisherTransform : IIndicatorState<FisherTransform>
{
    private SlidingRange range;
    private double position;
    private double fisher;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "fisher",
        Title = "Fisher Transform",
        Group = IndicatorGroups.Oscillators,
        Outputs = ["fisher"],
        Parameters = [IndicatorParameter.Period(10)],
        Summary = "Where the middle price stands in its recent range, stretched so that "
            + "turns stand out.",
        Formula = "p = hl2; x = 0.66 × ((p − lowest p) / (highest p − lowest p) − 0.5) + "
            + "0.67 × x[1] over at most n bars, 0 without a range; beyond ±0.99 it is "
            + "±0.999; fisher = atanh(x) + fisher[1] / 2, both 0 on the first bar",
        Source = "John Ehlers (2002); Stock.Indicators GetFisherTransform.",
        Create = parameters => new Indicator<FisherTransform>(parameters),
        WarmUpBars = _ => 0,
    };

    public static CandleParts Reads => CandleParts.HighLow;

    public static FisherTransform From(ImmutableArray<double> parameters) =>
        new() { range = new SlidingRange((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row)
    {
        double price = CandleFields.Hl2(candle.High, candle.Low);
        range.Push(price, price);
        double span = range.Highest - range.Lowest;
        double x = span == 0 ? 0 : (0.66 * (((price - range.Lowest) / span) - 0.5)) + (0.67 * position);
        position = x > 0.99 ? 0.999 : x < -0.99 ? -0.999 : x;
        fisher = (0.5 * Math.Log((1 + position) / (1 - position))) + (0.5 * fisher);
        row[0] = fisher;
    }
}
