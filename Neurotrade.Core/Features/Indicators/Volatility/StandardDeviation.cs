using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volatility;

/// <summary>How far the closes scatter around their mean.</summary>
public struct StandardDeviation : IIndicatorState<StandardDeviation>
{
    private DeviationWindow closes;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "stddev",
        Title = "Standard Deviation",
        Group = IndicatorGroups.Volatility,
        Outputs = ["stddev"],
        Parameters = [IndicatorParameter.Period(20, min: 2)],
        Summary = "How far the last closes scatter around their mean, in quote currency.",
        Formula = "stddev = √(Σ (close − mean)² / n) over the last n bars: of the "
            + "population",
        Source = "Population deviation; Stock.Indicators GetStdDev.",
        Create = parameters => new Indicator<StandardDeviation>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static StandardDeviation From(ImmutableArray<double> parameters) =>
        new() { closes = new DeviationWindow((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row)
    {
        closes.Push(candle.Close);
        row[0] = closes.Deviation;
    }
}
