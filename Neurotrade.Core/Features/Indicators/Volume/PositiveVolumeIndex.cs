using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volume;

/// <summary>What the close gained on bars whose volume rose.</summary>
public struct PositiveVolumeIndex : IIndicatorState<PositiveVolumeIndex>
{
    private double index;
    private double previousClose;
    private double previousVolume;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "pvi",
        Title = "Positive Volume Index",
        Group = IndicatorGroups.Volume,
        Outputs = ["pvi"],
        Parameters = [],
        Summary = "What the close gained on bars whose volume rose against the bar before, from 1000 at the first "
            + "bar.",
        Formula = "pvi = pvi[1] × close / close[1] where volume > volume[1], else pvi[1]; 1000 on the first bar",
        Source = "Paul Dysart (1936), Norman Fosback (1976); as in Tulip.",
        Create = parameters => new Indicator<PositiveVolumeIndex>(parameters),
        WarmUpBars = _ => 0,
    };

    public static CandleParts Reads => CandleParts.Close | CandleParts.Volume;

    public static PositiveVolumeIndex From(ImmutableArray<double> parameters) =>
        new() { index = 1_000, previousVolume = double.NaN };

    public void Step(in Candle candle, OutputRow row)
    {
        index = candle.Volume > previousVolume ? index * (candle.Close / previousClose) : index;
        (previousClose, previousVolume) = (candle.Close, candle.Volume);
        row[0] = index;
    }
}
