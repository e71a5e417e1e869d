using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Statistics;

/// <summary>Whether volume follows the close.</summary>
public struct VolumeCorrelation : IIndicatorState<VolumeCorrelation>
{
    private PairWindow pair;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "volume_correl",
        Title = "Price Volume Correlation",
        Group = IndicatorGroups.Statistics,
        Outputs = ["volume_correl"],
        Parameters = [IndicatorParameter.Period(30, min: 2)],
        Summary = "How closely volume follows the close, from −1 to 1; missing where one of them does not move.",
        Formula = "volume_correl = covariance(close, volume) / (deviation of close × deviation of volume) over n "
            + "bars",
        Source = "Pearson.",
        Create = parameters => new Indicator<VolumeCorrelation>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
        IsSparse = true,
    };

    public static CandleParts Reads => CandleParts.Close | CandleParts.Volume;

    public static VolumeCorrelation From(ImmutableArray<double> parameters) =>
        new() { pair = new PairWindow((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row)
    {
        pair.Push(candle.Close, candle.Volume);
        row[0] = pair.Correlation;
    }
}
