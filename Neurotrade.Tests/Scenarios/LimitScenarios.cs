using Neurotrade.Tests.Properties.Oracle;

namespace Neurotrade.Tests.Scenarios;

/// <summary>Contracts 4.14, worked by hand: signal close 64, offset 25%, so 48 a unit and 21 1/3 units; capital 960: 20.</summary>
public sealed class LimitScenarios
{
    private const string Signal = "64 64 64 64 1\n";

    [Fact]
    public void Limit_TouchedOnly_IsNotFilled()
    {
        OracleResult result = Limit(Signal + "64 64 48 64 0\n64 64 48 64 0").Gives();
        Assert.Empty(result.Fills);

        // Cash reserved for it is still cash.
        Assert.Equal(960, result.Equity[^1].Cash);
    }

    // Low below 48: filled at 48; the bar opens below 48: filled at the open, 40 for the 20 units, 160 stay in cash.
    [Theory]
    [InlineData("64 64 47 64 0", "48,2024-01-01T02:00:00Z,96,20,960,1,0,1,signal")]
    [InlineData("48 64 47 64 0", "48,2024-01-01T02:00:00Z,96,20,960,1,0,1,signal")]
    [InlineData("40 64 32 64 0", "40,2024-01-01T02:00:00Z,96,20,1120,1.4,0,1,signal")]
    public void Limit_PricesBelow_FillsAtItsPriceOrTheOpen(string bar, string rest) =>
        Limit(Signal + bar.Replace(" 0", " 2", StringComparison.Ordinal) + "\n96 96 96 96 0")
            .Gives($"1,BTC/USDT,2024-01-01T01:00:00Z,{rest},");

    // Filled inside: only the stop, 36, is held against the low; the target of 60 and its trail begin with the next bar.
    [Theory]
    [InlineData("64 64 36 64 0\n64 64 64 64 0", "36,20,-240,-0.25,0,0,stop_loss", 1)]
    [InlineData("64 64 40 56 0\n56 60 56 60 0", "60,20,240,0.25,0,1,take_profit", 2)]
    [InlineData("64 64 40 63 0\n63 64 56 60 0", "63,20,300,0.3125,0,1,take_profit", 2)]
    public void Limit_FilledInside_HoldsOnlyTheStop(string bars, string rest, int exitHour) => Limit(Signal + bars)
        .With(s => s with
        {
            StopLoss = Scenario.Of(25),
            Targets = [new Target(Scenario.Of(25), Scenario.Percent(100))],
        })
        .Gives($"1,BTC/USDT,2024-01-01T01:00:00Z,48,2024-01-01T0{exitHour}:00:00Z,{rest},");

    // The high of 64 in the bar of the fill counts for nothing: the trail is 48 × 0.75 = 36 until 52 has completed.
    [Fact]
    public void Limit_FilledInside_ItsHighDoesNotTrail() => Limit(Signal + "64 64 20 50 0\n50 52 39 50 0\n50 50 39 50 0")
        .With(s => s with { Trailing = Scenario.Of(25) })
        .Gives("1,BTC/USDT,2024-01-01T01:00:00Z,48,2024-01-01T03:00:00Z,39,20,-180,-0.1875,0,2,trailing_stop,");

    // Filled at the open: a bar like any other; its high of 64 reaches the target of 50.
    [Fact]
    public void Limit_FilledAtTheOpen_HoldsTheTargetToo() => Limit(Signal + "40 64 32 64 0")
        .With(s => s with { Targets = [new Target(Scenario.Of(25), Scenario.Percent(100))] })
        .Gives("1,BTC/USDT,2024-01-01T01:00:00Z,40,2024-01-01T01:00:00Z,50,20,200,0.25,0,0,take_profit,");

    // Two bars long; at the close of the second it expires, and that close places a new one, at 72: 960 / 72 units.
    [Fact]
    public void Limit_Expired_MayBePlacedAgainAtTheSameClose()
    {
        OracleResult result = Limit(Signal + "64 64 60 64 1\n96 96 60 96 1\n96 96 70 96 2\n144 144 144 144 0")
            .With(s => s with { LimitExpiresBars = 2 })
            .Gives("1,BTC/USDT,2024-01-01T03:00:00Z,72,2024-01-01T04:00:00Z,144,13.333333333333334,960,1,0,1,signal,");
        Assert.Equal(1, result.EntriesNotFilled);
    }

    // The signals while it rests are ignored: filled at 48 after all, though the close was 96 in between.
    [Fact]
    public void Limit_WhileItRests_EntryRulesAreIgnored() =>
        Limit(Signal + "64 96 60 96 1\n96 96 47 96 2\n96 96 96 96 0")
            .Gives("1,BTC/USDT,2024-01-01T02:00:00Z,48,2024-01-01T03:00:00Z,96,20,960,1,0,1,signal,");

    [Fact]
    public void Limit_ExitTrue_IsCancelledAtThatClose()
    {
        OracleResult result = Limit(Signal + "64 64 60 64 2\n64 64 32 64 0").Gives();
        Assert.Empty(result.Fills);
        Assert.Equal(1, result.EntriesNotFilled);
    }

    // contracts 4.16: the first symbol's order holds all cash, so the second's is not placed: cash is looked at then.
    [Fact]
    public void Limit_CashReservedByAnother_IsNotThere()
    {
        OracleResult result = Limit(Signal + "64 64 60 64 0\n64 64 64 64 0")
            .Bars(Signal + "64 64 32 64 2\n64 64 64 64 0").Gives();
        Assert.Equal(1, result.OrdersBelowMinimum);
        Assert.Empty(result.Fills);
    }

    private static Scenario Limit(string bars) => new Scenario().Bars(bars)
        .With(s => s with { CapitalWritten = 960, LimitOffset = Scenario.Percent(25) });
}
