using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Statistics;

/// <summary>Whether returns repeat themselves.</summary>
public struct AutoCorrelation : IIndicatorState<AutoCorrelation>
{
    private PairWindow pair;
    private Delay returns;
    private double previousClose;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "autocorrel",
        Title = "Autocorrelation of Returns",
        Group = IndicatorGroups.Statistics,
        Outputs = ["autocorrel"],
        Parameters =
        [
            IndicatorParameter.Period(50, min: 2),
            IndicatorParameter.Bars("lag", 1, "Bars between the returns that are compared."),
        ],
        Summary = "Whether returns repeat (above 0) or undo (below 0) those of some bars before, from −1 to 1; "
            + "missing without scatter.",
        Formula = "r = close / close[1] − 1; autocorrel = correlation of r with r[lag] over n bars",
        Source = "Pearson.",
        Create = parameters => new Indicator<AutoCorrelation>(parameters),
        WarmUpBars = p => (int)p[0] + (int)p[1],
        IsSparse = true,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static AutoCorrelation From(ImmutableArray<double> parameters) => new()
    {
        pair = new PairWindow((int)parameters[0]),
        returns = new Delay((int)parameters[1]),
        previousClose = double.NaN,
    };

    public void Step(in Candle candle, OutputRow row)
    {
        double change = (candle.Close / previousClose) - 1;
        previousClose = candle.Close;
        pair.Push(change, returns.Next(change));
        row[0] = pair.Correlation;
    }
}
