using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volatility;

/// <summary>How deep and how long price lay under its recent highs.</summary>
public struct UlcerIndex : IIndicatorState<UlcerIndex>
{
    private double[] closes;
    private int next;
    private int count;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "ulcer",
        Title = "Ulcer Index",
        Group = IndicatorGroups.Volatility,
        Outputs = ["ulcer"],
        Parameters = [IndicatorParameter.Period(14)],
        Summary = "How deep and how long the close lay under its recent highs, in percent.",
        Formula = "d = 100 × (close − highest close so far in the window) / that; ulcer = "
            + "√(Σ d² / n) over n bars",
        Source = "Peter Martin (1987); Stock.Indicators GetUlcerIndex.",
        Create = parameters => new Indicator<UlcerIndex>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static bool Leaps => true;

    public static UlcerIndex From(ImmutableArray<double> parameters) =>
        new() { closes = new double[(int)parameters[0]] };

    // Four bars side by side: each lane holds the closes of its window against their highest in the order of a step.
    public static int Leap(ref UlcerIndex state, CandleColumns candles, int from, ColumnBlock outputs)
    {
        int length = state.closes.Length;
        int at = from;
        if (state.count < length || from < length)
        {
            return at;
        }

        Vector256<double> hundred = Vector256.Create(100.0);
        for (; at <= candles.Count - Vector256<double>.Count; at += Vector256<double>.Count)
        {
            ReadOnlySpan<double> window = candles.Closes.Slice(at - length + 1, length + Vector256<double>.Count - 1);
            Vector256<double> highest = Vector256<double>.Zero;
            Vector256<double> squares = Vector256<double>.Zero;
            for (int i = 0; i < length; i++)
            {
                Vector256<double> close = Vector256.Create(window[i..]);
                highest = Vector256.MaxNative(highest, close);
                Vector256<double> percent = hundred * ((close - highest) / highest);
                squares += percent * percent;
            }

            Vector256.Sqrt(squares / Vector256.Create((double)length)).CopyTo(outputs[0][at..]);
        }

        candles.Closes[(at - length)..at].CopyTo(state.closes);
        state.next = 0;
        return at;
    }

    public void Step(in Candle candle, OutputRow row)
    {
        closes[next] = candle.Close;
        next = next + 1 == closes.Length ? 0 : next + 1;
        count = Math.Min(count + 1, closes.Length);
        row[0] = count < closes.Length ? double.NaN : Index();
    }

    // From the oldest on: each bar is held against the highest close of the window up to it.
    private readonly double Index()
    {
        double highest = 0;
        double squares = Drawdowns(closes.AsSpan(next), ref highest, 0);
        squares = Drawdowns(closes.AsSpan(0, next), ref highest, squares);
        return Math.Sqrt(squares / closes.Length);
    }

    private static double Drawdowns(ReadOnlySpan<double> closes, ref double highest, double squares)
    {
        foreach (double close in closes)
        {
            highest = Math.Max(highest, close);
            double percent = 100 * ((close - highest) / highest);
            squares += percent * percent;
        }

        return squares;
    }
}
