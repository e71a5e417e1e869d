using Neurotrade.Tests.Properties.Oracle;

namespace Neurotrade.Tests.Scenarios;

/// <summary>Contracts 4.5 to 4.7, 4.12 and 4.13, worked by hand: entry at 64, 16 units for 1024.</summary>
public sealed class LevelScenarios
{
    private const string Enter = "64 64 64 64 1\n64 64 64 64 0\n";

    // contracts 4.5, 4.1: entry 101, stop 90.9, filled at 90.9 × 0.99; beyond at the open: 80 × 0.99.
    [Theory]
    [InlineData("100 100 90 95 0", "89.991,9.900990099009901,-109,-0.109,0,1")]
    [InlineData("80 100 70 95 0", "79.2,9.900990099009901,-215.8415841584158,-0.2158415841584158,0,1")]
    public void Stop_PaysSlippage_AtTheLevelAndAtTheOpen(string bar, string rest) => new Scenario()
        .Bars("100 100 100 100 1\n100 100 100 100 0\n" + bar)
        .With(s => s with { CapitalWritten = 1000, Slippage = Scenario.Percent(1), StopLoss = Scenario.Of(10) })
        .Gives($"1,BTC/USDT,2024-01-01T01:00:00Z,101,2024-01-01T02:00:00Z,{rest},stop_loss,");

    // contracts 4.5: take-profits pay no slippage: 101 × 1.1.
    [Fact]
    public void Target_PaysNoSlippage() => new Scenario()
        .Bars("100 100 100 100 1\n100 100 100 100 0\n100 120 100 100 0")
        .With(s => s with { CapitalWritten = 1000, Slippage = Scenario.Percent(1), Targets = One(10) })
        .Gives("1,BTC/USDT,2024-01-01T01:00:00Z,101,2024-01-01T02:00:00Z,111.10000000000001,9.900990099009901,100,0.1,0,1,"
            + "take_profit,");

    // contracts 4.5: stop 48, target 80. Touching is reaching; a bar that reaches both is a stop; opens beyond fill there.
    [Theory]
    [InlineData("64 72 48 64 0", "48,16,-256,-0.25,0,1,stop_loss")]
    [InlineData("64 80 56 64 0", "80,16,256,0.25,0,1,take_profit")]
    [InlineData("64 96 32 64 0", "48,16,-256,-0.25,0,1,stop_loss")]
    [InlineData("48 96 48 64 0", "48,16,-256,-0.25,0,1,stop_loss")]
    [InlineData("80 80 32 64 0", "80,16,256,0.25,0,1,take_profit")]
    [InlineData("88 96 32 64 0", "88,16,384,0.375,0,1,take_profit")]
    [InlineData("40 96 32 64 0", "40,16,-384,-0.375,0,1,stop_loss")]
    public void StopAndTarget_AreAskedInTheirOrder(string bar, string rest) => new Scenario()
        .Bars(Enter + bar)
        .With(s => s with { StopLoss = Scenario.Of(25), Targets = One(25) })
        .Gives($"1,BTC/USDT,2024-01-01T01:00:00Z,64,2024-01-01T02:00:00Z,{rest},");

    [Fact]
    public void StopAndTarget_NotReached_StayOpen()
    {
        OracleResult result = new Scenario().Bars(Enter + "64 79.99 48.01 64 0")
            .With(s => s with { StopLoss = Scenario.Of(25), Targets = One(25) }).Gives();
        Assert.Single(result.Open);
    }

    // contracts 4.5, 4.15: the indicator named atr, at the signal bar: true range 8 (68 − 60), so 64 − 2 × 8 and 64 + 8.
    [Theory]
    [InlineData("64 71 48 64 0", "48,16,-256,-0.25,0,1,stop_loss")]
    [InlineData("64 72 49 64 0", "72,16,128,0.125,0,1,take_profit")]
    public void Levels_GivenInAtr_UseTheSignalBarsRange(string bar, string rest) => new Scenario()
        .Bars("64 64 64 64 0\n64 68 60 64 1\n64 70 64 64 0\n" + bar)
        .With(s => s with
        {
            Indicators = [new OracleIndicator("atr", "atr", [1], null)],
            StopLoss = Scenario.Atr(2),
            Targets = [new Target(Scenario.Atr(1), Scenario.Percent(100))],
        })
        .Gives($"1,BTC/USDT,2024-01-01T02:00:00Z,64,2024-01-01T03:00:00Z,{rest},");

    // contracts 4.6: the high of 96 counts only once its bar has completed; then 96 × 0.75 = 72.
    [Fact]
    public void Trailing_FollowsHighsOfCompletedBars() => new Scenario()
        .Bars(Enter + "64 96 72 90 0\n90 90 71 80 0")
        .With(s => s with { Trailing = Scenario.Of(25) })
        .Gives("1,BTC/USDT,2024-01-01T01:00:00Z,64,2024-01-01T03:00:00Z,72,16,128,0.125,0,2,trailing_stop,");

    // contracts 4.6: the bar of the fill counts once it has completed: 80 × 0.75 = 60.
    [Fact]
    public void Trailing_HighOfTheBarOfTheFill_CountsAfterwards() => new Scenario()
        .Bars("64 64 64 64 1\n64 80 60 64 0\n64 64 60 64 0")
        .With(s => s with { Trailing = Scenario.Of(25) })
        .Gives("1,BTC/USDT,2024-01-01T01:00:00Z,64,2024-01-01T02:00:00Z,60,16,-64,-0.0625,0,1,trailing_stop,");

    // contracts 4.6: the highest stop acts and names the exit; level with one another it is stop_loss.
    [Theory]
    [InlineData(25, 25, "48,16,-256,-0.25,0,1,stop_loss")]
    [InlineData(25, 12.5, "56,16,-128,-0.125,0,1,trailing_stop")]
    [InlineData(12.5, 25, "56,16,-128,-0.125,0,1,stop_loss")]
    public void Stops_SeveralOfThem_TheHighestActs(double stop, double trail, string rest) => new Scenario()
        .Bars(Enter + "64 64 32 64 0")
        .With(s => s with { StopLoss = Scenario.Of((decimal)stop), Trailing = Scenario.Of((decimal)trail) })
        .Gives($"1,BTC/USDT,2024-01-01T01:00:00Z,64,2024-01-01T02:00:00Z,{rest},");

    // contracts 4.7: levels are live in the bar of the fill, by its low and high.
    [Theory]
    [InlineData("64 72 48 64 0", "48,16,-256,-0.25,0,0,stop_loss")]
    [InlineData("64 80 56 64 0", "80,16,256,0.25,0,0,take_profit")]
    public void Levels_InTheBarOfTheFill_AreLive(string bar, string rest) => new Scenario()
        .Bars("64 64 64 64 1\n" + bar)
        .With(s => s with { StopLoss = Scenario.Of(25), Targets = One(25) })
        .Gives($"1,BTC/USDT,2024-01-01T01:00:00Z,64,2024-01-01T01:00:00Z,{rest},");

    // contracts 4.7: slippage of 50% puts the entry at 96 and its stop, 72, above the open of 64: no gap, so 72 × 0.5.
    [Fact]
    public void Stop_AboveTheOpenOfTheFill_HasNoGap() => new Scenario()
        .Bars("64 64 64 64 1\n64 64 60 64 0")
        .With(s => s with { CapitalWritten = 960, Slippage = Scenario.Percent(50), StopLoss = Scenario.Of(25) })
        .Gives("1,BTC/USDT,2024-01-01T01:00:00Z,96,2024-01-01T01:00:00Z,36,10,-600,-0.625,0,0,stop_loss,");

    // contracts 4.7: the order at the open comes before the level that the same open lies beyond.
    [Fact]
    public void SignalExit_AtAnOpenBeyondTheStop_IsASignal() => new Scenario()
        .Bars("64 64 64 64 1\n64 64 64 64 2\n32 96 16 64 0")
        .With(s => s with { StopLoss = Scenario.Of(25), Targets = One(25), MaxHolding = Scenario.Bars(1) })
        .Gives("1,BTC/USDT,2024-01-01T01:00:00Z,64,2024-01-01T02:00:00Z,32,16,-512,-0.5,0,1,signal,");

    // contracts 4.7: entry is true at the close of the bar of the stop: in again at the next open.
    [Fact]
    public void Entry_AtTheCloseOfTheBarOfTheExit_MayEnterAgain() => new Scenario()
        .Bars(Enter + "64 64 48 48 1\n48 48 48 48 2\n96 96 96 96 0")
        .With(s => s with { StopLoss = Scenario.Of(25) })
        .Gives(
            "1,BTC/USDT,2024-01-01T01:00:00Z,64,2024-01-01T02:00:00Z,48,16,-256,-0.25,0,1,stop_loss,",
            "2,BTC/USDT,2024-01-01T03:00:00Z,48,2024-01-01T04:00:00Z,96,16,768,1,0,1,signal,");

    // contracts 4.12: half at 80, the rest at 96; exit price (8 × 80 + 8 × 96) / 16 = 88.
    [Theory]
    [InlineData("64 80 64 64 0\n64 100 64 64 0", "2024-01-01T03:00:00Z,88,16,384,0.375,0,2,take_profit")]
    [InlineData("64 100 64 64 0\n64 64 64 64 0", "2024-01-01T02:00:00Z,88,16,384,0.375,0,1,take_profit")]
    [InlineData("64 80 64 64 0\n64 64 32 64 0", "2024-01-01T03:00:00Z,64,16,0,0,0,2,stop_loss")]
    [InlineData("88 92 64 64 0\n64 100 64 64 0", "2024-01-01T03:00:00Z,92,16,448,0.4375,0,2,take_profit")]
    [InlineData("88 100 32 64 0\n64 64 64 64 0", "2024-01-01T02:00:00Z,68,16,64,0.0625,0,1,stop_loss")]
    [InlineData("104 112 96 96 0\n64 64 64 64 0", "2024-01-01T02:00:00Z,104,16,640,0.625,0,1,take_profit")]
    public void Ladder_ClosesItsShares_NearestFirst(string bars, string rest) => new Scenario()
        .Bars(Enter + bars)
        .With(s => s with
        {
            StopLoss = Scenario.Of(25),
            Targets =
            [
                new Target(Scenario.Of(25), Scenario.Percent(50)),
                new Target(Scenario.Of(50), Scenario.Percent(100)),
            ],
        })
        .Gives($"1,BTC/USDT,2024-01-01T01:00:00Z,64,{rest},");

    // contracts 4.12: the last target takes all that remains, whatever its share says.
    [Fact]
    public void Ladder_LastShare_TakesAllThatRemains()
    {
        OracleResult result = new Scenario().Bars(Enter + "64 96 64 64 0").With(s => s with
        {
            Targets =
            [
                new Target(Scenario.Of(25), Scenario.Percent(25)),
                new Target(Scenario.Of(50), Scenario.Percent(10)),
            ],
        }).Gives("1,BTC/USDT,2024-01-01T01:00:00Z,64,2024-01-01T02:00:00Z,92,16,448,0.4375,0,1,take_profit,");
        Assert.Equal([16, 4, 12], result.Fills.Select(f => f.Quantity));
    }

    // contracts 4.13: the trail of 12.5% starts once a completed bar's high has reached 64 × 1.25 = 80; then 80 × 0.875 = 70.
    [Fact]
    public void Trailing_After_StartsWithACompletedHigh() => new Scenario()
        .Bars(Enter + "64 79 50 64 0\n64 80 50 72 0\n72 72 70 72 0")
        .With(s => s with { Trailing = Scenario.Of(12.5m), TrailingAfter = Scenario.Percent(25) })
        .Gives("1,BTC/USDT,2024-01-01T01:00:00Z,64,2024-01-01T04:00:00Z,70,16,96,0.09375,0,3,trailing_stop,");

    // contracts 4.13: 3 hours after 01:00 the next bar opens at 06:00; two bars after it the bar at 06:00 opens too.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void MaxHolding_LeavesAtTheFirstOpenThatIsLateEnough(bool isTime) => new Scenario()
        .Bars(Enter + "64 64 64 64 0\n@6 96 96 96 96 0\n96 96 96 96 0")
        .With(s => s with { MaxHolding = isTime ? Scenario.Hours(3) : Scenario.Bars(2) })
        .Gives("1,BTC/USDT,2024-01-01T01:00:00Z,64,2024-01-01T06:00:00Z,96,16,512,0.5,0,2,max_holding,");

    // contracts 4.13: exit in bar 2; with 2 bars the closes of bars 2 and 3 are ignored, bar 4 is not.
    [Fact]
    public void Cooldown_IgnoresTheClosesFromTheBarOfTheExitOn() => new Scenario()
        .Bars("64 64 64 64 1\n64 64 64 64 2\n64 64 64 64 1\n64 64 64 64 1\n64 64 64 64 1\n32 32 32 32 2\n64 64 64 64 0")
        .With(s => s with { CooldownBars = 2 })
        .Gives(
            "1,BTC/USDT,2024-01-01T01:00:00Z,64,2024-01-01T02:00:00Z,64,16,0,0,0,1,signal,",
            "2,BTC/USDT,2024-01-01T05:00:00Z,32,2024-01-01T06:00:00Z,64,32,1024,1,0,1,signal,");

    private static List<Target> One(decimal percent) => [new Target(Scenario.Of(percent), Scenario.Percent(100))];
}
