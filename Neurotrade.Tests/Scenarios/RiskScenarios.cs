using Neurotrade.Tests.Properties.Oracle;

namespace Neurotrade.Tests.Scenarios;

/// <summary>Contracts 4.21, worked by hand.</summary>
public sealed class RiskScenarios
{
    // 50% of 1024 is 512, all of which the first symbol's order takes; the second's entry is refused.
    [Fact]
    public void MaxExposure_CountsOrdersNotFilled_InListOrder()
    {
        OracleResult result = Two("64 64 64 64 1\n64 64 64 64 2\n96 96 96 96 0", "64 64 64 64 1\n64 64 64 64 0\n64 64 64 64 0")
            .With(s => s with { MaxExposure = Scenario.Percent(50) })
            .Gives("1,BTC/USDT,2024-01-01T01:00:00Z,64,2024-01-01T02:00:00Z,96,8,256,0.5,0,1,signal,");
        Assert.Equal(1, result.RefusedByRisk["max_exposure"]);
    }

    // 75% of 1024 is 768: 512 for the first, the 256 that remain for the second.
    [Fact]
    public void MaxExposure_Room_CutsTheBudget() => Two(
        "64 64 64 64 1\n64 64 64 64 2\n96 96 96 96 0", "64 64 64 64 1\n64 64 64 64 2\n96 96 96 96 0")
        .With(s => s with { MaxExposure = Scenario.Percent(75), PercentOfEquity = Scenario.Percent(50) })
        .Gives(
            "1,BTC/USDT,2024-01-01T01:00:00Z,64,2024-01-01T02:00:00Z,96,8,256,0.5,0,1,signal,",
            "2,ETH/USDT,2024-01-01T01:00:00Z,64,2024-01-01T02:00:00Z,96,4,128,0.5,0,1,signal,");

    // The first leaves at 02:00, but at the close of 01:00 it still counts: the second is refused then, not at 02:00.
    [Fact]
    public void MaxPositions_PositionLeavingAtTheNextOpen_StillCounts()
    {
        OracleResult result = Two(
            "64 64 64 64 1\n64 64 64 64 2\n64 64 64 64 0\n64 64 64 64 0\n64 64 64 64 0",
            "64 64 64 64 1\n64 64 64 64 1\n64 64 64 64 1\n32 32 32 32 2\n64 64 64 64 0")
            .With(s => s with { MaxPositions = 1 })
            .Gives(
                "1,BTC/USDT,2024-01-01T01:00:00Z,64,2024-01-01T02:00:00Z,64,16,0,0,0,1,signal,",
                "2,ETH/USDT,2024-01-01T03:00:00Z,32,2024-01-01T04:00:00Z,64,32,1024,1,0,1,signal,");
        Assert.Equal(2, result.RefusedByRisk["max_positions"]);
    }

    // 25% off the peak of 1024 is reached exactly at 768; halt lets the position run, flatten sells at the next open.
    [Theory]
    [InlineData(false, "2024-01-01T04:00:00Z,96,16,512,0.5,0,3,signal")]
    [InlineData(true, "2024-01-01T03:00:00Z,56,16,-128,-0.125,0,2,risk")]
    public void MaxDrawdown_Reached_BlocksEntriesForTheRest(bool flattens, string rest)
    {
        OracleResult result = new Scenario()
            .Bars("64 64 64 64 1\n64 64 64 64 0\n48 48 48 48 0\n56 56 56 56 2\n96 96 96 96 1\n@30 96 96 96 96 1\n96 96 96 96 1")
            .With(s => s with { MaxDrawdown = new LossRule(Scenario.Percent(25), flattens) })
            .Gives($"1,BTC/USDT,2024-01-01T01:00:00Z,64,{rest},");
        Assert.Equal(3, result.RefusedByRisk["max_drawdown"]);
    }

    // The first equity of 1 January is the 1024 at the close of its first bar; at 18:00 it is 768, 25% less. The entry at
    // the close of 23:00 is refused, that of the bar that opens at 00:00 is not.
    [Fact]
    public void MaxDailyLoss_Reached_BlocksUntilMidnight()
    {
        OracleResult result = new Scenario()
            .Bars("64 64 64 64 1\n64 64 64 64 0\n@18 48 48 48 48 2\n48 48 48 48 1\n@23 48 48 48 48 1\n48 48 48 48 1\n"
                + "48 48 48 48 2\n96 96 96 96 0")
            .With(s => s with { MaxDailyLoss = new LossRule(Scenario.Percent(25), false) })
            .Gives(
                "1,BTC/USDT,2024-01-01T01:00:00Z,64,2024-01-01T19:00:00Z,48,16,-256,-0.25,0,2,signal,",
                "2,BTC/USDT,2024-01-02T01:00:00Z,48,2024-01-02T02:00:00Z,96,16,768,1,0,1,signal,");
        Assert.Equal(2, result.RefusedByRisk["max_daily_loss"]);
    }

    // The loss comes with the bar whose close causes an entry of the other symbol at the same close: dropped or refused.
    // Here the limit order of the second symbol rests already when the first one's loss halts the day: it is dropped.
    [Fact]
    public void MaxDailyLoss_Begins_DropsEntriesNotFilled()
    {
        OracleResult result = Two(
            "64 64 64 64 1\n48 48 48 48 0\n16 16 16 16 0\n16 16 16 16 0",
            "64 64 64 64 0\n64 64 64 64 1\n64 64 64 64 0\n32 32 32 32 0")
            .With(s => s with
            {
                PercentOfEquity = Scenario.Percent(50),
                LimitOffset = Scenario.Percent(12.5m),
                MaxDailyLoss = new LossRule(Scenario.Percent(25), false),
            })
            .Gives();
        Assert.Equal("BTC/USDT", Assert.Single(result.Fills).Symbol);
        Assert.Equal(1, result.EntriesNotFilled);
    }

    // Two stops, at 02:00 and 04:00, within 3 hours: locked for the bars that open in 04:00 to 06:00, 06:00 excluded.
    [Theory]
    [InlineData(3, "2024-01-01T07:00:00Z")]
    [InlineData(2, "2024-01-01T05:00:00Z")]
    public void StoplossGuard_EnoughStopsWithinTheTime_LocksEntries(int within, string entry) => new Scenario()
        .Bars("""
            64 64 64 64 1
            64 64 64 64 0
            64 64 32 64 1
            64 64 64 64 0
            64 64 32 64 1
            64 64 64 64 1
            64 64 64 64 1
            64 64 64 64 2
            64 64 64 64 0
            """)
        .With(s => s with
        {
            QuoteAmount = 64,
            StopLoss = Scenario.Of(25),
            Guards = [new GuardRule(2, Scenario.Hours(within), Scenario.Bars(2))],
        })
        .Gives(
            "1,BTC/USDT,2024-01-01T01:00:00Z,64,2024-01-01T02:00:00Z,48,1,-16,-0.25,0,1,stop_loss,",
            "2,BTC/USDT,2024-01-01T03:00:00Z,64,2024-01-01T04:00:00Z,48,1,-16,-0.25,0,1,stop_loss,",
            $"3,BTC/USDT,{entry},64,2024-01-01T08:00:00Z,64,1,0,0,0,{(within == 3 ? 1 : 3)},signal,");

    private static Scenario Two(string first, string second) => new Scenario().Bars(first).Bars(second);
}
