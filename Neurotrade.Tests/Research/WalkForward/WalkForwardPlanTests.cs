using Neurotrade.Core.Market;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Research.WalkForward;

namespace Neurotrade.Tests.Research.WalkForward;

public sealed class WalkForwardPlanTests
{
    private const long Hour = 3_600_000;

    // Whatever the lengths: tests follow one another without gap or overlap, each behind its own train range and purge.
    [Fact]
    public void Windows_OfAnyLengths_TileTheirTestsAndStayInTheRange()
    {
        Random random = new(11);
        for (int i = 0; i < 200; i++)
        {
            int bars = random.Next(300, 1500);
            SweepInput input = Sweeps.Sweeps.Input(Sweeps.Sweeps.TwoAverages, Sweeps.Sweeps.Candles(bars), "fast=3", "stop=2%");
            (long train, long test) = (random.Next(1, 120) * Hour, random.Next(1, 60) * Hour);

            WalkForwardPlan plan = WalkForwardPlan.Of(input, train, test);

            Assert.Equal(Runs.Start, plan.Windows[0].TrainFrom.UnixMillis);
            Assert.All(plan.Windows, window => Assert.Equal(
                (train, plan.PurgeMillis, test),
                (window.TrainTo.UnixMillis - window.TrainFrom.UnixMillis, window.TestFrom.UnixMillis - window.TrainTo.UnixMillis,
                    window.TestTo.UnixMillis - window.TestFrom.UnixMillis)));
            Assert.Equal(plan.Windows.Skip(1).Select(window => window.TestFrom), plan.Windows.SkipLast(1).Select(window => window.TestTo));
            long end = Runs.Start + (bars * Hour);
            Assert.InRange(end - plan.Windows[^1].TestTo.UnixMillis, 0, test - 1);
        }
    }

    // The purge holds the longest warm-up over the ranges, fourteen bars of the slow average less one, and the holding time.
    [Theory]
    [InlineData("", 14)]
    [InlineData("\n  max_holding: 10 bars", 24)]
    [InlineData("\n  max_holding: 5h", 19)]
    public void Purge_OfAStrategy_IsItsLongestLookBackAndHolding(string holding, int hours)
    {
        string text = Sweeps.Sweeps.TwoAverages + holding;
        SweepInput input = Sweeps.Sweeps.Input(text, Sweeps.Sweeps.Candles(500), "stop=2%");

        Assert.Equal(hours * Hour, WalkForwardPlan.Of(input, 50 * Hour, 20 * Hour).PurgeMillis);
        Assert.Equal(24 * Hour, WalkForwardPlan.Of(input, 48 * Hour, 24 * Hour).PurgeMillis);
    }

    [Fact]
    public void Windows_OfASweepWithDates_StayInsideThem()
    {
        SweepInput input = Sweeps.Sweeps.Input(Sweeps.Sweeps.TwoAverages, Sweeps.Sweeps.Candles(500)) with
        {
            From = new Instant(Runs.Start + (100 * Hour)),
            To = new Instant(Runs.Start + (300 * Hour)),
        };

        WalkForwardPlan plan = WalkForwardPlan.Of(input, 50 * Hour, 20 * Hour);

        Assert.Equal(input.From, plan.Windows[0].TrainFrom);
        Assert.Equal(6, plan.Windows.Length);
        Assert.True(plan.Windows[^1].TestTo <= input.To);
    }

    [Fact]
    public void Windows_WhereNoneFits_SaysWhatOneNeeds()
    {
        SweepInput input = Sweeps.Sweeps.Input(Sweeps.Sweeps.TwoAverages, Sweeps.Sweeps.Candles(60));

        InputException refused = Assert.Throws<InputException>(() => WalkForwardPlan.Of(input, 50 * Hour, 20 * Hour));

        Assert.Equal(
            "the data span 60h, a window needs 50h to train, 14h between, 20h to test", Assert.Single(refused.Problems).Message);
    }

    [Theory]
    [InlineData("90d", 90 * 24)]
    [InlineData("12h", 12)]
    [InlineData("2000 bars", 2000)]
    public void Length_AsAPersonGivesIt_IsRead(string text, int hours) =>
        Assert.Equal(hours * Hour, WalkForwardPlan.LengthOf(text, Timeframe.Hour));

    [Theory]
    [InlineData("90")]
    [InlineData("0d")]
    [InlineData("-5d")]
    [InlineData("3%")]
    [InlineData("long")]
    public void Length_OfSomethingElse_IsNone(string text) => Assert.Null(WalkForwardPlan.LengthOf(text, Timeframe.Hour));
}
