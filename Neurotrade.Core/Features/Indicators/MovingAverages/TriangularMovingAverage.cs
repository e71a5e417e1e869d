using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.MovingAverages;

/// <summary>A mean of the last closes in which the middle ones weigh most.</summary>
public struct TriangularMovingAverage : IIndicatorState<TriangularMovingAverage>
{
    private TriangularWindow closes;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "trima",
        Title = "Triangular Moving Average",
        Group = IndicatorGroups.MovingAverages,
        Outputs = ["trima"],
        Parameters = [IndicatorParameter.Period(20)],
        Summary = "A mean of the last closes that weighs the middle ones most, and so is smooth and late.",
        Formula = "trima = sma(sma(close, a), b) with a = (n + 1) / 2 rounded down and b = n + 1 − a",
        Source = "Double averaging; TA-Lib TRIMA.",
        Create = parameters => new Indicator<TriangularMovingAverage>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static TriangularMovingAverage From(ImmutableArray<double> parameters) =>
        new() { closes = new TriangularWindow((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row) => row[0] = closes.Next(candle.Close);
}
