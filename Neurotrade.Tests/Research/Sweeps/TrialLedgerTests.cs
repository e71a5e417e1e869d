using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Research.Sweeps;

public sealed class TrialLedgerTests
{
    private static readonly SweepPlan Plan =
        SweepPlan.Of([new StrategyParameter("x", 0, 0, 9, 1), new StrategyParameter("y", 0, 0, 9, 1)], Sweeps.Set());

    [Fact]
    public void Add_ACombinationAgain_KeepsItOnce()
    {
        using MemoryStream stream = new();
        TrialLedger ledger = TrialLedger.Open(stream, "trials");
        Assert.Equal(2, ledger.Add(Plan, [Row(3, 1.5), Row(4, double.NaN), Row(3, 1.5)]));
        Assert.Equal(0, ledger.Add(Plan, [Row(3, 1.5)]));

        // The same values under other ranges are the same trial.
        SweepPlan other = SweepPlan.Of(
            [new StrategyParameter("x", 0, 0, 9, 1), new StrategyParameter("y", 0, 0, 9, 1)], Sweeps.Set("x=0", "y=3,7"));
        TrialLedger again = TrialLedger.Open(stream, "trials");
        Assert.Equal(1, again.Add(other, [Row(0, 1.5), Row(1, 2)]));
        Assert.Equal([1.5, double.NaN, 2], TrialLedger.Open(stream, "trials").Trials.Select(trial => trial.Sharpe));
    }

    [Fact]
    public void Open_CutAnywhere_KeepsEveryWholeTrial()
    {
        using MemoryStream whole = new();
        TrialLedger ledger = TrialLedger.Open(whole, "trials");
        for (int i = 0; i < 3; i++)
        {
            ledger.Add(Plan, [Row(i, i)]);
        }

        int record = (int)(whole.Length - 8) / 3;
        for (int length = 0; length <= whole.Length; length++)
        {
            using MemoryStream cut = new();
            cut.Write(whole.ToArray().AsSpan(0, length));
            TrialLedger opened = TrialLedger.Open(cut, "trials");
            Assert.Equal(Math.Max(0, length - 8) / record, opened.Count);
            for (int i = opened.Count; i < 3; i++)
            {
                Assert.Equal(1, opened.Add(Plan, [Row(i, i)]));
            }

            Assert.Equal(whole.ToArray(), cut.ToArray());
        }
    }

    [Fact]
    public void Open_AnotherFile_IsRefused()
    {
        using MemoryStream stream = new();
        stream.Write(new byte[100]);

        Assert.Throws<InputException>(() => TrialLedger.Open(stream, "trials"));
    }

    // The values that the file happens to hold, names and comments are no other strategy; a rule is.
    [Fact]
    public void Identity_OfATemplate_IsThatOfItsRules()
    {
        string identity = Of(Sweeps.TwoAverages);

        Assert.Equal(identity, Of(Sweeps.TwoAverages.Replace("value: 3,", "value: 4,", StringComparison.Ordinal)));
        Assert.Equal(identity, Of(Sweeps.TwoAverages.Replace("max: 14", "max: 20", StringComparison.Ordinal)));
        Assert.Equal(identity, Of("# A comment\n" + Sweeps.TwoAverages.Replace("two-averages", "other", StringComparison.Ordinal)));
        Assert.NotEqual(identity, Of(Sweeps.TwoAverages.Replace("type: ema", "type: sma", StringComparison.Ordinal)));
        Assert.NotEqual(identity, Of(Sweeps.TwoAverages.Replace("stop_loss: $stop", "trailing_stop: $stop", StringComparison.Ordinal)));
    }

    private static string Of(string text) =>
        StrategyTemplate.Read(text, "strategy.yaml", StrategyOverrides.None).Identity;

    private static SweepRow Row(long combination, double sharpe)
    {
        double[] figures = new double[RunFigures.Count];
        figures[RunFigures.Sharpe] = sharpe;
        return new SweepRow(combination, figures);
    }
}
