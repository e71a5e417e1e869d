using System.Numerics;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Simulation;

/// <summary>
/// A run's account at each bar's close, <c>equity = cash + quantity × close</c>: columns that are made when they are first
/// asked for. Safe to read from many threads.
/// </summary>
public sealed class CloseColumns
{
    private readonly Lazy<long[]> times;
    private readonly Lazy<double[]> equity;
    private readonly Lazy<double[]> cash;
    private readonly Lazy<double[]> positionValue;

    private CloseColumns(Func<long[]> times, Func<double[]> equity, Func<double[]> cash, Func<double[]> positionValue) =>
        (this.times, this.equity, this.cash, this.positionValue) = (new(times), new(equity), new(cash), new(positionValue));

    /// <summary>Open times in Unix milliseconds.</summary>
    public long[] Times => times.Value;

    public double[] Equity => equity.Value;

    public double[] Cash => cash.Value;

    public double[] PositionValue => positionValue.Value;

    /// <summary>Columns that are already there, of one length.</summary>
    public static CloseColumns Of(long[] times, double[] equity, double[] cash, double[] positionValue)
    {
        Guard.That(equity.Length == times.Length && cash.Length == times.Length && positionValue.Length == times.Length);
        return new CloseColumns(() => times, () => equity, () => cash, () => positionValue);
    }

    /// <summary>The columns of a run over one symbol.</summary>
    /// <param name="bars">Its bars.</param>
    /// <param name="first">The first bar in range.</param>
    /// <param name="count">How many are in range.</param>
    /// <param name="spans">What was held from when on, without a gap; the first from bar 0 of the range.</param>
    internal static CloseColumns Of(CandleSeries bars, int first, int count, HeldSpan[] spans) => new(
        () => bars.Times.Slice(first, count).ToArray(),
        () => Filled(bars, first, count, spans, Mark),
        () => Filled(bars, first, count, spans, static (span, _, into) => into.Fill(span.Cash)),
        () => Filled(bars, first, count, spans, Value));

    private static double[] Filled(CandleSeries bars, int first, int count, HeldSpan[] spans, Filling fill)
    {
        double[] column = GC.AllocateUninitializedArray<double>(count);
        ReadOnlySpan<double> closes = bars.Closes.Slice(first, count);
        for (int i = 0; i < spans.Length; i++)
        {
            int from = spans[i].From;
            int length = (i + 1 < spans.Length ? spans[i + 1].From : count) - from;
            fill(spans[i], closes.Slice(from, length), column.AsSpan(from, length));
        }

        return column;
    }

    // A product and a sum for each close, never one fused operation (contracts 4.19).
    private static void Mark(HeldSpan span, ReadOnlySpan<double> closes, Span<double> equity)
    {
        if (span.Quantity == 0)
        {
            equity.Fill(span.Cash);
            return;
        }

        Vector<double> quantities = new(span.Quantity);
        Vector<double> cashes = new(span.Cash);
        int i = 0;
        for (; i <= closes.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            (cashes + (quantities * new Vector<double>(closes[i..]))).CopyTo(equity[i..]);
        }

        for (; i < closes.Length; i++)
        {
            equity[i] = span.Cash + (span.Quantity * closes[i]);
        }
    }

    private static void Value(HeldSpan span, ReadOnlySpan<double> closes, Span<double> values)
    {
        for (int i = 0; i < closes.Length; i++)
        {
            values[i] = span.Quantity == 0 ? 0 : span.Quantity * closes[i];
        }
    }

    private delegate void Filling(HeldSpan span, ReadOnlySpan<double> closes, Span<double> into);
}

/// <summary>Cash and quantity at the closes from a bar on.</summary>
/// <param name="From">Counted from the first in range.</param>
/// <param name="Cash">All of it, what a resting limit holds back included.</param>
/// <param name="Quantity">Base asset held; 0 while flat.</param>
internal readonly record struct HeldSpan(int From, double Cash, double Quantity);
