using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Simulation;

/// <summary>Market entries and exits: contracts 4.1, 4.3, 4.4, 4.8, 4.11, 4.19.</summary>
public sealed class MarketOrderTests
{
    // contracts 4.1: a rule at the close of t fills at the open of t + 1, slippage against us on both sides.
    [Fact]
    public void Entry_SignalAtClose_FillsAtNextOpenWithSlippage()
    {
        Scenario scenario = new() { Costs = Costs(fee: 0, slippage: 0.01) };
        scenario.Symbol((90, 110, 90, 100), (100, 120, 90, 110), (110, 130, 100, 120), (120, 120, 120, 120))
            .Enter(0).Exit(2);

        BacktestTrade trade = Assert.Single(scenario.Run().Trades);

        Assert.Equal(101, trade.EntryPrice);
        Assert.Equal(118.8, trade.ExitPrice);
        Assert.Equal(1000 / 101.0, trade.Quantity);
        Assert.Equal(Scenario.Start + 3_600_000, trade.EntryMillis);
        Assert.Equal(Scenario.Start + 3 * 3_600_000, trade.ExitMillis);
        Assert.Equal(2, trade.BarsHeld);
        Assert.Equal(FillReason.Signal, trade.ExitReason);
        Assert.Equal("tag0", trade.Tag);
    }

    // contracts 4.3, 4.19: q = budget / (p (1 + f)); fee = q p f; pnl = q p − fee − cost.
    [Fact]
    public void Trade_WithFees_PaysThemOnBothSides()
    {
        Scenario scenario = new() { Capital = 1010, Costs = Costs(fee: 0.01, slippage: 0) };
        scenario.Symbol().Flat(50, 2).Flat(60, 2).Enter(0).Exit(1);

        BacktestResult result = scenario.Run();

        BacktestTrade trade = Assert.Single(result.Trades);
        Assert.Equal(20, trade.Quantity, 12);
        Assert.Equal(10, result.Fills[0].Fee, 12);
        Assert.Equal(12, result.Fills[1].Fee, 12);
        Assert.Equal(1200 - 12 - 1010, trade.Pnl, 10);
        Assert.Equal(178 / 1010.0, trade.PnlPct, 12);
        Assert.Equal(22, trade.Fees, 12);
        Assert.Equal([1010, 1000, 1188, 1188], result.Equity.Select(e => Math.Round(e, 9)));
    }

    // contracts 4.4: exit true keeps out; entry true in a position does nothing.
    [Fact]
    public void Entry_ExitTrueToo_DoesNotEnter()
    {
        Scenario scenario = new();
        scenario.Symbol().Flat(100, 5).Enter(0, 1, 2).Exit(0);

        BacktestResult result = scenario.Run();

        BacktestFill fill = Assert.Single(result.Fills);
        Assert.Equal(Scenario.Start + 2 * 3_600_000, fill.Millis);
    }

    // contracts 4.8: the last bar's signal fills nowhere; what is open stays open, marked at the last close.
    [Fact]
    public void Run_OpenAtTheEnd_StaysOpenAndMarked()
    {
        Scenario scenario = new();
        scenario.Symbol((100, 100, 100, 100), (100, 100, 100, 100), (100, 130, 100, 125)).Enter(0).Exit(2);

        BacktestResult result = scenario.Run();

        Assert.Empty(result.Trades);
        OpenPosition open = Assert.Single(result.OpenPositions);
        Assert.Equal((10, 125, 250), (open.Quantity, open.LastClose, open.UnrealizedPnl));
        Assert.Equal([1000, 1000, 1250], result.Equity);
        Assert.Equal([1000, 0, 0], result.Cash);
        Assert.Equal([0, 1000, 1250], result.PositionValue);
        Assert.Equal([false, true, true], Enumerable.Range(0, 3).Select(i => result.InPosition[i]));
    }

    [Fact]
    public void Entry_SignalOnTheLastBar_FillsNowhere()
    {
        Scenario scenario = new();
        scenario.Symbol().Flat(100, 3).Enter(2);

        BacktestResult result = scenario.Run();

        Assert.Empty(result.Fills);
        Assert.Empty(result.OpenPositions);
    }

    // contracts 4: bar t + 1 is the symbol's next candle, however late it is.
    [Fact]
    public void Entry_BeforeAGap_FillsAtTheNextCandle()
    {
        Scenario scenario = new();
        scenario.Symbol().Flat(100).Gap(30).Flat(90, 2).Enter(0);

        BacktestFill fill = Assert.Single(scenario.Run().Fills);

        Assert.Equal((90, Scenario.Start + 31 * 3_600_000L), (fill.Price, fill.Millis));
    }

    // contracts 1: earlier candles only warm up; their signals do not act. `to` is exclusive.
    [Fact]
    public void Run_FromAndTo_OnlyDecidesOnBarsInRange()
    {
        Scenario scenario = new()
        {
            From = new Instant(Scenario.Start + 2 * 3_600_000),
            To = new Instant(Scenario.Start + 6 * 3_600_000),
        };
        scenario.Symbol().Flat(100, 3).Flat(50, 5).Enter(1, 3).Exit(5);

        BacktestResult result = scenario.Run();

        Assert.Equal(4, result.Times.Length);
        BacktestFill fill = Assert.Single(result.Fills);
        Assert.Equal(Scenario.Start + 4 * 3_600_000L, fill.Millis);
    }

    private static CostModel Costs(double fee, double slippage) =>
        new() { MakerFee = fee, TakerFee = fee, Slippage = new SlippageModel.Ratio(slippage) };
}
