using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;
using Neurotrade.Core.Strategies.Evaluation;
using Neurotrade.Tests.Research.Sweeps;

namespace Neurotrade.Tests.Strategies.Evaluation;

/// <summary>Features in tiles give the signals of whole columns, at every bar (architecture.md rule 2).</summary>
public sealed class TileSourceTests
{
    // Look-backs within a tile, over several, and longer than one; a higher timeframe; a range; the position; tags.
    private const string Text = """
        schema: 1
        name: tiles
        market: { exchange: sim, symbols: [BTC/USDT], timeframe: 1h }
        indicators:
          fast: { type: sma, period: 10 }
          long: { type: sma, period: 900 }
          days: { type: ema, period: 20, timeframe: 1d }
          rsi: { type: rsi, period: 14 }
          macd: { type: macd }
          unused: { type: cci, period: 20 }
          atr: { type: atr, period: 14 }
        rules:
          entry:
            any:
              - { tag: cross, when: "crosses_above(fast, long[3000]) or rsi[2500] < 40" }
              - { tag: bars, when: "within(close > highest(high[1], 50), 5) and hl2 > days and bars_since(rsi < 30) < 9" }
          exit: "macd.signal > macd or position.pnl > 0.1 or fast > fast[2049]"
        orders: { stop_loss: 3 atr }
        """;

    [Theory]
    [InlineData(1, 2048)]
    [InlineData(2048, 2048)]
    [InlineData(9_001, 2048)]
    [InlineData(9_001, 4096)]
    [InlineData(9_001, TileSource.DefaultTileBars)]
    public void Evaluate_OverTiles_IsThatOverColumns(int bars, int tileBars)
    {
        Strategy strategy = StrategyFile.Load(Text, "tiles.yaml", StrategyOverrides.None);
        CandleSeries candles = Sweeps.Candles(9_001).Slice(0, bars);
        FeatureFrame frame = FeatureFrame.Compute(candles, strategy.Indicators);
        RuleSignals whole = RuleEvaluator.Evaluate(strategy, frame);
        TileSource source = new(strategy, candles, tileBars);
        RuleSignals tiles = RuleEvaluator.Evaluate(strategy, source, candles);

        Assert.Equal(whole.Entry.Words, tiles.Entry.Words);
        Assert.Equal(whole.ExitWhenFlat.Words, tiles.ExitWhenFlat.Words);
        Assert.Equal(frame.FirstOutput(strategy.AtrInstance).ToArray(), source.Atr.ToArray());
        for (int bar = 0; bar < bars; bar++)
        {
            PositionFacts facts = new(candles.Closes[bar] / 1.1, bar / 2);
            Assert.Equal((whole.ExitIsTrue(bar, facts), whole.EntryTag(bar)), (tiles.ExitIsTrue(bar, facts), tiles.EntryTag(bar)));
        }

        Assert.True(bars < 9_001 || whole.Entry.CountTrue() > 100);
    }

    [Fact]
    public void KnownValues_WhatIsNotFinite_IsMissing()
    {
        double[] values = [1, double.NaN, double.PositiveInfinity, -0.0, double.NegativeInfinity, double.MaxValue, 2];
        double[] known = new double[values.Length];
        KnownValues.Copy(values, known);
        Assert.Equal([1, double.NaN, double.NaN, -0.0, double.NaN, double.MaxValue, 2], known);
    }
}
