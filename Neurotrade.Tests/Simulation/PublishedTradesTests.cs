using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;
using Neurotrade.Tests.Reference;

namespace Neurotrade.Tests.Simulation;

/// <summary>The trades that performance.md lists to check against, from file to result.</summary>
public sealed class PublishedTradesTests
{
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

    private const string RsiWithLevels = """
        schema: 1
        name: rsi-levels
        market: { exchange: binance, symbols: [BTC/USDT], timeframe: 1m }
        indicators:
          rsi: { type: rsi, period: 14 }
        rules:
          entry: rsi < 30
          exit: rsi > 70
        orders:
          stop_loss: 0.3%
          take_profit: 0.6%
        """;

    [Theory]
    [InlineData(100_000, 1389, 0, 589.34728027437)]
    [InlineData(10_000, 146, 1, 7216.87746155)]
    public void SmaCross_PublishedBars_MakesThePublishedTrades(int bars, int trades, int open, double final)
    {
        BacktestResult result = Run(SmaCross, bars);

        Assert.Equal((trades, open), (result.Trades.Length, result.OpenPositions.Length));
        Assert.Equal(final, result.Equity[^1], tolerance: 1e-8);
    }

    [Fact]
    public void RsiWithLevels_PublishedBars_MakesThePublishedTrades()
    {
        BacktestResult result = Run(RsiWithLevels, 100_000);

        Assert.Equal(946, result.Trades.Length);
        Assert.Equal(131, result.Trades.Count(trade => trade.ExitReason == FillReason.Signal));
        Assert.Equal(644, result.Trades.Count(trade => trade.ExitReason == FillReason.StopLoss));
        Assert.Equal(171, result.Trades.Count(trade => trade.ExitReason == FillReason.TakeProfit));
        Assert.Equal(1095.03415335, result.Equity[^1], tolerance: 1e-8);
    }

    // Rule 2 of the architecture on a year's worth of trades: stepping and number type change nothing.
    [Fact]
    public void RsiWithLevels_DenseAndInDecimal_DecidesTheSame()
    {
        BacktestInput input = InputOf(RsiWithLevels, 20_000);
        BacktestResult sparse = Backtest.Run(input, null, TestContext.Current.CancellationToken);

        ResultAssert.Same(
            Backtest.Run(input with { Dense = true }, null, TestContext.Current.CancellationToken), sparse);
        ResultAssert.SameDecisions(
            sparse, Backtest.RunInDecimal(input, null, TestContext.Current.CancellationToken));
    }

    private static BacktestResult Run(string strategy, int bars) =>
        Backtest.Run(InputOf(strategy, bars), null, TestContext.Current.CancellationToken);

    private static BacktestInput InputOf(string strategy, int bars) => new()
    {
        Strategy = StrategyFile.Load(strategy, "strategy.yaml", StrategyOverrides.None),
        Symbols = [new SymbolCandles(NumpyBars.Series(bars), null)],
    };
}
