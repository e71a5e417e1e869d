using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Strategies;

public sealed class StrategyFileTests
{
    private const string Smallest = """
        schema: 1
        name: smallest
        market: { symbols: [BTC/USDT], timeframe: 15m }
        rules: { entry: close > open }
        """;

    // contracts 3: "Left out means".
    [Fact]
    public void Load_LeftOut_MeansTheDefaults()
    {
        Strategy strategy = StrategyFile.Load(Smallest, "s.yaml", StrategyOverrides.None);

        Assert.Equal(10_000, strategy.Capital);
        Assert.Null(strategy.Exit);
        Assert.Equal(new CostModel(), strategy.Costs);
        Assert.Equal(new SizePlan.PercentOfEquity(1), strategy.Orders.Size);
        Assert.Equal(new EntryPlan.AtMarket(), strategy.Orders.Entry);
        Assert.Null(strategy.Orders.StopLoss);
        Assert.Null(strategy.Orders.Trailing);
        Assert.Null(strategy.Orders.MaxHolding);
        Assert.Empty(strategy.Orders.TakeProfits);
        Assert.Equal(0, strategy.Orders.CooldownBars);
        Assert.Null(strategy.Risk.MaxPositions);
        Assert.Null(strategy.AtrInstance);
        Assert.Equal(64, strategy.Hash.Length);
    }

    [Fact]
    public void Load_CanonicalText_ReadsBackAsTheSameStrategy()
    {
        Strategy strategy = StrategyFile.Load(Smallest, "s.yaml", StrategyOverrides.None);

        Strategy again = StrategyFile.Load(strategy.CanonicalText, "c.yaml", StrategyOverrides.None);

        Assert.Equal(strategy.CanonicalText, again.CanonicalText);
        Assert.Equal(strategy.Hash, again.Hash);
    }

    [Fact]
    public void Load_SeveralMistakes_TellsEachWithItsPlace()
    {
        const string text = """
            schema: 1
            name: wrong
            market: { symbols: [BTC/USDT], timeframe: 15m }
            indicators:
              fast: { type: emma, period: 20 }
              slow: { type: sma, period: 50 }
            rules:
              entry: slwo > close
            orders:
              stop_loss: 2
            """;

        InputException refused = Assert.Throws<InputException>(() => StrategyFile.Load(text, "s.yaml", StrategyOverrides.None));

        Assert.Equal(
            [(5, 17), (8, 10), (10, 14)], refused.Problems.Select(p => (p.Line, p.Column)));
        Assert.Contains("`ema`", refused.Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("`slow`", refused.Problems[1].Message, StringComparison.Ordinal);
    }
}
