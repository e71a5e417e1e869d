using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Statistics;

/// <summary>How strongly highs move with lows.</summary>
public struct Beta : IIndicatorState<Beta>
{
    private PairWindow pair;
    private double previousHigh;
    private double previousLow;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "beta",
        Title = "Beta",
        Group = IndicatorGroups.Statistics,
        Outputs = ["beta"],
        Parameters = [IndicatorParameter.Period(20, min: 2)],
        Summary = "How strongly returns of the high follow those of the low; missing where the low does not move.",
        Formula = "beta = covariance(a, b) / variance(b) over n bars, a = high / high[1] − 1, b = low / low[1] − 1",
        Source = "Least squares; Stock.Indicators GetBeta, on the default inputs of TA-Lib BETA.",
        Differences = "TA-Lib regresses its second input on its first. Against another market it needs a second "
            + "series, which an indicator does not see.",
        Create = parameters => new Indicator<Beta>(parameters),
        WarmUpBars = p => (int)p[0],
        IsSparse = true,
    };

    public static CandleParts Reads => CandleParts.HighLow;

    public static Beta From(ImmutableArray<double> parameters) =>
        new() { pair = new PairWindow((int)parameters[0]), previousHigh = double.NaN, previousLow = double.NaN };

    public void Step(in Candle candle, OutputRow row)
    {
        pair.Push((candle.High / previousHigh) - 1, (candle.Low / previousLow) - 1);
        (previousHigh, previousLow) = (candle.High, candle.Low);
        row[0] = pair.Slope;
    }
}
