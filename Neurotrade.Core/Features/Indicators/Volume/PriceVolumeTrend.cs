using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volume;

/// <summary>Volume added by how far the close moved.</summary>
public struct PriceVolumeTrend : IIndicatorState<PriceVolumeTrend>
{
    private CompensatedSum total;
    private double previousClose;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "pvt",
        Title = "Price Volume Trend",
        Group = IndicatorGroups.Volume,
        Outputs = ["pvt"],
        Parameters = [],
        Summary = "Volume added in the share by which the close moved, from 0 at the first bar.",
        Formula = "pvt = pvt[1] + volume × (close − close[1]) / close[1]",
        Source = "Volume weighting of returns.",
        Create = parameters => new Indicator<PriceVolumeTrend>(parameters),
        WarmUpBars = _ => 0,
    };

    public static CandleParts Reads => CandleParts.Close | CandleParts.Volume;

    public static PriceVolumeTrend From(ImmutableArray<double> parameters) => new() { previousClose = double.NaN };

    public void Step(in Candle candle, OutputRow row)
    {
        if (!double.IsNaN(previousClose))
        {
            total.Add(candle.Volume * (candle.Close - previousClose) / previousClose);
        }

        previousClose = candle.Close;
        row[0] = total.Value;
    }
}
