using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Benchmarks.Suite;

/// <summary>Whole backtests: features, rules, simulation with trades and equity; without certificate and files.</summary>
internal static class BacktestFigures
{
    private const int Count = 1_000_000;

    private const string SmaCross = """
        schema: 1
        name: sma-cross
        market: { exchange: binance, symbols: [BTC/USDT], timeframe: 1m }
        indicators:
          fast: { type: sma, period: 10 }
          slow: { type: sma, period: 50 }
        rules:
          entry: crosses_above(fast, slow)
          exit: crosses_below(fast, slow)
        """;

    private const string RsiStops = """
        schema: 1
        name: rsi-stops
        market: { exchange: binance, symbols: [BTC/USDT], timeframe: 1m }
        indicators:
          rsi: { type: rsi, period: 14 }
        rules:
          entry: rsi < 30
          exit: rsi > 70
        orders:
          stop_loss: 2%
          take_profit: 4%
        """;

    public static IEnumerable<Figure> All()
    {
        yield return Figure.Rate("backtest.sma-cross", "bars/s", () => Of(SmaCross));
        yield return Figure.Rate("backtest.rsi-stops", "bars/s", () => Of(RsiStops));
    }

    private static (Action Work, int Amount) Of(string text)
    {
        BacktestInput input = new()
        {
            Strategy = StrategyFile.Load(text, "bench", StrategyOverrides.None),
            Symbols = [new SymbolCandles(Bars.Make(Count), null)],
        };

        // Dense stepping is the plain form: both must end in the same place before either is timed.
        BacktestResult sparse = Backtest.Run(input, null, CancellationToken.None);
        BacktestResult dense = Backtest.Run(input with { Dense = true }, null, CancellationToken.None);
        Guard.That(sparse.Trades.Length > 0 && sparse.Equity.SequenceEqual(dense.Equity));
        return (() => Guard.That(Backtest.Run(input, null, CancellationToken.None).Equity.Length == Count), Count);
    }
}
