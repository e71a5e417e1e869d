using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Statistics;

/// <summary>The squared scatter of the closes.</summary>
public struct Variance : IIndicatorState<Variance>
{
    private DeviationWindow closes;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "variance",
        Title = "Variance",
        Group = IndicatorGroups.Statistics,
        Outputs = ["variance"],
        Parameters = [IndicatorParameter.Period(20, min: 2)],
        Summary = "How far the last closes scatter around their mean, squared.",
        Formula = "variance = Σ (close − mean)² / n over n bars: of the population",
        Source = "Population variance; TA-Lib VAR.",
        Create = parameters => new Indicator<Variance>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static Variance From(ImmutableArray<double> parameters) =>
        new() { closes = new DeviationWindow((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row)
    {
        closes.Push(candle.Close);
        double deviation = closes.Deviation;
        row[0] = deviation * deviation;
    }
}
