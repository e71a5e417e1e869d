using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volume;

/// <summary>Volume weighed by where bars close in their range, added up.</summary>
public struct AccumulationDistribution : IIndicatorState<AccumulationDistribution>
{
    private CompensatedSum total;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "ad",
        Title = "Accumulation/Distribution Line",
        Group = IndicatorGroups.Volume,
        Outputs = ["ad"],
        Parameters = [],
        Summary = "Volume added up by where in its range each bar closed.",
        Formula = "ad = ad[1] + volume × ((close − low) − (high − close)) / (high − low), 0 "
            + "without a range",
        Source = "Marc Chaikin; Stock.Indicators GetAdl.",
        Create = parameters => new Indicator<AccumulationDistribution>(parameters),
        WarmUpBars = _ => 0,
    };

    public static CandleParts Reads => CandleParts.HighLowCloseVolume;

    public static AccumulationDistribution From(ImmutableArray<double> parameters) => default;

    public void Step(in Candle candle, OutputRow row)
    {
        total.Add(MoneyFlow.Of(in candle));
        row[0] = total.Value;
    }
}
