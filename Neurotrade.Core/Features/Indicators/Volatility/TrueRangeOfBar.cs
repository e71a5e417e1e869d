using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volatility;

/// <summary>How far price went in a bar, with the step from the close before.</summary>
public struct TrueRangeOfBar : IIndicatorState<TrueRangeOfBar>
{
    private TrueRange range;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "true_range",
        Title = "True Range",
        Group = IndicatorGroups.Volatility,
        Outputs = ["true_range"],
        Parameters = [],
        Summary = "How far price went in a bar, gaps included, in quote currency.",
        Formula = "true_range = max(high, close[1]) − min(low, close[1])",
        Source = "J. Welles Wilder, New Concepts in Technical Trading Systems (1978); Stock.Indicators GetTr.",
        Differences = "Tulip takes high − low for the first bar; here it is missing.",
        Create = parameters => new Indicator<TrueRangeOfBar>(parameters),
        WarmUpBars = _ => 1,
    };

    public static CandleParts Reads => CandleParts.HighLowClose;

    public static TrueRangeOfBar From(ImmutableArray<double> parameters) => new() { range = new TrueRange() };

    public void Step(in Candle candle, OutputRow row) => row[0] = range.Next(in candle);
}
