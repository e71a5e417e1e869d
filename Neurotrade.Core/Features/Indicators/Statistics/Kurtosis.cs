using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Statistics;

/// <summary>How heavy the tails of the closes are.</summary>
public struct Kurtosis : IIndicatorState<Kurtosis>
{
    private MomentWindow closes;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "kurtosis",
        Title = "Kurtosis",
        Group = IndicatorGroups.Statistics,
        Outputs = ["kurtosis"],
        Parameters = [IndicatorParameter.Period(30, min: 3)],
        Summary = "How heavy the tails of the last closes are against a bell curve, which is 0; missing without "
            + "scatter.",
        Formula = "kurtosis = Σ (close − mean)⁴ / n / deviation⁴ − 3 over n bars: of the population",
        Source = "Fourth standardised moment, in excess of that of the normal distribution.",
        Create = parameters => new Indicator<Kurtosis>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
        IsSparse = true,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static Kurtosis From(ImmutableArray<double> parameters) =>
        new() { closes = new MomentWindow((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row)
    {
        closes.Push(candle.Close);
        row[0] = closes.ExcessKurtosis;
    }
}
