using System.Collections.Immutable;
using System.Diagnostics;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Benchmarks.Suite;

/// <summary>What one closed candle costs on its way through the rolling forms, as a live session takes it.</summary>
internal static class PipelineFigures
{
    private const int Count = 100_000;

    private const string Text = """
        schema: 1
        name: pipeline
        market: { exchange: binance, symbols: [BTC/USDT], timeframe: 1m }
        indicators:
          fast: { type: ema, period: 10 }
          slow: { type: ema, period: 50 }
          rsi: { type: rsi, period: 14 }
          macd: { type: macd }
        rules:
          entry: crosses_above(fast, slow) and rsi < 70 and macd.line > macd.signal
          exit: crosses_below(fast, slow) or rsi > 80
        orders: { stop_loss: 2%, take_profit: 4% }
        """;

    public static IEnumerable<Figure> All()
    {
        yield return Figure.Cost("pipeline.candle_to_signal", Signals);
        yield return Figure.Level("pipeline.candle_to_signal.p50", "ns", () => Percentile(0.5));
        yield return Figure.Level("pipeline.candle_to_signal.p99", "ns", () => Percentile(0.99));
        yield return Figure.Level("pipeline.candle_to_signal.p99_9", "ns", () => Percentile(0.999));
        yield return Figure.Cost("pipeline.bar_through_kernel", Kernel);
    }

    private static (Action Work, int Amount) Signals()
    {
        Strategy strategy = StrategyFile.Load(Text, "bench", StrategyOverrides.None);
        CandleSeries candles = Bars.Make(Count);
        int whole = SymbolSignals.Of(strategy, candles).Rules.Entry.CountTrue();
        Guard.That(whole > 0 && Entries(strategy, candles, null) == whole);
        return (() => Entries(strategy, candles, null), Count);
    }

    // The clock's own time, some 20 ns, is part of each.
    private static double Percentile(double share)
    {
        Strategy strategy = StrategyFile.Load(Text, "bench", StrategyOverrides.None);
        double[] nanos = new double[Count];
        Entries(strategy, Bars.Make(Count), nanos);
        Array.Sort(nanos);
        return nanos[(int)(share * (Count - 1))];
    }

    private static int Entries(Strategy strategy, CandleSeries candles, double[]? nanos)
    {
        FeatureStream features = new(candles.Timeframe, strategy.Indicators);
        RollingRules rules = new(strategy);
        int entries = 0;
        for (int i = 0; i < candles.Count; i++)
        {
            long start = nanos is null ? 0 : Stopwatch.GetTimestamp();
            Candle candle = candles[i];
            rules.Update(in candle, features.Update(in candle));
            entries += rules.EntryIsTrue ? 1 : 0;
            if (nanos is not null)
            {
                nanos[i] = (Stopwatch.GetTimestamp() - start) * (1e9 / Stopwatch.Frequency);
            }
        }

        return entries;
    }

    // Every bar stepped, with events, venue and accounts: what live stepping costs beside the signals.
    private static (Action Work, int Amount) Kernel()
    {
        BacktestInput input = new()
        {
            Strategy = StrategyFile.Load(Text, "bench", StrategyOverrides.None),
            Symbols = [new SymbolCandles(Bars.Make(Count), null)],
            Dense = true,
        };
        ImmutableArray<SymbolSignals> signals = Backtest.SignalsOf(input);
        Guard.That(Backtest.Run(input, signals).Fills.SequenceEqual(Backtest.Run(input with { Dense = false }, signals).Fills));
        return (() => Backtest.Run(input, signals), Count);
    }
}
