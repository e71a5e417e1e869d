using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Statistics;

/// <summary>Which side the closes lean to.</summary>
public struct Skewness : IIndicatorState<Skewness>
{
    private MomentWindow closes;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "skew",
        Title = "Skewness",
        Group = IndicatorGroups.Statistics,
        Outputs = ["skew"],
        Parameters = [IndicatorParameter.Period(30, min: 3)],
        Summary = "Which side the closes of the last bars lean to: 0 where both are alike, above it with a long "
            + "tail upwards; missing without scatter.",
        Formula = "skew = Σ (close − mean)³ / n / deviation³ over n bars: of the population",
        Source = "Third standardised moment.",
        Create = parameters => new Indicator<Skewness>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
        IsSparse = true,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static Skewness From(ImmutableArray<double> parameters) =>
        new() { closes = new MomentWindow((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row)
    {
        closes.Push(candle.Close);
        row[0] = closes.Skewness;
    }
}
