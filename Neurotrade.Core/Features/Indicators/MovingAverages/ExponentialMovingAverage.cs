using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.MovingAverages;

/// <summary>An average in which each older close weighs less by the same factor.</summary>
public struct ExponentialMovingAverage : IIndicatorState<ExponentialMovingAverage>
{
    private ExponentialMean mean;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "ema",
        Title = "Exponential Moving Average",
        Group = IndicatorGroups.MovingAverages,
        Outputs = ["ema"],
        Parameters = [IndicatorParameter.Period(20)],
        Summary = "An average of the closes that weighs the newest most.",
        Formula = "k = 2 / (n + 1); ema = ema[1] + k × (close − ema[1]); first value: the mean of the first n closes",
        Source = "Exponential smoothing; seeded as in Stock.Indicators GetEma.",
        Differences = "Tulip starts with the first close instead of a mean.",
        Create = parameters => new Indicator<ExponentialMovingAverage>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static bool Leaps => true;

    public static int Leap(ref ExponentialMovingAverage state, CandleColumns candles, int from, ColumnBlock outputs) =>
        state.mean.Leap(candles.Closes, from, outputs[0]);

    public static ExponentialMovingAverage From(ImmutableArray<double> parameters) =>
        new() { mean = ExponentialMean.Ema((int)parameters[0]) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step(in Candle candle, OutputRow row) => row[0] = mean.Next(candle.Close);
}
