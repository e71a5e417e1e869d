using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volatility;

/// <summary>A band around the straight line through the closes.</summary>
public struct RegressionChannel : IIndicatorState<RegressionChannel>
{
    private RegressionWindow line;
    private DeviationWindow closes;
    private double multiplier;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "stdev_channels",
        Title = "Standard Deviation Channels",
        Group = IndicatorGroups.Volatility,
        Outputs = ["middle", "upper", "lower"],
        Parameters =
        [
            IndicatorParameter.Period(20, min: 2),
            IndicatorParameter.Number("stddev", 2, 0.01, 100, "Half the width, in standard deviations."),
        ],
        Summary = "The end of the straight line through the last closes with a band as wide as they scatter.",
        Formula = "middle = epma(close, n); upper, lower = middle ± m × population deviation of close over n bars",
        Source = "Stock.Indicators GetStdDevChannels, at the last bar of each window.",
        Differences = "Stock.Indicators draws whole channels back from the last bar of the data, which no earlier "
            + "bar can know; here each bar has the end of its own.",
        Create = parameters => new Indicator<RegressionChannel>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static RegressionChannel From(ImmutableArray<double> parameters) => new()
    {
        line = new RegressionWindow((int)parameters[0]),
        closes = new DeviationWindow((int)parameters[0]),
        multiplier = parameters[1],
    };

    public void Step(in Candle candle, OutputRow row)
    {
        line.Push(candle.Close);
        closes.Push(candle.Close);
        double middle = line.At(0);
        double half = multiplier * closes.Deviation;
        row[0] = middle;
        row[1] = middle + half;
        row[2] = middle - half;
    }
}
