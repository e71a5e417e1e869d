using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volume;

/// <summary>How far price went for the volume of the bar.</summary>
public struct MarketFacilitation : IIndicatorState<MarketFacilitation>
{
    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "marketfi",
        Title = "Market Facilitation Index",
        Group = IndicatorGroups.Volume,
        Outputs = ["marketfi"],
        Parameters = [],
        Summary = "How far price went for each unit of volume; missing without volume.",
        Formula = "marketfi = (high − low) / volume",
        Source = "Bill Williams, Trading Chaos (1995); Tulip marketfi.",
        Create = parameters => new Indicator<MarketFacilitation>(parameters),
        WarmUpBars = _ => 0,
        IsSparse = true,
    };

    public static CandleParts Reads => CandleParts.HighLow | CandleParts.Volume;

    public static MarketFacilitation From(ImmutableArray<double> parameters) => default;

    public readonly void Step(in Candle candle, OutputRow row) =>
        row[0] = candle.Volume == 0 ? double.NaN : (candle.High - candle.Low) / candle.Volume;
}
