using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volume;

/// <summary>How far closes came from the true low on rises and the true high on falls.</summary>
public struct WilliamsAccumulation : IIndicatorState<WilliamsAccumulation>
{
    private CompensatedSum total;
    private double previousClose;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "wad",
        Title = "Williams Accumulation/Distribution",
        Group = IndicatorGroups.Volume,
        Outputs = ["wad"],
        Parameters = [],
        Summary = "What closes gained above the true low on rises and lost below the true high on falls, added up "
            + "from 0 at the first bar.",
        Formula = "wad = wad[1] + close − min(low, close[1]) where close > close[1]; + close − max(high, close[1]) "
            + "where close < close[1]; else unchanged",
        Source = "Larry Williams; Tulip wad.",
        Create = parameters => new Indicator<WilliamsAccumulation>(parameters),
        WarmUpBars = _ => 0,
    };

    public static CandleParts Reads => CandleParts.HighLowClose;

    public static WilliamsAccumulation From(ImmutableArray<double> parameters) => new() { previousClose = double.NaN };

    public void Step(in Candle candle, OutputRow row)
    {
        if (candle.Close > previousClose)
        {
            total.Add(candle.Close - Math.Min(candle.Low, previousClose));
        }
        else if (candle.Close < previousClose)
        {
            total.Add(candle.Close - Math.Max(candle.High, previousClose));
        }

        previousClose = candle.Close;
        row[0] = total.Value;
    }
}
