using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volatility;

/// <summary>How far price usually goes in a bar, in quote currency.</summary>
public struct AverageTrueRange : IIndicatorState<AverageTrueRange>
{
    private TrueRange range;
    private ExponentialMean mean;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "atr",
        Title = "Average True Range",
        Group = IndicatorGroups.Volatility,
        Outputs = ["atr"],
        Parameters = [IndicatorParameter.Period(14)],
        Summary = "How far price usually goes in a bar, gaps included, in quote currency.",
        Formula = "tr = max(high, close[1]) − min(low, close[1]); atr = Wilder average of tr, first value the mean of "
            + "the first n true ranges (from the second bar on)",
        Source = "J. Welles Wilder, New Concepts in Technical Trading Systems (1978); Stock.Indicators GetAtr.",
        Differences = "Tulip counts the range of the very first bar, so it begins a bar earlier.",
        Create = parameters => new Indicator<AverageTrueRange>(parameters),
        WarmUpBars = p => (int)p[0],
    };

    public static CandleParts Reads => CandleParts.HighLowClose;

    public static bool Leaps => true;

    public static AverageTrueRange From(ImmutableArray<double> parameters) =>
        new() { range = new TrueRange(), mean = ExponentialMean.Wilder((int)parameters[0]) };

    public static int Leap(ref AverageTrueRange state, CandleColumns candles, int from, ColumnBlock outputs)
    {
        if (from == 0 || !state.mean.IsRunning)
        {
            return from;
        }

        int count = candles.Count - from;
        ReadOnlySpan<double> highs = candles.Highs.Slice(from, count);
        ReadOnlySpan<double> lows = candles.Lows.Slice(from, count);
        ReadOnlySpan<double> before = candles.Closes.Slice(from - 1, count);
        Span<double> means = outputs[0].Slice(from, count);
        double mean = state.mean.Current;
        (double keep, double weight) = (state.mean.Keep, state.mean.Weight);
        for (int i = 0; i < means.Length; i++)
        {
            double reach = double.MaxNative(highs[i], before[i]) - double.MinNative(lows[i], before[i]);
            mean = Math.FusedMultiplyAdd(mean, keep, weight * reach);
            means[i] = mean;
        }

        state.mean.Current = mean;
        state.range.PreviousClose = candles.Closes[^1];
        return candles.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step(in Candle candle, OutputRow row) => row[0] = mean.Next(range.Next(in candle));
}
