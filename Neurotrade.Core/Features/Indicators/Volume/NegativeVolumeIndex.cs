using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volume;

/// <summary>What the close gained on bars whose volume fell.</summary>
public struct NegativeVolumeIndex : IIndicatorState<NegativeVolumeIndex>
{
    private double index;
    private double previousClose;
    private double previousVolume;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "nvi",
        Title = "Negative Volume Index",
        Group = IndicatorGroups.Volume,
        Outputs = ["nvi"],
        Parameters = [],
        Summary = "What the close gained on bars whose volume fell against the bar before, from 1000 at the first "
            + "bar.",
        Formula = "nvi = nvi[1] × close / close[1] where volume < volume[1], else nvi[1]; 1000 on the first bar",
        Source = "Paul Dysart (1936), Norman Fosback (1976); as in Tulip.",
        Create = parameters => new Indicator<NegativeVolumeIndex>(parameters),
        WarmUpBars = _ => 0,
    };

    public static CandleParts Reads => CandleParts.Close | CandleParts.Volume;

    public static NegativeVolumeIndex From(ImmutableArray<double> parameters) =>
        new() { index = 1_000, previousVolume = double.NaN };

    public void Step(in Candle candle, OutputRow row)
    {
        index = candle.Volume < previousVolume ? index * (candle.Close / previousClose) : index;
        (previousClose, previousVolume) = (candle.Close, candle.Volume);
        row[0] = index;
    }
}
