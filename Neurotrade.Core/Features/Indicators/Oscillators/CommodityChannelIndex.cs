using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Oscillators;

/// <summary>How unusual the typical price is against its mean.</summary>
public struct CommodityChannelIndex : IIndicatorState<CommodityChannelIndex>
{
    // So short that sums of three small fields stay within 2^53 units.
    private const int MostLength = 100;
    private const int MostBlock = 256;

    private FieldWindow fields;
    private double[] typical;
    private int next;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "cci",
        Title = "Commodity Channel Index",
        Group = IndicatorGroups.Oscillators,
        Outputs = ["cci"],
        Parameters = [IndicatorParameter.Period(20, min: 2)],
        Summary = "How far the typical price stands from its mean, in units of its usual "
            + "distance; missing without deviation.",
        Formula = "tp = hlc3; cci = (tp − mean of tp over n) / (0.015 × mean of |tp − that "
            + "mean| over n)",
        Source = "Donald Lambert (1980); Stock.Indicators GetCci.",
        Differences = "TA-Lib gives 0 where there is no deviation.",
        Create = parameters => new Indicator<CommodityChannelIndex>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.HighLowClose;

    public static bool Leaps => true;

    public static CommodityChannelIndex From(ImmutableArray<double> parameters)
    {
        int period = (int)parameters[0];
        return new() { fields = new FieldWindow(3 * period), typical = new double[period] };
    }

    // Whole units in doubles stay exact here, so prices and means are one division each, as in a step.
    public static int Leap(ref CommodityChannelIndex state, CandleColumns candles, int from, ColumnBlock outputs)
    {
        int length = state.typical.Length;
        if (!state.fields.IsFull || !state.fields.IsSmall || length > MostLength || from < length)
        {
            return from;
        }

        Span<double> units = stackalloc double[MostLength + MostBlock];
        Span<double> prices = stackalloc double[MostLength + MostBlock];
        int at = from;
        while (candles.Count - at >= Vector256<double>.Count)
        {
            int count = Math.Min(MostBlock, (candles.Count - at) / Vector256<double>.Count * Vector256<double>.Count);
            if (!TryPrices(candles.Slice(at - length, length + count), units, prices))
            {
                break;
            }

            Span<double> indices = outputs[0].Slice(at, count);
            SetMeans(units[..(length + count)], length, indices);
            SetIndices(prices[..(length + count)], length, indices);
            at += count;
        }

        if (at > from)
        {
            state.Restart(candles.Slice(at - length, length));
        }

        return at;
    }

    // Units and price of each bar; false where a field is large or off the grid.
    private static bool TryPrices(CandleColumns candles, Span<double> units, Span<double> prices)
    {
        bool areQuoted = true;
        for (int i = 0; i < candles.Count; i++)
        {
            units[i] = Units(candles.Highs[i], ref areQuoted) + Units(candles.Lows[i], ref areQuoted)
                + Units(candles.Closes[i], ref areQuoted);
            prices[i] = units[i] / (3 * QuotedUnits.PerOne);
        }

        return areQuoted;
    }

    private static double Units(double value, ref bool areQuoted)
    {
        double units = Math.Round(value * QuotedUnits.PerOne);
        areQuoted &= Math.Abs(value) < QuotedUnits.SmallLimit && QuotedUnits.Quoted(units) == value;
        return units;
    }

    private static void SetMeans(ReadOnlySpan<double> units, int length, Span<double> means)
    {
        double total = 0;
        foreach (double one in units[..length])
        {
            total += one;
        }

        double divisor = 3.0 * length * QuotedUnits.PerOne;
        for (int i = 0; i < means.Length; i++)
        {
            total += units[length + i] - units[i];
            means[i] = total / divisor;
        }
    }

    // Four bars side by side; each lane adds the distances of its window from the oldest on.
    private static void SetIndices(ReadOnlySpan<double> prices, int length, Span<double> means)
    {
        Vector256<double> count = Vector256.Create((double)length);
        Vector256<double> scale = Vector256.Create(0.015);
        for (int i = 0; i < means.Length; i += Vector256<double>.Count)
        {
            Vector256<double> mean = Vector256.Create<double>(means[i..]);
            Vector256<double> deviation = Vector256<double>.Zero;
            Vector256<double> price = mean;
            for (int at = i + 1; at <= i + length; at++)
            {
                price = Vector256.Create(prices[at..]);
                deviation += Vector256.Abs(price - mean);
            }

            Vector256<double> index = (price - mean) / (scale * (deviation / count));
            Vector256.ConditionalSelect(Vector256.Equals(deviation, Vector256<double>.Zero), Vector256.Create(double.NaN), index)
                .CopyTo(means[i..]);
        }
    }

    private void Restart(CandleColumns last)
    {
        Span<double> newest = stackalloc double[3 * MostLength];
        newest = newest[..(3 * last.Count)];
        for (int i = 0; i < last.Count; i++)
        {
            (newest[3 * i], newest[(3 * i) + 1], newest[(3 * i) + 2]) = (last.Highs[i], last.Lows[i], last.Closes[i]);
            typical[i] = CandleFields.Hlc3(last.Highs[i], last.Lows[i], last.Closes[i]);
        }

        fields.Refill(newest);
        next = 0;
    }

    public void Step(in Candle candle, OutputRow row)
    {
        fields.Push(candle.High);
        fields.Push(candle.Low);
        fields.Push(candle.Close);
        double price = CandleFields.Hlc3(candle.High, candle.Low, candle.Close);
        typical[next] = price;
        next = next + 1 == typical.Length ? 0 : next + 1;
        row[0] = fields.IsFull ? Index(price, fields.Mean) : double.NaN;
    }

    private readonly double Index(double price, double mean)
    {
        // From the oldest, so that the sum depends on the window alone.
        double deviation = Distances(typical.AsSpan(0, next), mean, Distances(typical.AsSpan(next), mean, 0));
        return deviation == 0 ? double.NaN : (price - mean) / (0.015 * (deviation / typical.Length));
    }

    private static double Distances(ReadOnlySpan<double> prices, double mean, double sum)
    {
        foreach (double price in prices)
        {
            sum += Math.Abs(price - mean);
        }

        return sum;
    }
}
