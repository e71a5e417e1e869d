using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Simulation;

/// <summary>
/// The lowest and highest prices of every <see cref="Block"/> bars, made once for many walks over the same bars: a search
/// or a mark passes over a block with one question. Minimum and maximum only, so nothing depends on it but time.
/// </summary>
internal sealed class BarRanges
{
    /// <summary>Bars of a block; blocks begin at the series' first bar.</summary>
    public const int Block = 64;

    private readonly double[] lows;
    private readonly double[] highs;
    private readonly (double Low, double High)[] closes;

    private BarRanges(int blocks) =>
        (lows, highs, closes) = (new double[blocks], new double[blocks], new (double, double)[blocks]);

    /// <summary>The lowest low of each block.</summary>
    public ReadOnlySpan<double> Lows => lows;

    /// <summary>The highest high of each block.</summary>
    public ReadOnlySpan<double> Highs => highs;

    /// <summary>The lowest and the highest close of each block.</summary>
    public ReadOnlySpan<(double Low, double High)> Closes => closes;

    /// <summary>The ranges of a series; the last block may be shorter.</summary>
    public static BarRanges Of(CandleSeries bars)
    {
        BarRanges ranges = new((bars.Count + Block - 1) / Block);
        for (int i = 0; i < ranges.lows.Length; i++)
        {
            int from = i * Block;
            int length = Math.Min(Block, bars.Count - from);
            ranges.lows[i] = RangeOf(bars.Lows.Slice(from, length)).Low;
            ranges.highs[i] = RangeOf(bars.Highs.Slice(from, length)).High;
            ranges.closes[i] = RangeOf(bars.Closes.Slice(from, length));
        }

        return ranges;
    }

    /// <summary>The lowest and the highest of some prices, from 1 to <see cref="Block"/>.</summary>
    public static (double Low, double High) RangeOf(ReadOnlySpan<double> prices)
    {
        if (prices.Length < Vector256<double>.Count)
        {
            return RangeOfFew(prices);
        }

        // Prices are finite and above 0, and one counted twice changes no range. So a fixed number of loads, those beyond
        // the end repeated at it, spares the processor guessing how long each span is.
        ref double first = ref MemoryMarshal.GetReference(prices);
        int last = prices.Length - Vector256<double>.Count;
        Vector256<double> low = Vector256.LoadUnsafe(ref first, (nuint)last);
        Vector256<double> high = low;
        for (int part = 0; part <= last; part += Block / 4)
        {
            Vector256<double> a = Vector256.LoadUnsafe(ref first, (nuint)part);
            Vector256<double> b = Vector256.LoadUnsafe(ref first, (nuint)Math.Min(part + 4, last));
            Vector256<double> c = Vector256.LoadUnsafe(ref first, (nuint)Math.Min(part + 8, last));
            Vector256<double> d = Vector256.LoadUnsafe(ref first, (nuint)Math.Min(part + 12, last));
            low = Vector256.MinNative(low, Vector256.MinNative(Vector256.MinNative(a, b), Vector256.MinNative(c, d)));
            high = Vector256.MaxNative(high, Vector256.MaxNative(Vector256.MaxNative(a, b), Vector256.MaxNative(c, d)));
        }

        Vector128<double> lows = Vector128.MinNative(low.GetLower(), low.GetUpper());
        Vector128<double> highs = Vector128.MaxNative(high.GetLower(), high.GetUpper());
        return (Lower(lows[0], lows[1]), Higher(highs[0], highs[1]));
    }

    private static (double Low, double High) RangeOfFew(ReadOnlySpan<double> prices)
    {
        (double low, double high) = (prices[0], prices[0]);
        for (int i = 1; i < prices.Length; i++)
        {
            (low, high) = (Lower(low, prices[i]), Higher(high, prices[i]));
        }

        return (low, high);
    }

    private static double Lower(double a, double b) => a < b ? a : b;

    private static double Higher(double a, double b) => a > b ? a : b;
}
