using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Statistics;

/// <summary>How sure the mean of the closes is.</summary>
public struct StandardError : IIndicatorState<StandardError>
{
    private DeviationWindow closes;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "stderr",
        Title = "Standard Error",
        Group = IndicatorGroups.Statistics,
        Outputs = ["stderr"],
        Parameters = [IndicatorParameter.Period(20, min: 2)],
        Summary = "How far the mean of the last closes may be off by chance.",
        Formula = "stderr = population deviation of close / √n",
        Source = "Standard error of the mean; Tulip stderr.",
        Create = parameters => new Indicator<StandardError>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static StandardError From(ImmutableArray<double> parameters) =>
        new() { closes = new DeviationWindow((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row)
    {
        closes.Push(candle.Close);
        double deviation = closes.Deviation;
        row[0] = deviation / Math.Sqrt(closes.Length);
    }
}
