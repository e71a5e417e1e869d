using Neurotrade.Tests.Properties.Oracle;

namespace Neurotrade.Tests.Scenarios;

/// <summary>Contracts 4.1 to 4.4, 4.7, 4.8, 4.11 and 4.19, worked by hand.</summary>
public sealed class EntryAndCostScenarios
{
    // contracts 4.1, 4.3, 4.19: 101 = 100 × 1.01, 118.8 = 120 × 0.99, q = 1000 / (101 × 1.001).
    [Fact]
    public void MarketOrder_WithSlippageAndFee_FillsAtTheNextOpen()
    {
        OracleResult result = new Scenario().Bars("""
            100 100 100 100 1
            100 105  95 100 0
            100 110  90 110 2
            120 120 120 120 0
            """).With(s => s with
        {
            CapitalWritten = 1000,
            Slippage = Scenario.Percent(1),
            Maker = Scenario.Percent(0.1m),
            Taker = Scenario.Percent(0.1m),
        }).Gives(
            "1,BTC/USDT,2024-01-01T01:00:00Z,101,2024-01-01T03:00:00Z,118.8,9.891099000009893,173.88749863997373,"
            + "0.1738874986399737,2.1740635602021743,2,signal,");
        Assert.Equal(1173.8874986399737, result.Equity[^1].Equity);
    }

    // contracts 4.2: the budget is 1000 at the close; at an open of 125 that cash buys 8.
    [Fact]
    public void PercentOfEquity_OpenAboveTheClose_IsCappedByCash() => new Scenario().Bars("""
        100 100 100 100 1
        125 125 100 100 2
        100 100 100 100 0
        """).With(s => s with { CapitalWritten = 1000 }).Gives(
        "1,BTC/USDT,2024-01-01T01:00:00Z,125,2024-01-01T02:00:00Z,100,8,-200,-0.2,0,1,signal,");

    // contracts 4.2: half of the equity marked at the close of the signal bar, so 512 of 1024.
    [Fact]
    public void PercentOfEquity_Half_LeavesTheOtherHalfInCash()
    {
        OracleResult result = new Scenario().Bars("""
            64 64 64 64 1
            64 64 64 80 0
            80 80 80 80 2
            96 96 96 96 0
            """).With(s => s with { PercentOfEquity = Scenario.Percent(50) }).Gives(
            "1,BTC/USDT,2024-01-01T01:00:00Z,64,2024-01-01T03:00:00Z,96,8,256,0.5,0,2,signal,");

        // contracts 4.11: cash plus position marked at each bar's close.
        Assert.Equal([1024, 1152, 1152, 1280], result.Equity.Select(e => e.Equity));
        Assert.Equal([1024, 512, 512, 1280], result.Equity.Select(e => e.Cash));
        Assert.Equal([false, true, true, false], result.Equity.Select(e => e.InPosition));
    }

    [Fact]
    public void QuoteAmount_IsTheBudgetWhateverTheEquity() => new Scenario().Bars("""
        64 64 64 64 1
        64 64 64 64 2
        32 32 32 32 0
        """).With(s => s with { QuoteAmount = 128 }).Gives(
        "1,BTC/USDT,2024-01-01T01:00:00Z,64,2024-01-01T02:00:00Z,32,2,-64,-0.5,0,1,signal,");

    // contracts 4.2: 1000 / 30 = 33.33… is rounded down to 33.3.
    [Fact]
    public void Instrument_LotStep_RoundsTheQuantityDown() => new Scenario().Bars("""
        30 30 30 30 1
        30 30 30 30 2
        33 33 33 33 0
        """).With(s => s with { CapitalWritten = 1000, Instrument = (0.1m, 10m) }).Gives(
        "1,BTC/USDT,2024-01-01T01:00:00Z,30,2024-01-01T02:00:00Z,33,33.3,99.89999999999998,0.09999999999999999,0,1,signal,");

    // contracts 4.2: 5 of budget is under the least notional of 10; 12 is not, until rounding down leaves 0.
    [Theory]
    [InlineData(5, 30)]
    [InlineData(12, 130)]
    public void Instrument_UnderTheMinimum_PlacesNoOrderAndCounts(double amount, double open)
    {
        OracleResult result = new Scenario().Bars($"""
            {open} {open} {open} {open} 1
            {open} {open} {open} {open} 0
            """).With(s => s with { QuoteAmount = amount, Instrument = (0.1m, 10m) }).Gives();
        Assert.Equal(1, result.OrdersBelowMinimum);
        Assert.Empty(result.Fills);
    }

    // contracts 4.2: without instrument rules the least is capital × 1e-9.
    [Fact]
    public void NoInstrument_UnderABillionthOfCapital_PlacesNoOrderAndCounts()
    {
        OracleResult result = new Scenario().Bars("""
            64 64 64 64 1
            64 64 64 64 0
            """).With(s => s with { CapitalWritten = 1_000_000, QuoteAmount = 0.0005 }).Gives();
        Assert.Equal(1, result.OrdersBelowMinimum);
    }

    // contracts 4.3: the limit entry and the target pay maker 0.05%, the signal exit taker 0.1%.
    [Fact]
    public void Fees_LimitEntryAndTarget_PayMaker() => new Scenario().Bars("""
        100 100 100 100 1
        100 100  80  95 0
         95 105  95 100 0
        """).With(s => s with
    {
        CapitalWritten = 1000,
        Maker = Scenario.Percent(0.05m),
        Taker = Scenario.Percent(0.1m),
        LimitOffset = Scenario.Percent(10),
        Targets = [new Target(Scenario.Of(10), Scenario.Percent(100))],
    }).Gives(
        "1,BTC/USDT,2024-01-01T01:00:00Z,90,2024-01-01T02:00:00Z,99.00000000000001,11.105558331945138,98.90054972513758,"
        + "0.09890054972513758,1.0494752623688157,1,take_profit,");

    // contracts 4.4: entry and exit true together do not enter; in a position entry true does nothing.
    [Fact]
    public void Signals_EntryAndExitTrueTogether_DoNotEnter()
    {
        OracleResult result = new Scenario().Bars("""
            64 64 64 64 3
            64 64 64 64 1
            32 32 32 32 1
            64 64 64 64 2
            64 64 64 64 0
            """).Gives("1,BTC/USDT,2024-01-01T02:00:00Z,32,2024-01-01T04:00:00Z,64,32,1024,1,0,2,signal,");
        Assert.Equal(2, result.Fills.Count);
    }

    // contracts 4.8: the second position stays open, marked; the signal on the last bar causes nothing.
    [Fact]
    public void Position_AfterTheLastCandle_StaysOpen()
    {
        OracleResult result = new Scenario().Bars("""
            64 64 64 64 1
            64 64 64 64 2
            64 64 64 64 1
            64 64 64 96 2
            """).Gives("1,BTC/USDT,2024-01-01T01:00:00Z,64,2024-01-01T02:00:00Z,64,16,0,0,0,1,signal,");
        Assert.Equal(3, result.Fills.Count);
        Assert.Equal(new OracleOpen(2, "BTC/USDT", Scenario.At(3), 64, 16), Assert.Single(result.Open));
        Assert.Equal(1536, result.Equity[^1].Equity);
    }

    // contracts 4: bar t+1 is the next candle, however late; bars_held counts bars, not hours.
    [Fact]
    public void MarketOrder_AcrossAGap_FillsAtTheNextCandle() => new Scenario().Bars("""
        64 64 64 64 1
        @9 32 32 32 32 2
        @20 64 64 64 64 0
        """).Gives("1,BTC/USDT,2024-01-01T09:00:00Z,32,2024-01-01T20:00:00Z,64,32,1024,1,0,1,signal,");

    // contracts 1: earlier candles only warm up; the signal of the bar before `from` is not acted upon.
    [Fact]
    public void Range_SignalsOutside_AreNotActedUpon()
    {
        OracleResult result = new Scenario().Bars("""
            64 64 64 64 1
            64 64 64 64 0
            64 64 64 64 1
            32 32 32 32 2
            64 64 64 64 1
            16 16 16 16 0
            """).With(s => s with { From = Scenario.At(1), To = Scenario.At(5) }).Gives(
            "1,BTC/USDT,2024-01-01T03:00:00Z,32,2024-01-01T04:00:00Z,64,32,1024,1,0,1,signal,");
        Assert.Equal(4, result.Equity.Count);
        Assert.Empty(result.Open);
    }
}
