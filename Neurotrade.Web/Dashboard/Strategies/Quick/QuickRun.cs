using System.Collections.Immutable;
using System.Diagnostics;
using Neurotrade.Core.Features;
using Neurotrade.Core.Research;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Dashboard.Strategies.Quick;

/// <summary>
/// Quick backtests over one set of candles: indicators whose parameters stay are computed once for all of them. One at a time.
/// </summary>
internal sealed class QuickRun(QuickSet set)
{
    private readonly ImmutableArray<FeatureCache> caches = [.. set.Symbols.Select(one => new FeatureCache(one.Bars))];

    public QuickSet Set => set;

    /// <summary>How often an indicator was computed so far.</summary>
    public int Computed => caches.Sum(cache => cache.Computed);

    /// <summary>The same run as <c>backtest</c>'s, without certificate and files.</summary>
    public QuickAnswer Of(Strategy strategy, CancellationToken cancel)
    {
        long start = Stopwatch.GetTimestamp();
        var signals = ImmutableArray.CreateBuilder<SymbolSignals>(caches.Length);
        foreach (FeatureCache cache in caches)
        {
            cancel.ThrowIfCancellationRequested();
            signals.Add(SymbolSignals.Of(strategy, cache.Compute(strategy.Indicators)));
        }

        cancel.ThrowIfCancellationRequested();
        var input = new BacktestInput { Strategy = strategy, Symbols = set.Symbols, From = set.From, To = set.To };
        BacktestResult result = Backtest.Run(input, signals.MoveToImmutable(), null, cancel);
        Metrics metrics = Metrics.Of(result, [.. set.Symbols.Select(one => one.Bars)]);
        return new QuickAnswer
        {
            Capital = metrics.Capital,
            FinalEquity = metrics.FinalEquity,
            TotalReturn = metrics.TotalReturn,
            Sharpe = metrics.Sharpe,
            MaxDrawdown = metrics.MaxDrawdown,
            Trades = metrics.Trades.Trades,
            Bars = metrics.Bars,
            StartMillis = metrics.Start?.UnixMillis ?? 0,
            EndMillis = metrics.End?.UnixMillis ?? 0,
            Curve = Thinned(result.Equity),
            Took = Stopwatch.GetElapsedTime(start),
        };
    }

    private static double[] Thinned(double[] equity)
    {
        int count = Math.Min(equity.Length, QuickAnswer.MostPoints);
        return [.. Enumerable.Range(0, count).Select(i => equity[(int)((long)i * (equity.Length - 1) / Math.Max(1, count - 1))])];
    }
}
