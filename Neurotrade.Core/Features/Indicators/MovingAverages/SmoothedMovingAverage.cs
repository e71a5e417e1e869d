using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.MovingAverages;

/// <summary>Wilder's average of the closes.</summary>
public struct SmoothedMovingAverage : IIndicatorState<SmoothedMovingAverage>
{
    private ExponentialMean mean;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "smma",
        Title = "Smoothed Moving Average",
        Group = IndicatorGroups.MovingAverages,
        Outputs = ["smma"],
        Parameters = [IndicatorParameter.Period(20)],
        Summary = "A slow exponential average, as Wilder smooths.",
        Formula = "smma = (smma[1] × (n − 1) + close) / n; first value: the mean of the "
            + "first n closes",
        Source = "J. Welles Wilder, New Concepts in Technical Trading Systems (1978); "
            + "Stock.Indicators GetSmma.",
        Create = parameters => new Indicator<SmoothedMovingAverage>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static bool Leaps => true;

    public static int Leap(ref SmoothedMovingAverage state, CandleColumns candles, int from, ColumnBlock outputs) =>
        state.mean.Leap(candles.Closes, from, outputs[0]);

    public static SmoothedMovingAverage From(ImmutableArray<double> parameters) =>
        new() { mean = ExponentialMean.Wilder((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row) => row[0] = mean.Next(candle.Close);
}
