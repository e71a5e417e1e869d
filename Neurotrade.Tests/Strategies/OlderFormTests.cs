using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Strategies;

// contracts 3: both older JSON forms are read, echoed and saved as schema 1.
public sealed class OlderFormTests
{
    private const string Trading = """
        {
          "symbol": "BTC/USDT", "timeframe": "15m", "start_date": "2024-01-01", "end_date": "2024-06-30", "capital": 1000,
          "indicators": {
            "rsi": { "enabled": true, "period": 14 },
            "macd": { "enabled": true, "fast_period": 12, "slow_period": 26, "signal_period": 9 },
            "ema": { "enabled": false, "period": 50 }
          },
          "trading": {
            "buy_condition": "RSI < 30 AND MACD > SIGNAL", "sell_condition": "rsi > 70 or macd < signal",
            "trade_size_pct": 10, "slippage_pct": 0.05, "trading_fee_pct": 0.1
          },
          "oms": { "trailing_stop": true, "trailing_pct": 0.03, "risk_per_trade": 0.02 }
        }
        """;

    private const string Evaluation = """
        {
          "strategy_id": "macd_rsi",
          "indicators": {
            "macd": { "fast_length": 12, "slow_length": 26, "signal_smooth": 9 },
            "rsi": { "length": 14, "overbought": 70, "oversold": 30 }
          },
          "trade_parameters": { "position_size": 1000, "stop_loss_pct": 0.02, "take_profit_pct": 0.05 },
          "slippage": 0.001,
          "risk": { "max_drawdown": 0.2, "max_position_size": 0.1 },
          "evaluation": { "metrics": ["roi", "sharpe"] }
        }
        """;

    private static StrategyOverrides FromData => new()
    {
        Symbols = [Sample.Symbol("ETH/USDT")],
        Timeframe = Timeframe.Hour,
    };

    [Fact]
    public void Read_TradingForm_MeansPercentInTradingAndFractionsInOms()
    {
        StrategyReading reading = StrategyFile.Read(Trading, "old.json", StrategyOverrides.None);
        Strategy strategy = reading.Strategy;

        Assert.True(reading.IsOlderForm);
        Assert.Equal(new SizePlan.PercentOfEquity(0.1), strategy.Orders.Size);
        Assert.Equal(new TrailingStop(new Distance.Ratio(0.03), null), strategy.Orders.Trailing);
        Assert.Equal(new SlippageModel.Ratio(0.0005), strategy.Costs.Slippage);
        Assert.Equal((0.001, 0.001), (strategy.Costs.MakerFee, strategy.Costs.TakerFee));
        Assert.Equal(1000, strategy.Capital);
        Assert.Equal(["rsi", "macd"], strategy.Indicators.Select(i => i.Name));
        Assert.Contains("  entry: rsi < 30 and macd.line > macd.signal\n", strategy.CanonicalText, StringComparison.Ordinal);
        Assert.Contains("  exit: rsi > 70 or macd.line < macd.signal\n", strategy.CanonicalText, StringComparison.Ordinal);
        Assert.Equal((Instant.FromDate(2024, 1, 1), Instant.FromDate(2024, 6, 30)), (reading.From, reading.To));
    }

    [Fact]
    public void Read_TradingForm_EchoesEveryValue()
    {
        string echo = string.Join('\n', StrategyFile.Read(Trading, "old.json", StrategyOverrides.None).Echo);

        Assert.Contains("trading.trade_size_pct: 10 - percent: each entry uses 10% of equity", echo, StringComparison.Ordinal);
        Assert.Contains("trading.slippage_pct: 0.05 - percent: slippage of 0.05%", echo, StringComparison.Ordinal);
        Assert.Contains("oms.trailing_pct: 0.03 - a fraction: a trailing stop 3% below", echo, StringComparison.Ordinal);
        Assert.Contains("oms.risk_per_trade: 0.02 - not used, because", echo, StringComparison.Ordinal);
        Assert.Contains("indicators.ema.enabled: false - left out", echo, StringComparison.Ordinal);
        Assert.Contains("indicators.macd.fast_period: 12 - macd's fast", echo, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EvaluationForm_MeansFractionsAndItsFixedRules()
    {
        StrategyReading reading = StrategyFile.Read(Evaluation, "old.json", FromData);
        Strategy strategy = reading.Strategy;

        Assert.Equal("macd_rsi", strategy.Name);
        Assert.Equal([Sample.Symbol("ETH/USDT")], strategy.Market.Symbols);
        Assert.Equal(Timeframe.Hour, strategy.Market.Timeframe);
        Assert.Equal(new SizePlan.QuoteAmount(1000), strategy.Orders.Size);
        Assert.Equal(new Distance.Ratio(0.02), strategy.Orders.StopLoss);
        Assert.Equal(new TakeProfit(new Distance.Ratio(0.05), 1), Assert.Single(strategy.Orders.TakeProfits));
        Assert.Equal(new SlippageModel.Ratio(0.001), strategy.Costs.Slippage);
        Assert.Equal(new LossLimit(0.2, LossAction.Halt), strategy.Risk.MaxDrawdown);
        Assert.Equal(0.1, strategy.Risk.MaxExposure);
        Assert.Contains("  entry: rsi < 30 and macd.line > macd.signal\n", strategy.CanonicalText, StringComparison.Ordinal);
        Assert.Contains("  exit: rsi > 70 or macd.line < macd.signal\n", strategy.CanonicalText, StringComparison.Ordinal);
        Assert.Contains(reading.Echo, line => line.StartsWith("evaluation.metrics: a list - ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Trading)]
    [InlineData(Evaluation)]
    public void CanonicalText_OfAnOlderForm_IsTheSameStrategyInSchemaOne(string text)
    {
        Strategy old = StrategyFile.Load(text, "old.json", FromData);

        StrategyReading saved = StrategyFile.Read(old.CanonicalText, "new.yaml", StrategyOverrides.None);

        Assert.False(saved.IsOlderForm);
        Assert.Equal(old.Hash, saved.Strategy.Hash);
    }

    [Theory]
    [InlineData("\"trade_size_pct\": 10", "\"trade_size_pct\": 10, \"leverage\": 3", "Unknown key `leverage` in `trading`")]
    [InlineData("\"trade_size_pct\": 10", "\"trade_size_pct\": \"10%\"", "`trading.trade_size_pct` is `10%`; a bare number was expected")]
    [InlineData("\"trade_size_pct\": 10", "\"trade_size_pct\": 110", "`percent_of_equity` is `110%`; above 0% to 100% was expected")]
    [InlineData(
        "\"trailing_pct\": 0.03", "\"trailing_pct\": 3",
        "`trailing_stop` is `300%`; above 0% to 99.99% was expected. `oms.trailing_pct` is `3`, read as a fraction.")]
    [InlineData("\"enabled\": false", "\"enabled\": 1", "`indicators.ema.enabled` is `1`; true or false was expected")]
    [InlineData("RSI < 30", "rsj < 30", "Unknown name `rsj`")]
    [InlineData("\"trailing_pct\": 0.03, ", "", "`oms.trailing_stop` is on without `oms.trailing_pct`")]
    [InlineData("2024-01-01", "yesterday", "`start_date` is not a date")]
    [InlineData("\"BTC/USDT\"", "\"BITCOIN\"", "`BITCOIN` is not a symbol")]
    public void Read_OlderFormWithAMistake_SaysIt(string from, string to, string expected)
    {
        InputException refused = Assert.Throws<InputException>(
            () => StrategyFile.Load(Trading.Replace(from, to, StringComparison.Ordinal), "old.json", StrategyOverrides.None));

        Assert.Contains(refused.Problems, p => p.Message.StartsWith(expected, StringComparison.Ordinal));
        Assert.All(refused.Problems, p => Assert.True(p.Line > 0));
    }

    [Fact]
    public void Read_EvaluationFormWithoutData_AsksForSymbolAndTimeframe()
    {
        InputException refused = Assert.Throws<InputException>(
            () => StrategyFile.Load(Evaluation, "old.json", StrategyOverrides.None));

        Assert.Equal(2, refused.Problems.Count);
    }
}
