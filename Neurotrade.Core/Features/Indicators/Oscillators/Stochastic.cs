using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Oscillators;

/// <summary>Where the close stands in the recent range.</summary>
public struct Stochastic : IIndicatorState<Stochastic>
{
    private SlidingRange range;
    private SeriesWindow k;
    private SeriesWindow d;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "stoch",
        Title = "Stochastic Oscillator",
        Group = IndicatorGroups.Oscillators,
        Outputs = ["k", "d"],
        Parameters =
        [
            IndicatorParameter.Period(14),
            IndicatorParameter.Bars("signal", 3, "Bars of the mean of k."),
            IndicatorParameter.Bars("smooth", 3, "Bars of the mean that makes k; 1 leaves it raw."),
        ],
        Summary = "Where the close stands between the recent extremes, from 0 to 100; 0 "
            + "without a range.",
        Formula = "raw = 100 × (close − lowest low) / (highest high − lowest low) over n "
            + "bars; k = mean of raw over smooth; d = mean of k over signal",
        Source = "George Lane; Stock.Indicators GetStoch.",
        Create = parameters => new Indicator<Stochastic>(parameters),
        WarmUpBars = p => (int)p[0] + (int)p[1] + (int)p[2] - 3,
    };

    public static CandleParts Reads => CandleParts.HighLowClose;

    public static bool Leaps => true;

    public static Stochastic From(ImmutableArray<double> parameters) => new()
    {
        range = new SlidingRange((int)parameters[0]),
        d = new SeriesWindow((int)parameters[1]),
        k = new SeriesWindow((int)parameters[2]),
    };

    public static int Leap(ref Stochastic state, CandleColumns candles, int from, ColumnBlock outputs)
    {
        int length = state.range.Length;
        if (!state.d.IsFull || from < length || length > SlidingExtremes.MostLength)
        {
            return from;
        }

        Span<double> work = stackalloc double[SeriesWindow.MostBlock + SlidingExtremes.MostLength];
        Span<double> highest = stackalloc double[SeriesWindow.MostBlock];
        Span<double> lowest = stackalloc double[SeriesWindow.MostBlock];
        for (int at = from; at < candles.Count; at += SeriesWindow.MostBlock)
        {
            int count = Math.Min(SeriesWindow.MostBlock, candles.Count - at);
            Span<double> reach = work[..(count + length - 1)];
            candles.Highs.Slice(at - length + 1, reach.Length).CopyTo(reach);
            SlidingExtremes.Highest(reach, length, highest[..count]);
            candles.Lows.Slice(at - length + 1, reach.Length).CopyTo(reach);
            SlidingExtremes.Lowest(reach, length, lowest[..count]);
            Span<double> raw = work[..count];
            Quotients.Positions(candles.Closes.Slice(at, count), highest[..count], lowest[..count], raw);
            state.k.Leap(raw, outputs[0].Slice(at, count));
            state.d.Leap(outputs[0].Slice(at, count), outputs[1].Slice(at, count));
        }

        state.range.Refill(candles.Highs[^length..], candles.Lows[^length..]);
        return candles.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step(in Candle candle, OutputRow row)
    {
        range.Push(candle.High, candle.Low);
        k.Push(range.Position(candle.Close));
        double smooth = k.Mean;
        d.Push(smooth);
        row[0] = smooth;
        row[1] = d.Mean;
    }
}
