using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Strategies;

public sealed class RuleEvaluatorTests
{
    [Fact]
    public void Evaluate_CrossOfTwoAverages_IsTrueAtTheCross()
    {
        Strategy strategy = StrategyFile.Load(
            """
            schema: 1
            name: cross
            market: { symbols: [BTC/USDT], timeframe: 1m }
            indicators:
              fast: { type: sma, period: 1 }
              slow: { type: sma, period: 3 }
            rules:
              entry:
                all:
                  - { tag: up, when: "crosses_above(fast, slow)" }
              exit: position.pnl > 10% or crosses_below(fast, slow)
            """,
            "s.yaml",
            StrategyOverrides.None);
        double[] closes = [5, 4, 3, 2, 4, 5, 5, 3];
        FeatureFrame frame = FeatureFrame.Compute(Series(closes), strategy.Indicators);

        RuleSignals signals = RuleEvaluator.Evaluate(strategy, frame);

        Assert.Equal([4], Bars(signals.Entry));
        Assert.Equal("up", signals.EntryTag(4));
        Assert.True(signals.ExitUsesPosition);
        Assert.Equal([7], Bars(signals.ExitWhenFlat));
        Assert.True(signals.ExitIsTrue(5, new PositionFacts(4, 4)));
        Assert.False(signals.ExitIsTrue(5, new PositionFacts(4.9, 4)));
    }

    private static CandleSeries Series(double[] closes)
    {
        Assert.True(Symbol.TryParse("BTC/USDT", out Symbol symbol));
        List<Candle> candles = [.. closes.Select((c, i) => new Candle(i * 60_000L, c, c, c, c, 1))];
        return CandleSeries.From(symbol, Timeframe.Minute, candles);
    }

    private static int[] Bars(BitColumn column) => [.. Enumerable.Range(0, column.Count).Where(i => column[i])];
}
