using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Statistics;

/// <summary>The close under which a share of the last closes lies.</summary>
public struct Quantile : IIndicatorState<Quantile>
{
    private SortedWindow closes;
    private double share;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "quantile",
        Title = "Quantile",
        Group = IndicatorGroups.Statistics,
        Outputs = ["quantile"],
        Parameters =
        [
            IndicatorParameter.Period(20),
            IndicatorParameter.Number("share", 0.5, 0, 1, "The share of closes that lie under it."),
        ],
        Summary = "The price under which a given share of the last closes lies, between neighbours in proportion.",
        Formula = "quantile = value at place share × (n − 1), from 0, of n closes in order of size",
        Source = "Order statistics, linear between neighbours.",
        Create = parameters => new Indicator<Quantile>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static Quantile From(ImmutableArray<double> parameters) =>
        new() { closes = new SortedWindow((int)parameters[0]), share = parameters[1] };

    public void Step(in Candle candle, OutputRow row)
    {
        closes.Push(candle.Close);
        row[0] = closes.Quantile(share);
    }
}
