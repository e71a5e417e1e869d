using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.MovingAverages;

/// <summary>The mean of the last closes, each weighing one more than the one before it.</summary>
public struct WeightedMovingAverage : IIndicatorState<WeightedMovingAverage>
{
    private WeightedWindow closes;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "wma",
        Title = "Weighted Moving Average",
        Group = IndicatorGroups.MovingAverages,
        Outputs = ["wma"],
        Parameters = [IndicatorParameter.Period(20)],
        Summary = "A mean of the last closes that weighs the newest most, in even steps.",
        Formula = "wma = Σ w × close / Σ w over the last n bars, w = n for the newest down "
            + "to 1 for the oldest",
        Source = "Linear weighting; Stock.Indicators GetWma.",
        Create = parameters => new Indicator<WeightedMovingAverage>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static WeightedMovingAverage From(ImmutableArray<double> parameters) =>
        new() { closes = new WeightedWindow((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row) => row[0] = closes.Next(candle.Close);
}
