using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.MovingAverages;

/// <summary>Where the straight line through the last closes ends.</summary>
public struct EndPointMovingAverage : IIndicatorState<EndPointMovingAverage>
{
    private RegressionWindow closes;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "epma",
        Title = "Endpoint Moving Average",
        Group = IndicatorGroups.MovingAverages,
        Outputs = ["epma"],
        Parameters = [IndicatorParameter.Period(10, min: 2)],
        Summary = "The end of the straight line that fits the last closes best; also called least squares average "
            + "or linear regression.",
        Formula = "epma = a + b × n with a + b × k the least squares line through close, k from 1 for the oldest "
            + "of n bars",
        Source = "Least squares; Stock.Indicators GetEpma, TA-Lib LINEARREG.",
        Create = parameters => new Indicator<EndPointMovingAverage>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static EndPointMovingAverage From(ImmutableArray<double> parameters) =>
        new() { closes = new RegressionWindow((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row)
    {
        closes.Push(candle.Close);
        row[0] = closes.At(0);
    }
}
