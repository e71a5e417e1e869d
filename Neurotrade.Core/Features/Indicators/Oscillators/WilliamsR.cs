using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Oscillators;

/// <summary>Where the close stands in the recent range, from the top.</summary>
public struct WilliamsR : IIndicatorState<WilliamsR>
{
    private SlidingRange range;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "williams_r",
        Title = "Williams %R",
        Group = IndicatorGroups.Oscillators,
        Outputs = ["williams_r"],
        Parameters = [IndicatorParameter.Period(14)],
        Summary = "Where the close stands between the recent extremes, from −100 to 0; −100 "
            + "without a range.",
        Formula = "williams_r = 100 × (close − lowest low) / (highest high − lowest low) − "
            + "100 over n bars",
        Source = "Larry Williams (1973); Stock.Indicators GetWilliamsR.",
        Differences = "TA-Lib gives 0 where there is no range.",
        Create = parameters => new Indicator<WilliamsR>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.HighLowClose;

    public static WilliamsR From(ImmutableArray<double> parameters) =>
        new() { range = new SlidingRange((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row)
    {
        range.Push(candle.High, candle.Low);
        row[0] = range.Position(candle.Close) - 100;
    }
}
