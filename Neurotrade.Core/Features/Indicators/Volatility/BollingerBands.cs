using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volatility;

/// <summary>A band around the mean of the closes, as wide as they usually scatter.</summary>
public struct BollingerBands : IIndicatorState<BollingerBands>
{
    private DeviationWindow closes;
    private double multiplier;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "bollinger",
        Title = "Bollinger Bands",
        Group = IndicatorGroups.Volatility,
        Outputs = ["middle", "upper", "lower", "percent_b", "width"],
        Parameters =
        [
            IndicatorParameter.Period(20, min: 2),
            IndicatorParameter.Number("stddev", 2, 0.01, 100, "Half the width, in standard deviations."),
        ],
        Summary = "A band around the mean of the closes that widens with their scatter.",
        Formula = "middle = sma(close, n); upper, lower = middle ± m × population deviation of close over n bars; "
            + "percent_b = (close − lower) / (upper − lower), missing without width; width = (upper − lower) / middle",
        Source = "John Bollinger, Bollinger on Bollinger Bands (2001); Stock.Indicators GetBollingerBands.",
        Differences = "TA-Lib and Tulip compute the deviation from a difference of squares, which loses digits.",
        Create = parameters => new Indicator<BollingerBands>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static bool Leaps => true;

    public static BollingerBands From(ImmutableArray<double> parameters) =>
        new() { closes = new DeviationWindow((int)parameters[0]), multiplier = parameters[1] };

    public static int Leap(ref BollingerBands state, CandleColumns candles, int from, ColumnBlock outputs)
    {
        int end = state.closes.Leap(candles.Closes, from, outputs[0], outputs[4]);
        ReadOnlySpan<double> closes = candles.Closes[from..end];
        Span<double> middles = outputs[0][from..end];
        Span<double> uppers = outputs[1][from..end];
        Span<double> lowers = outputs[2][from..end];
        Span<double> shares = outputs[3][from..end];
        Span<double> widths = outputs[4][from..end];
        Vector256<double> multiplier = Vector256.Create(state.multiplier);

        // Bars come by whole vectors.
        for (int i = 0; i < closes.Length; i += Vector256<double>.Count)
        {
            Vector256<double> middle = Vector256.Create<double>(middles[i..]);
            Vector256<double> half = multiplier * Vector256.Create<double>(widths[i..]);
            Vector256<double> lower = middle - half;
            Vector256<double> width = middle + half - lower;
            Vector256<double> share = (Vector256.Create(closes[i..]) - lower) / width;
            (middle + half).CopyTo(uppers[i..]);
            lower.CopyTo(lowers[i..]);
            Vector256<double> hasWidth = Vector256.GreaterThan(width, Vector256<double>.Zero);
            Vector256.ConditionalSelect(hasWidth, share, Vector256.Create(double.NaN)).CopyTo(shares[i..]);
            (width / middle).CopyTo(widths[i..]);
        }

        return end;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step(in Candle candle, OutputRow row)
    {
        closes.Push(candle.Close);
        double middle = closes.Mean;
        double half = multiplier * closes.Deviation;
        double upper = middle + half;
        double lower = middle - half;
        double width = upper - lower;
        row[0] = middle;
        row[1] = upper;
        row[2] = lower;
        row[3] = width > 0 ? (candle.Close - lower) / width : double.NaN;
        row[4] = width / middle;
    }
}
