using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Momentum;

/// <summary>The distance of a fast from a slow average, and an average of that.</summary>
public struct MovingAverageConvergence : IIndicatorState<MovingAverageConvergence>
{
    private ExponentialMean fast;
    private ExponentialMean slow;
    private ExponentialMean signal;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "macd",
        Title = "Moving Average Convergence Divergence",
        Group = IndicatorGroups.Momentum,
        Outputs = ["line", "signal", "histogram"],
        Parameters =
        [
            IndicatorParameter.Bars("fast", 12, "Bars of the fast average."),
            IndicatorParameter.Bars("slow", 26, "Bars of the slow average; more than fast."),
            IndicatorParameter.Bars("signal", 9, "Bars of the average of the line."),
        ],
        Summary = "How far a fast average of the closes stands from a slow one, and which way that goes.",
        Formula = "line = ema(close, fast) − ema(close, slow); signal = ema(line, signal); histogram = line − signal",
        Source = "Gerald Appel (1979); each average seeded at its own start, as in Stock.Indicators GetMacd.",
        Differences = "TA-Lib starts the fast average at the bar of the slow one and shows nothing before the "
            + "signal is there; Tulip starts both with the first close.",
        Create = parameters => new Indicator<MovingAverageConvergence>(parameters),
        WarmUpBars = p => (int)p[1] + (int)p[2] - 2,
        Check = p => ParameterOrder.Rising(p, 0, "fast", 1, "slow"),
    };

    public static CandleParts Reads => CandleParts.Close;

    public static bool Leaps => true;

    public static MovingAverageConvergence From(ImmutableArray<double> parameters) => new()
    {
        fast = ExponentialMean.Ema((int)parameters[0]),
        slow = ExponentialMean.Ema((int)parameters[1]),
        signal = ExponentialMean.Ema((int)parameters[2]),
    };

    public static int Leap(ref MovingAverageConvergence state, CandleColumns candles, int from, ColumnBlock outputs)
    {
        if (!state.signal.IsRunning)
        {
            return from;
        }

        ReadOnlySpan<double> closes = candles.Closes[from..];
        Span<double> lines = outputs[0].Slice(from, closes.Length);
        Span<double> signals = outputs[1].Slice(from, closes.Length);
        Span<double> histograms = outputs[2].Slice(from, closes.Length);
        (double quick, double lazy, double average) = (state.fast.Current, state.slow.Current, state.signal.Current);
        (double quickKeep, double lazyKeep, double keep) = (state.fast.Keep, state.slow.Keep, state.signal.Keep);
        (double quickWeight, double lazyWeight, double weight) = (state.fast.Weight, state.slow.Weight, state.signal.Weight);
        for (int i = 0; i < closes.Length; i++)
        {
            quick = Math.FusedMultiplyAdd(quick, quickKeep, quickWeight * closes[i]);
            lazy = Math.FusedMultiplyAdd(lazy, lazyKeep, lazyWeight * closes[i]);
            double line = quick - lazy;
            average = Math.FusedMultiplyAdd(average, keep, weight * line);
            lines[i] = line;
            signals[i] = average;
            histograms[i] = line - average;
        }

        (state.fast.Current, state.slow.Current, state.signal.Current) = (quick, lazy, average);
        return candles.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step(in Candle candle, OutputRow row)
    {
        double line = fast.Next(candle.Close) - slow.Next(candle.Close);
        double average = signal.Next(line);
        row[0] = line;
        row[1] = average;
        row[2] = line - average;
    }
}
