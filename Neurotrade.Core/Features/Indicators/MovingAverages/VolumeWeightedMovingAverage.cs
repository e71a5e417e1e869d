using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.MovingAverages;

/// <summary>The mean of the last closes, each weighing as much as was traded.</summary>
public struct VolumeWeightedMovingAverage : IIndicatorState<VolumeWeightedMovingAverage>
{
    private ProductWindow closes;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "vwma",
        Title = "Volume Weighted Moving Average",
        Group = IndicatorGroups.MovingAverages,
        Outputs = ["vwma"],
        Parameters = [IndicatorParameter.Period(20)],
        Summary = "The mean of the last closes, weighed by volume; missing where nothing "
            + "was traded.",
        Formula = "vwma = Σ close × volume / Σ volume over the last n bars",
        Source = "Volume weighting; Stock.Indicators GetVwma.",
        Create = parameters => new Indicator<VolumeWeightedMovingAverage>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.Close | CandleParts.Volume;

    public static VolumeWeightedMovingAverage From(ImmutableArray<double> parameters) =>
        new() { closes = new ProductWindow((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row) => row[0] = closes.Next(candle.Close, candle.Volume);
}
