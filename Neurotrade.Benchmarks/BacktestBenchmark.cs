using System.Collections.Immutable;
using System.Globalization;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Benchmarks;

/// <summary>
/// One backtest over a year of minutes, in nanoseconds a bar: the signals (features and rules), the walk over them, and
/// both. Dense and sparse walks are held equal before anything is timed.
/// </summary>
internal static class BacktestBenchmark
{
    private const int BarCount = 525_600;
    private const int Repetitions = 15;

    private const string Head = """
        schema: 1
        name: benchmark
        market: { exchange: binance, symbols: [BTC/USDT], timeframe: 1m }

        """;

    private static readonly (string Name, string Text)[] Strategies =
    [
        ("sma cross", """
            indicators: { fast: { type: sma, period: 10 }, slow: { type: sma, period: 50 } }
            rules: { entry: "crosses_above(fast, slow)", exit: "crosses_below(fast, slow)" }
            """),
        ("rsi, stop and target", """
            indicators: { rsi: { type: rsi, period: 14 } }
            rules: { entry: rsi < 30, exit: rsi > 70 }
            orders: { stop_loss: 2%, take_profit: 4% }
            """),
        ("rsi, trailing stop", """
            indicators: { rsi: { type: rsi, period: 14 } }
            rules: { entry: rsi < 30, exit: rsi > 70 }
            orders: { trailing_stop: 2% }
            """),
        ("rsi, drawdown limit", """
            indicators: { rsi: { type: rsi, period: 14 } }
            rules: { entry: rsi < 30, exit: rsi > 70 }
            risk: { max_drawdown: { limit: 99%, action: halt } }
            """),
    ];

    /// <summary>Prints a row a strategy; a filter chooses by name.</summary>
    public static void Run(string? filter)
    {
        CandleSeries bars = Bars.Make(BarCount);
        Console.WriteLine("ns a bar, median of 15 (processor time) | signals | walk | whole | dense walk | bytes a bar of the walk | fills");
        foreach ((string name, string text) in Strategies)
        {
            if (filter is null || name.Contains(filter, StringComparison.Ordinal))
            {
                Measure(name, StrategyFile.Load(Head + text, name, StrategyOverrides.None), bars);
            }
        }
    }

    private static void Measure(string name, Strategy strategy, CandleSeries bars)
    {
        BacktestInput input = new() { Strategy = strategy, Symbols = [new SymbolCandles(bars, null)] };
        BacktestInput dense = input with { Dense = true };
        ImmutableArray<SymbolSignals> signals = Backtest.SignalsOf(input);
        long before = GC.GetAllocatedBytesForCurrentThread();
        BacktestResult result = Backtest.Run(input, signals);
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        BacktestResult stepped = Backtest.Run(dense, signals);
        Guard.That(result.Fills.SequenceEqual(stepped.Fills) && result.Equity.SequenceEqual(stepped.Equity));

        Timing[] timings = Timing.Of(
            Repetitions,
            () => Backtest.SignalsOf(input),
            () => Backtest.Run(input, signals),
            () => Guard.That(Backtest.Run(input, null, CancellationToken.None).Equity.Length == bars.Count),
            () => Backtest.Run(dense, signals));
        string figures = string.Join(" | ", timings.Select(timing =>
            string.Create(CultureInfo.InvariantCulture, $"{timing.Median / bars.Count:F1} ({timing.Processor / bars.Count:F1})")));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name} | {figures} | {(double)bytes / bars.Count:F1} | {result.Fills.Length}"));
    }
}
