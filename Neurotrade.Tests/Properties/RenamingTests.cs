using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;
using Neurotrade.Core.Strategies.Editing;
using Neurotrade.Core.Strategies.Evaluation;
using Neurotrade.Tests.Properties.Oracle;

namespace Neurotrade.Tests.Properties;

/// <summary>A renamed indicator or parameter leaves what a strategy means, and its old name gives the very text again.</summary>
public sealed class RenamingTests
{
    private const int Bars = 200;

    private static int Cases => Environment.GetEnvironmentVariable("NEUROTRADE_LONG") == "1" ? 1000 : 60;

    [Fact]
    public void RandomStrategies_WithOtherNames_MeanTheSame_AndGoBack()
    {
        (int renamed, int traded) = (0, 0);
        for (int seed = 1; seed <= Cases; seed++)
        {
            Random random = new(seed);
            OracleMarket market = HostileMarket.Make(random, Bars);
            OracleStrategy strategy = RandomStrategy.Make(random, market);
            string text = EditingTests.WithNotes(OracleYaml.Print(strategy), random);
            string now = text;
            Stack<Func<string, TextEdit>> back = new();
            foreach ((string name, bool isIndicator) in strategy.Indicators.Select(one => (one.Name, true))
                .Concat(strategy.Parameters.Select(one => (one.Name, false))))
            {
                // A name that others begin with, and one that sorts elsewhere.
                string other = random.Next(2) == 0 ? name + "_" : "A" + name;
                TextEdit edit = Rename(now, name, other, isIndicator);
                bool isAtr = name == "atr" && edit.Refusal?.Contains("distance in atr", StringComparison.Ordinal) == true;
                Assert.True(edit.Refusal is null || isAtr, $"seed {seed}: {name}: {edit.Refusal}\n{now}");
                if (edit.Refusal is null)
                {
                    (now, renamed) = (edit.Text, renamed + 1);
                    back.Push(later => Rename(later, other, name, isIndicator));
                }
            }

            traded += Compare(text, now, Product.Input(strategy, market), seed);
            string undone = back.Aggregate(now, (later, step) => step(later).Text);
            Assert.True(undone == text, $"seed {seed}\n{text}\n--- became\n{now}\n--- and back\n{undone}");
        }

        // Strategies that say no names and never trade would prove nothing.
        Assert.True(renamed > Cases && traded > Cases / 3, $"{renamed} renamed, {traded} traded");
    }

    private static TextEdit Rename(string text, string from, string to, bool isIndicator) => isIndicator
        ? StrategyText.Read(text).RenameIndicator(from, to)
        : StrategyText.Read(text).RenameParameter(from, to);

    private static int Compare(string before, string after, BacktestInput input, int seed)
    {
        (Strategy old, Strategy made) = (Load(before), Load(after));
        Assert.True(
            RuleProgram.Of(old).Steps.SequenceEqual(RuleProgram.Of(made).Steps), $"seed {seed}: another program\n{before}\n---\n{after}");
        Assert.Equal(
            old.Indicators.Select(one => (one.Definition.Name, string.Join(' ', one.Parameters), one.Timeframe)),
            made.Indicators.Select(one => (one.Definition.Name, string.Join(' ', one.Parameters), one.Timeframe)));
        (BacktestResult first, BacktestResult second) = (Product.Run(input with { Strategy = old }), Product.Run(input with { Strategy = made }));
        Assert.Equal(first.Fills.AsEnumerable(), second.Fills);
        Assert.Equal(first.Trades.AsEnumerable(), second.Trades);
        Assert.True(first.Equity.AsSpan().SequenceEqual(second.Equity.AsSpan()), $"seed {seed}: another equity");
        return first.Fills.IsEmpty ? 0 : 1;
    }

    private static Strategy Load(string text) => StrategyFile.Load(text, "random.yaml", StrategyOverrides.None);
}
