using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volume;

/// <summary>The mean price of all that was traded since the first candle.</summary>
public struct VolumeWeightedPrice : IIndicatorState<VolumeWeightedPrice>
{
    private CompensatedSum money;
    private RunningTotal volumes;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "vwap",
        Title = "Volume Weighted Average Price",
        Group = IndicatorGroups.Volume,
        Outputs = ["vwap"],
        Parameters = [],
        Summary = "The mean price of all that was traded since the first candle; missing "
            + "before the first volume.",
        Formula = "vwap = Σ hlc3 × volume / Σ volume since the first bar",
        Source = "Stock.Indicators GetVwap, from the first bar.",
        Create = parameters => new Indicator<VolumeWeightedPrice>(parameters),
        WarmUpBars = _ => 0,
    };

    public static CandleParts Reads => CandleParts.HighLowCloseVolume;

    public static VolumeWeightedPrice From(ImmutableArray<double> parameters) => default;

    public void Step(in Candle candle, OutputRow row)
    {
        money.Add(CandleFields.Hlc3(candle.High, candle.Low, candle.Close) * candle.Volume);
        volumes.Add(candle.Volume, 1);
        double volume = volumes.Value;
        row[0] = volume == 0 ? double.NaN : money.Value / volume;
    }
}
