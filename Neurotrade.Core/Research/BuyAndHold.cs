using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Core.Research;

/// <summary>
/// What the capital would have become, split evenly over the symbols, each bought at its first open in the run without
/// costs and kept. A symbol that begins later is cash until then; one without a candle keeps its last close.
/// </summary>
/// <param name="Equity">At each bar's close of the run's time axis; empty where no symbol has a candle in the
/// run.</param>
public sealed record BuyAndHold(double[] Equity)
{
    /// <summary>The curve for a run; candles may reach beyond it on both sides.</summary>
    public static BuyAndHold Of(BacktestResult result, ImmutableArray<CandleSeries> candles)
    {
        CandleSeries[] held =
            [.. candles.Select(series => Metrics.Within(series, result.Times)).Where(series => series.Count > 0)];
        double[] equity = new double[held.Length == 0 ? 0 : result.Times.Length];
        double share = result.Capital / Math.Max(1, held.Length);
        foreach (CandleSeries series in held)
        {
            Add(series, result.Times, equity, share);
        }

        return new BuyAndHold(equity);
    }

    /// <summary>The deepest fall from a peak, the capital being the first, a positive fraction.</summary>
    public double? MaxDrawdown(double capital)
    {
        (double peak, double depth) = (capital, 0);
        foreach (double equity in Equity)
        {
            peak = equity > peak ? equity : peak;
            depth = Math.Max(depth, (peak - equity) / peak);
        }

        return Equity.Length == 0 ? null : depth;
    }

    private static void Add(CandleSeries series, ReadOnlySpan<long> times, Span<double> equity, double share)
    {
        ReadOnlySpan<long> own = series.Times;
        ReadOnlySpan<double> closes = series.Closes;
        double bought = series.Opens[0];
        (int next, double worth) = (0, share);
        for (int i = 0; i < times.Length; i++)
        {
            if (next < own.Length && own[next] == times[i])
            {
                worth = share * (closes[next++] / bought);
            }

            equity[i] += worth;
        }
    }
}
