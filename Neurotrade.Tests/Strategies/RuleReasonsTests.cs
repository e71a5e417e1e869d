using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Strategies;

public sealed class RuleReasonsTests
{
    private static CandleSeries Series(params double[] closes) => CandleSeries.From(
        Sample.Symbol("BTC/USDT"), Timeframe.Minute, [.. closes.Select((c, i) => new Candle(i * 60_000L, c, c, c, c, 1))]);

    [Fact]
    public void Explain_OneBar_GivesEveryPartWithItsValues()
    {
        Strategy strategy = Sample.Load(Sample.File(
            "  entry:\n    tag: out\n    all:\n      - a > 2 and b > 99\n      - not: close < b\n      - { tag: up, when: \"crosses_above(a, b)\" }\n"
            + "  exit: position.pnl > 10% or position.bars > 5"));
        FeatureFrame frame = FeatureFrame.Compute(Series(5, 4, 6), strategy.Indicators);

        RuleReasons reasons = RuleEvaluator.Explain(strategy, frame, 2, new PositionFacts(5, 1));

        Assert.Equal(("all of", "out", Truth.False), (reasons.Entry.Text, reasons.Entry.Tag, reasons.Entry.Truth));
        ConditionReason and = reasons.Entry.Parts[0];
        Assert.Equal(("a > 2 and b > 99", Truth.False), (and.Text, and.Truth));
        Assert.Equal(("a > 2", Truth.True), (and.Parts[0].Text, and.Parts[0].Truth));
        Assert.Equal([new NamedValue("a", 6)], and.Parts[0].Values);
        Assert.Equal([new NamedValue("b", 5)], and.Parts[1].Values);
        Assert.Equal(("not", Truth.True), (reasons.Entry.Parts[1].Text, reasons.Entry.Parts[1].Truth));
        Assert.Equal(Truth.False, reasons.Entry.Parts[1].Parts[0].Truth);
        Assert.Equal(
            [new NamedValue("a", 6), new NamedValue("a[1]", 4), new NamedValue("b", 5), new NamedValue("b[1]", 4.5)],
            reasons.Entry.Parts[2].Values);
        Assert.Equal(Truth.True, reasons.Entry.Parts[2].Truth);
        Assert.Equal(Truth.True, reasons.Exit!.Truth);
        Assert.Equal([new NamedValue("position.pnl", 0.2)], reasons.Exit.Parts[0].Values);
        Assert.Equal([new NamedValue("position.bars", 1)], reasons.Exit.Parts[1].Values);
    }

    [Fact]
    public void Explain_BeforeWarmUp_IsUnknownWithMissingValues()
    {
        Strategy strategy = Sample.Load(Sample.Entry("b > 1"));
        FeatureFrame frame = FeatureFrame.Compute(Series(5, 4), strategy.Indicators);

        RuleReasons reasons = RuleEvaluator.Explain(strategy, frame, 0, PositionFacts.Flat);

        Assert.Equal(Truth.Unknown, reasons.Entry.Truth);
        Assert.True(double.IsNaN(Assert.Single(reasons.Entry.Values).Value));
        Assert.Null(reasons.Exit);
    }

    // contracts 5.2: the first tag on true parts, outer before inner, in file order, not below a false part nor a not.
    [Theory]
    [InlineData("{ tag: outer, any: [{ tag: in, when: close > 0 }] }", "outer")]
    [InlineData("{ any: [{ tag: no, when: close < 0 }, { tag: yes, when: close > 0 }] }", "yes")]
    [InlineData("{ any: [{ all: [{ tag: deep, when: close > 0 }] }, { tag: second, when: close > 0 }] }", "deep")]
    [InlineData("{ any: [{ all: [{ tag: below, when: close > 0 }, close < 0] }, { tag: other, when: close > 0 }] }", "other")]
    [InlineData("{ any: [{ all: [{ tag: below, when: close > 0 }, \"close[99] < 0\"] }, { tag: other, when: close > 0 }] }", "below")]
    [InlineData("{ any: [{ tag: unknown, all: [\"close[99] < 0\"] }, { tag: other, when: close > 0 }] }", "other")]
    [InlineData("{ all: [{ not: { tag: under, when: close < 0 } }, close > 0] }", "")]
    [InlineData("{ all: [{ tag: neg, not: close < 0 }, { tag: pos, when: close > 0 }] }", "neg")]
    [InlineData("{ all: [{ not: { not: { tag: twice, when: close > 0 } } }] }", "")]
    [InlineData("close > 0", "")]
    public void EntryTag_OfATree_IsTheFirstOnTrueParts(string entry, string expected)
    {
        Strategy strategy = Sample.Load(Sample.File($"  entry: {entry}"));
        CandleSeries series = Series(5, 4);
        FeatureFrame frame = FeatureFrame.Compute(series, strategy.Indicators);
        FeatureStream stream = new(Timeframe.Minute, strategy.Indicators);
        RollingRules rolling = new(strategy);

        RuleSignals signals = RuleEvaluator.Evaluate(strategy, frame);
        rolling.Update(series[0], stream.Update(series[0]));

        Assert.True(signals.Entry[0]);
        Assert.Equal(expected, signals.EntryTag(0));
        Assert.Equal(expected, rolling.EntryTag);
    }

    [Fact]
    public void Needs_OfRules_CountIndicatorsTimeframesAndLookBack()
    {
        Strategy strategy = Sample.Load(Sample.File("  entry: \"highest(b[3], 10) > a and change(close, 5) > bars_since(a > b)\""));

        StrategyNeeds needs = StrategyNeeds.Of(strategy);

        // b is an average of 2: known from bar 1 on, then 3 bars of lag and 9 more of window.
        Assert.Equal(1 + 3 + 9, needs.WarmUpBars);
        Assert.Equal(12, needs.LookBackBars);
        Assert.True(needs.AsksSinceWhen);
        Assert.Equal(["m"], needs.UnusedIndicators);
    }

    [Fact]
    public void Needs_WarmUp_IsWhenTheRuleIsFirstKnown()
    {
        Strategy strategy = Sample.Load(Sample.Entry("highest(b[3], 4) > 0 and rising(close, 2)"));
        FeatureFrame frame = FeatureFrame.Compute(Series([.. Enumerable.Range(1, 30).Select(i => (double)i)]), strategy.Indicators);
        int bars = StrategyNeeds.Of(strategy).WarmUpBars;

        Assert.Equal(bars, RuleEvaluator.Evaluate(strategy, frame).Entry.Next(0));
    }

    [Fact]
    public void Describe_AStrategy_SaysItsRulesInWords()
    {
        Strategy strategy = Sample.Load(Sample.File(
            "  entry:\n    tag: dip\n    all:\n      - a < 30\n      - \"crosses_above(m.line, m.signal)\"\n      - not: b / close > 4%\n"
            + "      - rising(close[1], 3) or within(a > b, 2)\n  exit: position.pnl > 5%",
            "orders: { stop_loss: 2 atr, take_profit: [{ at: 2%, close: 50% }, { at: 4%, close: 100% }] }"));

        string words = RuleWords.Describe(strategy);

        Assert.Contains("a is the Simple Moving Average (period 1).\n", words, StringComparison.Ordinal);
        Assert.Contains(
            """
            Enter BTC/USDT at the close of a 15m candle when all of these hold [dip]:
              - a is below 30
              - m.line crosses above m.signal
              - this does not hold: (b divided by the close) is above 0.04
              - the close 1 bar ago rose in each of the last 3 bars or within the last 2 bars it held that a is above b
            Leave at the close of a candle when the position's gain is above 0.05
            """,
            words,
            StringComparison.Ordinal);
        Assert.Contains("A stop-loss lies 2 atr below the entry price.\n", words, StringComparison.Ordinal);
        Assert.Contains("A target 4% above the entry price closes all that remains.\n", words, StringComparison.Ordinal);
    }
}
