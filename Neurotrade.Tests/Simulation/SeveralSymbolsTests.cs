using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Simulation;

/// <summary>Several symbols share one wallet on one time axis: contracts 4.16.</summary>
public sealed class SeveralSymbolsTests
{
    private const long HourMillis = 3_600_000;

    // Entries in list order: the first takes what there is, nothing is left for the second.
    [Fact]
    public void Entries_AtOneOpen_AreServedInListOrder()
    {
        Scenario scenario = new();
        scenario.Symbol().Flat(100, 3).Enter(0);
        scenario.Symbol().Flat(50, 3).Enter(0);

        BacktestResult result = scenario.Run();

        Assert.Equal("A/USDT", Assert.Single(result.Fills).Symbol.ToString());
        Assert.Equal(1, result.Counts.OrdersBelowMinimum);
    }

    // All exits at opens come before all entries at opens: the second symbol's sale pays for the first's entry.
    [Fact]
    public void Opens_ExitOfTheSecondAndEntryOfTheFirst_ExitComesFirst()
    {
        Scenario scenario = new();
        scenario.Symbol().Flat(50, 4).Enter(1);
        scenario.Symbol().Flat(100).Then((100, 105, 100, 105), (110, 110, 110, 110)).Enter(0).Exit(1);

        BacktestResult result = scenario.Run();

        // Equity at the close of bar 1 is 10 × 105; cash after the sale 1100.
        Assert.Equal(
            [("B/USDT", TradeSide.Buy, 10.0), ("B/USDT", TradeSide.Sell, 10), ("A/USDT", TradeSide.Buy, 21)],
            result.Fills.Select(f => (f.Symbol.ToString(), f.Side, f.Quantity)));
        Assert.Equal(50, result.Cash[2]);
    }

    // An exit at an open is one also where the bar opens beyond the stop.
    [Fact]
    public void Opens_GapBelowTheStopOfTheSecond_PaysForTheFirst()
    {
        Scenario scenario = new() { Orders = new OrderPlan { StopLoss = new Distance.Ratio(0.1) } };
        scenario.Symbol().Flat(50, 4).Enter(1);
        scenario.Symbol().Flat(100, 2).Flat(80).Enter(0);

        BacktestResult result = scenario.Run();

        Assert.Equal(
            [(FillReason.Entry, 10.0), (FillReason.StopLoss, 10), (FillReason.Entry, 16)],
            result.Fills.Select(f => (f.Reason, f.Quantity)));
    }

    // Levels come after opens: what a stop inside the bar brings is not there at that bar's open.
    [Fact]
    public void Levels_StopInsideTheBar_DoesNotPayForAnEntryAtItsOpen()
    {
        Scenario scenario = new() { Orders = new OrderPlan { StopLoss = new Distance.Ratio(0.1) } };
        scenario.Symbol().Flat(50, 4).Enter(1);
        scenario.Symbol().Flat(100, 2).Then((100, 100, 80, 80)).Enter(0);

        BacktestResult result = scenario.Run();

        Assert.Equal(2, result.Fills.Length);
        Assert.Equal(1, result.Counts.OrdersBelowMinimum);
    }

    // The axis is the union of candles; a symbol without one keeps its last mark, and its order waits.
    [Fact]
    public void Axis_SymbolWithoutACandle_KeepsItsMarkAndItsOrderWaits()
    {
        Scenario scenario = new() { Orders = new OrderPlan { Size = new SizePlan.QuoteAmount(500) } };
        scenario.Symbol().Flat(100, 5).Enter(0);
        scenario.Symbol().Flat(100).Then((100, 105, 100, 105)).Gap(2).Flat(120).Enter(0).Exit(1);

        BacktestResult result = scenario.Run();

        Assert.Equal(5, result.Times.Length);
        Assert.Equal([1000, 1025, 1025, 1025, 1100], result.Equity);
        BacktestTrade trade = Assert.Single(result.Trades);
        Assert.Equal((120.0, Scenario.Start + 4 * HourMillis, 1), (trade.ExitPrice, trade.ExitMillis, trade.BarsHeld));
    }

    // A symbol whose candles begin later takes part from then on.
    [Fact]
    public void Axis_SymbolBeginsLater_TradesFromThen()
    {
        Scenario scenario = new() { Orders = new OrderPlan { Size = new SizePlan.QuoteAmount(500) } };
        scenario.Symbol().Flat(100, 4).Enter(0);
        scenario.Symbol().Gap(2).Flat(50, 2).Enter(0);

        BacktestResult result = scenario.Run();

        Assert.Equal(
            [Scenario.Start + HourMillis, Scenario.Start + 3 * HourMillis], result.Fills.Select(f => f.Millis));
        Assert.Equal([1, 2], result.Fills.Select(f => f.TradeId));
    }

    // Everything of one time in order: exits at opens, entries at opens, levels; each in list order.
    [Fact]
    public void Fills_OfOneTime_StandInTheOrderOfTheRule()
    {
        OrderPlan plan = new() { StopLoss = new Distance.Ratio(0.1), Size = new SizePlan.QuoteAmount(100) };
        Scenario scenario = new() { Orders = plan };
        scenario.Symbol().Flat(100, 2).Then((100, 100, 85, 90)).Enter(0);
        scenario.Symbol().Flat(100, 3).Enter(1);
        scenario.Symbol().Flat(100, 2).Flat(100).Enter(0).Exit(1);
        scenario.Symbol().Flat(100, 2).Flat(80).Enter(0);

        BacktestResult result = scenario.Run();

        Assert.Equal(
            [
                ("C/USDT", FillReason.Signal), ("D/USDT", FillReason.StopLoss), ("B/USDT", FillReason.Entry),
                ("A/USDT", FillReason.StopLoss),
            ],
            result.Fills.Where(f => f.Millis == Scenario.Start + 2 * HourMillis)
                .Select(f => (f.Symbol.ToString(), f.Reason)));
        Assert.Equal(Enumerable.Range(1, result.Fills.Length), result.Fills.Select(f => f.Id));
    }

    // Sizes of one close are of that one equity, whoever enters first.
    [Fact]
    public void Entries_AtOneClose_AreSizedOnOneEquity()
    {
        Scenario scenario = new() { Orders = new OrderPlan { Size = new SizePlan.PercentOfEquity(0.25) } };
        scenario.Costs = new CostModel { MakerFee = 0.01, TakerFee = 0.01 };
        scenario.Symbol().Flat(100, 2).Enter(0);
        scenario.Symbol().Flat(100, 2).Enter(0);

        BacktestResult result = scenario.Run();

        Assert.Equal(result.Fills[0].Quantity, result.Fills[1].Quantity);
        Assert.Equal(250 / (100 * 1.01), result.Fills[1].Quantity);
    }
}
