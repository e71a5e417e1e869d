using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Trend;

/// <summary>How strong a trend is, whichever way, and which way.</summary>
public struct DirectionalMovement : IIndicatorState<DirectionalMovement>
{
    private const int MostBlock = 256;

    private TrueRange range;
    private ExponentialMean ranges;
    private ExponentialMean rises;
    private ExponentialMean falls;
    private ExponentialMean index;
    private double previousHigh;
    private double previousLow;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "adx",
        Title = "Average Directional Index",
        Group = IndicatorGroups.Trend,
        Outputs = ["adx", "plus_di", "minus_di"],
        Parameters = [IndicatorParameter.Period(14)],
        Summary = "How strong the trend is, from 0 to 100 and whichever way, with the share "
            + "of movement up and down.",
        Formula = "up = high − high[1], down = low[1] − low; +dm = up where up > down and "
            + "up > 0, −dm the mirror; plus_di = 100 × Wilder(+dm) / Wilder(tr), "
            + "minus_di likewise; dx = 100 × |plus_di − minus_di| / (plus_di + "
            + "minus_di), 0 where both are equal; adx = Wilder(dx); missing where the "
            + "true range is 0",
        Source = "J. Welles Wilder, New Concepts in Technical Trading Systems (1978); "
            + "Stock.Indicators GetAdx.",
        Differences = "TA-Lib and Tulip seed the smoothed sums with n − 1 movements, so values differ until that has faded.",
        Create = parameters => new Indicator<DirectionalMovement>(parameters),
        WarmUpBars = p => (2 * (int)p[0]) - 1,
    };

    public static CandleParts Reads => CandleParts.HighLowClose;

    public static bool Leaps => true;

    public static DirectionalMovement From(ImmutableArray<double> parameters)
    {
        int period = (int)parameters[0];
        return new()
        {
            range = new TrueRange(),
            ranges = ExponentialMean.Wilder(period),
            rises = ExponentialMean.Wilder(period),
            falls = ExponentialMean.Wilder(period),
            index = ExponentialMean.Wilder(period),
            previousHigh = double.NaN,
            previousLow = double.NaN,
        };
    }

    public static int Leap(ref DirectionalMovement state, CandleColumns candles, int from, ColumnBlock outputs)
    {
        int at = from;
        if (from == 0 || !state.index.IsRunning)
        {
            return at;
        }

        Span<double> ranges = stackalloc double[MostBlock];
        for (; at < candles.Count; at += MostBlock)
        {
            int count = Math.Min(MostBlock, candles.Count - at);
            Span<double> strengths = outputs[0].Slice(at, count);
            Span<double> pluses = outputs[1].Slice(at, count);
            Span<double> minuses = outputs[2].Slice(at, count);
            if (!state.Smooth(candles, at, ranges[..count], pluses, minuses))
            {
                break;
            }

            Quotients.Strengths(ranges[..count], pluses, minuses, strengths);
            double average = state.index.Current;
            foreach (ref double strength in strengths)
            {
                average = Math.FusedMultiplyAdd(average, state.index.Keep, state.index.Weight * strength);
                strength = average;
            }

            state.index.Current = average;
        }

        at = Math.Min(at, candles.Count);
        state.range.PreviousClose = candles.Closes[at - 1];
        (state.previousHigh, state.previousLow) = (candles.Highs[at - 1], candles.Lows[at - 1]);
        return at;
    }

    // The three averages after each bar; false, and nothing taken, where the range is 0 at one of them.
    private bool Smooth(
        CandleColumns candles, int from, Span<double> moves, Span<double> pluses, Span<double> minuses)
    {
        int count = moves.Length;
        ReadOnlySpan<double> highs = candles.Highs.Slice(from - 1, count + 1);
        ReadOnlySpan<double> lows = candles.Lows.Slice(from - 1, count + 1);
        ReadOnlySpan<double> closes = candles.Closes.Slice(from - 1, count + 1);
        (double move, double plus, double minus) = (ranges.Current, rises.Current, falls.Current);
        double keep = ranges.Keep;
        double weight = ranges.Weight;
        double least = move;
        for (int i = 0; i < count; i++)
        {
            double up = highs[i + 1] - highs[i];
            double down = lows[i] - lows[i + 1];
            double reach = double.MaxNative(highs[i + 1], closes[i]) - double.MinNative(lows[i + 1], closes[i]);
            move = Math.FusedMultiplyAdd(move, keep, weight * reach);
            plus = Math.FusedMultiplyAdd(plus, keep, weight * (up > down && up > 0 ? up : 0));
            minus = Math.FusedMultiplyAdd(minus, keep, weight * (down > up && down > 0 ? down : 0));
            least = double.MinNative(least, move);
            moves[i] = move;
            pluses[i] = plus;
            minuses[i] = minus;
        }

        if (least == 0)
        {
            return false;
        }

        (ranges.Current, rises.Current, falls.Current) = (move, plus, minus);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step(in Candle candle, OutputRow row)
    {
        double up = candle.High - previousHigh;
        double down = previousLow - candle.Low;
        previousHigh = candle.High;
        previousLow = candle.Low;
        double move = ranges.Next(range.Next(in candle));
        double plus = rises.Next(up <= down ? 0 : Math.Max(up, 0));
        double minus = falls.Next(down <= up ? 0 : Math.Max(down, 0));
        bool isMissing = double.IsNaN(move) || move == 0;
        plus = isMissing ? double.NaN : 100 * plus / move;
        minus = isMissing ? double.NaN : 100 * minus / move;
        row[0] = isMissing ? double.NaN : index.Next(plus == minus ? 0 : 100 * Math.Abs(plus - minus) / (plus + minus));
        row[1] = plus;
        row[2] = minus;
    }
}
