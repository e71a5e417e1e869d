using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Statistics;

/// <summary>The straight line through the last closes.</summary>
public struct RegressionSlope : IIndicatorState<RegressionSlope>
{
    private RegressionWindow line;
    private DeviationWindow closes;
    private long bars;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "slope",
        Title = "Linear Regression Slope",
        Group = IndicatorGroups.Statistics,
        Outputs = ["slope", "intercept", "std_dev", "r_squared"],
        Parameters = [IndicatorParameter.Period(14, min: 2)],
        Summary = "The straight line that fits the last closes best: its slope a bar, its value at bar 0 of the "
            + "data, the scatter of the closes and how much of that the line explains.",
        Formula = "close ≈ slope × x + intercept by least squares, x the number of the bar from 1 at the first of "
            + "the data; std_dev = population deviation of close; r_squared = the share of the variance on the "
            + "line, missing without scatter; all over n bars",
        Source = "Least squares; Stock.Indicators GetSlope, TA-Lib LINEARREG_SLOPE.",
        Differences = "The value of the line itself at each bar is `epma`; Stock.Indicators draws the line of the "
            + "last window back over its bars.",
        Create = parameters => new Indicator<RegressionSlope>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
        ChartOnlyOutputs = ["line"],
    };

    public static CandleParts Reads => CandleParts.Close;

    public static RegressionSlope From(ImmutableArray<double> parameters) => new()
    {
        line = new RegressionWindow((int)parameters[0]),
        closes = new DeviationWindow((int)parameters[0]),
    };

    public void Step(in Candle candle, OutputRow row)
    {
        bars++;
        line.Push(candle.Close);
        closes.Push(candle.Close);
        double slope = line.Slope;
        double deviation = closes.Deviation;
        double length = closes.Length;
        double onLine = slope * slope * (((length * length) - 1) / 12);
        row[0] = slope;
        row[1] = line.Mean - (slope * (bars - ((length - 1) / 2)));
        row[2] = deviation;
        row[3] = deviation == 0 ? double.NaN : Math.Min(1, onLine / (deviation * deviation));
    }
}
