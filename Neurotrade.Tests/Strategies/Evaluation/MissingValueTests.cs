using System.Globalization;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Strategies.Evaluation;

// contracts 3, missing values, by hand. x is missing where it says -, and T F ? are true, false and unknown.
public sealed class MissingValueTests
{
    [Theory]
    [InlineData("x > 2", "- 1 2 3 -", "? F F T ?")]
    [InlineData("x != 2", "- 1 2 3 -", "? T F T ?")]
    [InlineData("not x > 2", "- 1 2 3 -", "? T T F ?")]
    [InlineData("x > 2 and close > 0", "- 1 3", "? F T")]
    [InlineData("x > 2 and close < 0", "- 1 3", "F F F")]
    [InlineData("x > 2 or close > 0", "- 1 3", "T T T")]
    [InlineData("x > 2 or close < 0", "- 1 3", "? F T")]
    [InlineData("x + 1 > 2", "- 1 3", "? F T")]
    [InlineData("min(x, 1) > 0", "- 1 3", "? T T")]
    [InlineData("max(x, 9) > 0", "- 1 3", "? T T")]
    [InlineData("abs(-x) > 2", "- 1 3", "? F T")]
    [InlineData("1 / x > 0", "- 0 3", "? ? T")]
    [InlineData("1 / (1 / x) < 1", "- 0 3", "? ? F")]
    [InlineData("x * 1e308 * 1e308 > 0", "1 0", "? F")]
    [InlineData("x[1] > 1", "1 2 3 - 5", "? F T T ?")]
    [InlineData("3[1] > 1", "1 2", "? T")]
    [InlineData("change(x, 1) > 0", "1 2 - 4 5", "? T ? ? T")]
    [InlineData("highest(x, 3) > 2", "1 3 1 1 1 - 5 5 5", "? ? T T F ? ? ? T")]
    [InlineData("lowest(x, 2) < 2", "3 1 3 - 1 3", "? T T ? ? T")]
    [InlineData("rising(x, 2)", "1 2 3 3 4 5", "? ? T F F T")]
    [InlineData("rising(x, 2)", "1 2 - 3 2 3", "? ? ? ? F F")]
    [InlineData("rising(x, 3)", "2 1 2 3", "? F F F")]
    [InlineData("falling(x, 1)", "3 2 - 1 0", "? T ? ? T")]
    [InlineData("crosses_above(x, 2)", "1 3 1 2 3", "F T F F T")]
    [InlineData("crosses_above(x, 2)", "3 - 3 1 -", "? F ? F ?")]
    [InlineData("crosses_below(x, 2)", "3 1 2 2 1", "F T F F T")]
    [InlineData("within(x > 2, 3)", "1 3 1 1 1 1", "? T T T F F")]
    [InlineData("within(x > 2, 2)", "1 - 1 1 3", "? ? ? F T")]
    [InlineData("bars_since(x > 2) >= 0", "1 - 3 1 -", "? ? T T T")]
    [InlineData("bars_since(x > 2) > 1", "3 1 - 1 3 -", "F F T T F F")]
    [InlineData("position.pnl > 0 or close > 0", "1 -", "T T")]
    [InlineData("position.bars >= 0", "1 -", "? ?")]
    public void Rule_OverMissingValues_IsAsContractsSay(string rule, string values, string expected)
    {
        double[] x = [.. values.Split(' ').Select(v => v == "-" ? double.NaN : double.Parse(v, CultureInfo.InvariantCulture))];
        RuleBars bars = new(x.Length, new Random(1));
        x.CopyTo(bars.A, 0);
        string text = Sample.Entry(rule).Replace("  a: {", "  x: {", StringComparison.Ordinal);
        Strategy strategy = Sample.Load(text) with { Indicators = bars.Instances };
        FeatureFrame frame = FeatureFrame.Compute(bars.Series, bars.Instances);

        string found = string.Join(' ', Enumerable.Range(0, x.Length).Select(
            bar => RuleEvaluator.Explain(strategy, frame, bar, PositionFacts.Flat).Entry.Truth switch
            {
                Truth.True => "T",
                Truth.False => "F",
                _ => "?",
            }));

        Assert.Equal(expected, found);
    }

    [Fact]
    public void Evaluate_NoCandles_GivesEmptyColumns()
    {
        RuleBars bars = new(0, new Random(1));
        Strategy strategy = Sample.Load(Sample.Entry("a > highest(b, 3)")) with { Indicators = bars.Instances };

        RuleSignals signals = RuleEvaluator.Evaluate(strategy, FeatureFrame.Compute(bars.Series, bars.Instances));

        Assert.Equal(0, signals.Entry.Count);
    }

    // The catalogue's own indicators, a higher timeframe among them, candle by candle.
    [Fact]
    public void RollingRules_FedByAFeatureStream_EqualTheColumns()
    {
        Random random = new(7);
        List<Candle> candles = [];
        double close = 100;
        for (int i = 0; i < 3000; i++)
        {
            double open = close;
            close = Math.Round(close * (1 + ((random.NextDouble() - 0.5) * 0.02)), 2);
            candles.Add(new Candle(i * 900_000L, open, Math.Max(open, close) + 0.5, Math.Min(open, close) - 0.5, close, random.Next(1, 9)));
        }

        Assert.True(Timeframe.TryParse("15m", out Timeframe quarter));
        CandleSeries series = CandleSeries.From(Sample.Symbol("BTC/USDT"), quarter, candles);
        Strategy strategy = Sample.Load(Sample.File(
            "  entry: { any: [{ tag: up, when: \"crosses_above(m.line, m.signal) and close > b\" }, { tag: low, when: \"lowest(m, 20) == m\" }] }\n"
            + "  exit: position.pnl > 2% or position.bars > 30 or crosses_below(m.line, m.signal)")
            .Replace("b: { type: sma, period: 2 }", "b: { type: ema, period: 10, timeframe: 4h }", StringComparison.Ordinal));
        RuleSignals signals = RuleEvaluator.Evaluate(strategy, FeatureFrame.Compute(series, strategy.Indicators));
        FeatureStream stream = new(quarter, strategy.Indicators);
        RollingRules rolling = new(strategy);

        for (int bar = 0; bar < series.Count; bar++)
        {
            rolling.Update(series[bar], stream.Update(series[bar]));
            PositionFacts facts = new(100, bar - (bar % 50));
            Assert.True(signals.Entry[bar] == rolling.EntryIsTrue, $"entry at {bar}");
            Assert.True(signals.ExitIsTrue(bar, facts) == rolling.ExitIsTrue(facts), $"exit at {bar}");
            Assert.True(!rolling.EntryIsTrue || signals.EntryTag(bar) == rolling.EntryTag, $"tag at {bar}");
        }

        Assert.InRange(signals.Entry.CountTrue(), 50, 1000);
    }
}
