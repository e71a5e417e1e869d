using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Statistics;

/// <summary>How steep the straight line through the closes is, in degrees.</summary>
public struct RegressionAngle : IIndicatorState<RegressionAngle>
{
    private RegressionWindow closes;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "linreg_angle",
        Title = "Linear Regression Angle",
        Group = IndicatorGroups.Statistics,
        Outputs = ["linreg_angle"],
        Parameters = [IndicatorParameter.Period(14, min: 2)],
        Summary = "How steep the straight line through the last closes is, in degrees, one unit of price a bar "
            + "being 45.",
        Formula = "linreg_angle = atan(slope) × 180 / π",
        Source = "Least squares; TA-Lib LINEARREG_ANGLE.",
        Create = parameters => new Indicator<RegressionAngle>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static RegressionAngle From(ImmutableArray<double> parameters) =>
        new() { closes = new RegressionWindow((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row)
    {
        closes.Push(candle.Close);
        row[0] = Math.Atan(closes.Slope) * (180 / Math.PI);
    }
}
