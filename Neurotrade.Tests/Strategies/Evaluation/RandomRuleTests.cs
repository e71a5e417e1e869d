using Neurotrade.Core.Features;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Strategies.Evaluation;

public sealed class RandomRuleTests
{
    private static bool IsLong => Environment.GetEnvironmentVariable("NEUROTRADE_LONG") == "1";

    // contracts 3, architecture rule 2: columns, candle by candle, and the plainest reading give the same at every bar.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Rules_Random_AreTheSameAsColumnsCandleByCandleAndPlainly(int tier)
    {
        int count = IsLong ? 20_000 : 700;
        for (int i = 0; i < count; i++)
        {
            int seed = (tier * 1_000_000) + i;
            Check(seed, bars: i % 40 == 0 ? 2200 : 20 + (i % 90), depth: tier + 1);
        }
    }

    private static void Check(int seed, int bars, int depth)
    {
        RuleBars data = new(bars, new Random(seed));
        PositionFacts facts = new(101.25, bars / 3);
        PlainExpression flat = PlainExpression.Condition(new Random(seed), data, PositionFacts.Flat, depth, true);
        PlainExpression held = PlainExpression.Condition(new Random(seed), data, facts, depth, true);
        string where = $"seed {seed}: {flat.Text}";
        Assert.Equal(flat.Text, held.Text);
        Strategy strategy = Load(flat.Text, where) with { Indicators = data.Instances };
        FeatureFrame frame = FeatureFrame.Compute(data.Series, data.Instances);

        RuleSignals signals = RuleEvaluator.Evaluate(strategy, frame);
        RollingRules rolling = new(strategy);

        Assert.True(signals.ExitUsesPosition == flat.UsesPosition, where);
        for (int t = 0; t < bars; t++)
        {
            string at = $"{where} at bar {t}";
            Assert.True(signals.Entry[t] == (flat.Truths[t] == true), at);
            Assert.True(signals.ExitWhenFlat[t] == (flat.Truths[t] == false), at);
            rolling.Update(data.Series[t], data.Row(t));
            Assert.True(rolling.EntryIsTrue == signals.Entry[t], at);
            Assert.True(rolling.ExitIsTrueWhenFlat == signals.ExitWhenFlat[t], at);
            if (t >= facts.EntryBar)
            {
                Assert.True(signals.ExitIsTrue(t, facts) == (held.Truths[t] == false), at);
                Assert.True(rolling.ExitIsTrue(facts) == (held.Truths[t] == false), at);
            }
        }

        RuleReasons reasons = RuleEvaluator.Explain(strategy, frame, bars - 1, facts);
        Assert.True(reasons.Entry.Truth == Truth(flat.Truths[^1]), where);
        Assert.True(reasons.Exit!.Truth == Truth(!held.Truths[^1]), where);
    }

    private static Strategy Load(string expression, string where)
    {
        try
        {
            string quoted = Sample.Quoted(expression);
            return Sample.Load(Sample.File($"  entry: {quoted}\n  exit: {{ not: {quoted} }}"));
        }
        catch (Core.Market.InputException refused)
        {
            throw new InvalidOperationException(where, refused);
        }
    }

    private static Truth Truth(bool? value) => value switch
    {
        true => Core.Strategies.Truth.True,
        false => Core.Strategies.Truth.False,
        null => Core.Strategies.Truth.Unknown,
    };
}
