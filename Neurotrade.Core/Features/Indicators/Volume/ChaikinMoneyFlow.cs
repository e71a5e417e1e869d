using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volume;

/// <summary>Volume weighed by where bars close in their range.</summary>
public struct ChaikinMoneyFlow : IIndicatorState<ChaikinMoneyFlow>
{
    private SeriesWindow flows;
    private FieldWindow volumes;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "cmf",
        Title = "Chaikin Money Flow",
        Group = IndicatorGroups.Volume,
        Outputs = ["cmf"],
        Parameters = [IndicatorParameter.Period(20)],
        Summary = "How much of the volume went in near the high rather than the low of its "
            + "bar, from −1 to 1; missing without volume.",
        Formula = "flow = volume × ((close − low) − (high − close)) / (high − low), 0 "
            + "without a range; cmf = Σ flow / Σ volume over n bars",
        Source = "Marc Chaikin; Stock.Indicators GetCmf.",
        Create = parameters => new Indicator<ChaikinMoneyFlow>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.HighLowCloseVolume;

    public static ChaikinMoneyFlow From(ImmutableArray<double> parameters) => new()
    {
        flows = new SeriesWindow((int)parameters[0]),
        volumes = new FieldWindow((int)parameters[0]),
    };

    public void Step(in Candle candle, OutputRow row)
    {
        flows.Push(MoneyFlow.Of(in candle));
        volumes.Push(candle.Volume);
        double volume = volumes.Mean;
        row[0] = volume == 0 ? double.NaN : flows.Mean / volume;
    }
}
