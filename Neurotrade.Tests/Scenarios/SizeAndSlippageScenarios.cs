using Neurotrade.Tests.Properties.Oracle;

namespace Neurotrade.Tests.Scenarios;

/// <summary>Contracts 4.15 and 4.18, worked by hand.</summary>
public sealed class SizeAndSlippageScenarios
{
    // contracts 4.15: 1024 × 6.25% = 64 at risk over 25% of the fill price: 64 / 16 = 4 units at 64, 64 / 8 = 8 at 32.
    [Theory]
    [InlineData(64, "64,2024-01-01T02:00:00Z,64,4,0,0,0,1,signal,")]
    [InlineData(32, "32,2024-01-01T02:00:00Z,64,8,256,1,0,1,signal,")]
    public void Risk_ByRatio_DividesByTheDistanceFromTheFill(int open, string rest) => new Scenario()
        .Bars($"64 64 64 64 1\n{open} {open} {open} {open} 2\n64 64 64 64 0")
        .With(s => s with { RiskFraction = Scenario.Percent(6.25m), RiskStop = Scenario.Of(25) })
        .Gives("1,BTC/USDT,2024-01-01T01:00:00Z," + rest);

    // contracts 4.15: true range 8 at the signal bar, 2 atr = 16: 64 / 16 = 4. It sets no stop: the low of 1 changes nothing.
    [Fact]
    public void Risk_ByAtr_UsesTheSignalBarsRangeAndSetsNoStop() => new Scenario()
        .Bars("64 64 64 64 0\n64 68 60 64 1\n64 64 1 64 2\n32 32 32 32 0")
        .With(s => s with
        {
            Indicators = [new OracleIndicator("atr", "atr", [1], null)],
            RiskFraction = Scenario.Percent(6.25m),
            RiskStop = Scenario.Atr(2),
        })
        .Gives("1,BTC/USDT,2024-01-01T02:00:00Z,64,2024-01-01T03:00:00Z,32,4,-128,-0.5,0,1,signal,");

    // contracts 4.15: 1024 / 8 = 128 units would cost 8192; cash buys 16.
    [Fact]
    public void Risk_BeyondCash_IsCappedByIt() => new Scenario()
        .Bars("64 64 64 64 1\n64 64 64 64 2\n32 32 32 32 0")
        .With(s => s with { RiskFraction = Scenario.Percent(100), RiskStop = Scenario.Of(12.5m) })
        .Gives("1,BTC/USDT,2024-01-01T01:00:00Z,64,2024-01-01T02:00:00Z,32,16,-512,-0.5,0,1,signal,");

    // contracts 4.15: no ATR(14) yet in the second bar, and 0 in a flat one: no order, counted.
    [Fact]
    public void Atr_MissingOrZero_PlacesNoOrder()
    {
        OracleResult missing = new Scenario().Bars("64 64 64 64 1\n64 64 64 64 0")
            .With(s => s with { StopLoss = Scenario.Atr(2) }).Gives();
        OracleResult zero = new Scenario().Bars("64 64 64 64 0\n64 64 64 64 1\n64 64 64 64 0")
            .With(s => s with { Indicators = [new OracleIndicator("atr", "atr", [1], null)], Trailing = Scenario.Atr(2) })
            .Gives();
        Assert.Equal((1, 1), (missing.OrdersWithoutAtr, zero.OrdersWithoutAtr));
        Assert.Empty(zero.Fills);
    }

    // contracts 4.18: impact 100%, limit 25%: sized at 64 × 1.25 = 80, so 12 of 960. Bars take 25% of volumes 32, 0 and 100:
    // 8 at 80, nothing, 4 at 64 × 1.04 = 66.56. Entry price (640 + 266.24) / 12.
    [Fact]
    public void VolumeShare_Entry_TakesSeveralBars()
    {
        OracleResult result = Volumes("64 64 64 64 1\n64 64 64 64 32\n64 64 64 64 0\n64 64 64 64 100\n64 64 64 64 100")
            .Gives();
        Assert.Equal([8, 4], result.Fills.Select(f => f.Quantity));
        Assert.Equal([80, 66.56], result.Fills.Select(f => f.Price));
        Assert.Equal(new OracleOpen(1, "BTC/USDT", Scenario.At(1), 75.52, 12), Assert.Single(result.Open));
        Assert.Equal([1, 1], result.Fills.Select(f => f.TradeId));
    }

    // contracts 4.18: a stop too takes several bars: at its level of 60 × (1 − 8/32), then at the next open × (1 − 4/64).
    [Fact]
    public void VolumeShare_Stop_TakesSeveralBars()
    {
        // 12 units at 64 × (1 + 12 / 48) = 80; stop 25% = 60; 8 at 45, 4 at 32 × 0.9375 = 30; 360 + 120 − 960.
        OracleResult result = Volumes("64 64 64 64 1\n64 64 64 64 48\n64 64 60 64 32\n32 96 32 96 64\n32 32 32 32 64")
            .With(s => s with { StopLoss = Scenario.Of(25) })
            .Gives("1,BTC/USDT,2024-01-01T01:00:00Z,80,2024-01-01T03:00:00Z,40,12,-480,-0.5,0,2,stop_loss,");
        Assert.Equal([12, 8, 4], result.Fills.Select(f => f.Quantity));
        Assert.Equal([80, 45, 30], result.Fills.Select(f => f.Price));
    }

    // contracts 4.18: the exit drops the rest: 8 of 12 bought at 80, sold at 64 × (1 − 8 / 64) = 56.
    [Fact]
    public void VolumeShare_ExitBeforeAllIsBought_DropsTheRest()
    {
        OracleResult result = Volumes("64 64 64 64 1\n64 64 64 64 32\n64 64 64 64 64\n64 64 64 64 64")
            .With(s => s with { MaxHolding = Scenario.Bars(1) })
            .Gives("1,BTC/USDT,2024-01-01T01:00:00Z,80,2024-01-01T02:00:00Z,56,8,-192,-0.3,0,1,max_holding,");
        Assert.Equal(2, result.Fills.Count);
    }

    // contracts 4.18: after 8 at 80 there are 320 left; an open of 128 costs 160 at most a unit: 2 of the 4 that remain.
    [Fact]
    public void VolumeShare_Rest_IsCappedByCashAgain()
    {
        OracleResult result = Volumes("64 64 64 64 1\n64 64 64 64 32\n128 128 128 128 200\n128 128 128 128 200").Gives();
        Assert.Equal([8, 2], result.Fills.Select(f => f.Quantity));
        Assert.Equal([80, 129.28], result.Fills.Select(f => f.Price));
    }

    // contracts 4.2, 4.18: the cut rest of 2 is worth at most 320, under the least notional of 400: given up, not counted.
    [Fact]
    public void VolumeShare_CutRestUnderTheMinimum_IsGivenUp()
    {
        OracleResult result = Volumes("64 64 64 64 1\n64 64 64 64 32\n128 128 128 128 200\n64 64 64 64 200")
            .With(s => s with { Instrument = (1m, 400m) }).Gives();
        Assert.Equal(8, Assert.Single(result.Fills).Quantity);
        Assert.Equal(0, result.OrdersBelowMinimum);
    }

    private static Scenario Volumes(string bars) => new Scenario().Bars(bars).With(s => s with
    {
        CapitalWritten = 960,
        VolumeImpact = Scenario.Percent(100),
        VolumeLimit = Scenario.Percent(25),
    });
}
