using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Statistics;

/// <summary>Where the straight line through the closes begins.</summary>
public struct RegressionStart : IIndicatorState<RegressionStart>
{
    private RegressionWindow closes;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "linreg_intercept",
        Title = "Linear Regression Intercept",
        Group = IndicatorGroups.Statistics,
        Outputs = ["linreg_intercept"],
        Parameters = [IndicatorParameter.Period(14, min: 2)],
        Summary = "The straight line through the last closes, at the oldest of them.",
        Formula = "linreg_intercept = a with a + b × k the least squares line through close, k from 0 for the "
            + "oldest of n bars",
        Source = "Least squares; TA-Lib LINEARREG_INTERCEPT.",
        Differences = "Tulip gives the value one bar later in its linregintercept.",
        Create = parameters => new Indicator<RegressionStart>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static RegressionStart From(ImmutableArray<double> parameters) =>
        new() { closes = new RegressionWindow((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row)
    {
        closes.Push(candle.Close);
        row[0] = closes.At(1 - closes.Length);
    }
}
