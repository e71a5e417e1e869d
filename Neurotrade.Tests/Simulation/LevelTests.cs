using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Simulation;

/// <summary>Stops, targets and trails: contracts 4.5, 4.6, 4.7. Entries at 100 in bar 1, ten units.</summary>
public sealed class LevelTests
{
    // contracts 4.5: live from the bar of the fill; filled at the level.
    [Fact]
    public void Stop_ReachedInTheBarOfTheFill_FillsAtTheLevel()
    {
        AssertExit(
            Protected(stop: 0.05), [(100, 101, 95, 100)], bar: 1, price: 95, FillReason.StopLoss);
    }

    [Fact]
    public void Stop_NotReachedByACent_DoesNothing()
    {
        Assert.Empty(Run(Protected(stop: 0.05), [(100, 101, 95.01, 100), (96, 99, 95.01, 96)]).Trades);
    }

    [Fact]
    public void Target_ReachedInTheBarOfTheFill_FillsAtTheLevel()
    {
        AssertExit(
            Protected(target: 0.05), [(100, 105, 99, 100)], bar: 1, price: 105, FillReason.TakeProfit);
    }

    // contracts 4.5: a bar that reaches both is a stop.
    [Fact]
    public void Levels_BothReachedInOneBar_IsAStop()
    {
        AssertExit(
            Protected(stop: 0.05, target: 0.05), [(100, 110, 90, 100)], bar: 1, price: 95, FillReason.StopLoss);
    }

    // contracts 4.5: open beyond the stop fills at the open.
    [Theory]
    [InlineData(95, 95)]
    [InlineData(90, 90)]
    public void Stop_OpenAtOrBelowIt_FillsAtTheOpen(double open, double price)
    {
        AssertExit(
            Protected(stop: 0.05), [(100, 101, 99, 100), (open, 101, 89, 100)], bar: 2, price, FillReason.StopLoss);
    }

    [Theory]
    [InlineData(105, 105)]
    [InlineData(112, 112)]
    public void Target_OpenAtOrAboveIt_FillsAtTheOpen(double open, double price)
    {
        AssertExit(
            Protected(target: 0.05), [(100, 101, 99, 100), (open, 115, 99, 100)], bar: 2, price, FillReason.TakeProfit);
    }

    // contracts 4.5: an open beyond the target is asked before the low is held against the stop.
    [Fact]
    public void Levels_OpenBeyondTargetThenLowBelowStop_IsATarget()
    {
        AssertExit(
            Protected(stop: 0.05, target: 0.05),
            [(100, 101, 99, 100), (106, 106, 90, 100)],
            bar: 2,
            price: 106,
            FillReason.TakeProfit);
    }

    // contracts 4.7: the bar of a fill at its open has no gap, even where the open pays more than the entry.
    [Fact]
    public void Stop_EntryBarOpensAtIt_OnlyItsLowCounts()
    {
        // Bought at 100 × 1.1 = 110; the stop 110 × 0.95 = 104.5 lies above the open already.
        Scenario scenario = Of(Protected(stop: 0.05), [(100, 104, 99, 103)]);
        scenario.Costs = new CostModel { MakerFee = 0, TakerFee = 0, Slippage = new SlippageModel.Ratio(0.1) };

        BacktestTrade trade = Assert.Single(scenario.Run().Trades);

        // Filled at the level 104.5, less slippage, not at the open 100.
        Assert.Equal(110.00000000000001, trade.EntryPrice);
        Assert.Equal(94.05, trade.ExitPrice, 9);
        Assert.Equal(0, trade.BarsHeld);
    }

    // contracts 4.5: stops pay slippage, at the open as at the level; take-profits pay none.
    [Fact]
    public void Stop_WithSlippage_PaysItAtTheLevelAndAtTheOpen()
    {
        CostModel costs = new() { MakerFee = 0, TakerFee = 0, Slippage = new SlippageModel.Ratio(0.01) };
        Scenario inside = Of(Protected(stop: 0.05), [(100, 101, 99, 100), (100, 101, 90, 95)]);
        Scenario gap = Of(Protected(stop: 0.05), [(100, 101, 99, 100), (94, 101, 90, 95)]);
        Scenario target = Of(Protected(target: 0.05), [(100, 101, 99, 100), (100, 120, 100, 110)]);
        inside.Costs = gap.Costs = target.Costs = costs;

        Assert.Equal(101 * (1 - 0.05) * (1 - 0.01), Assert.Single(inside.Run().Trades).ExitPrice);
        Assert.Equal(94 * (1 - 0.01), Assert.Single(gap.Run().Trades).ExitPrice);
        Assert.Equal(101 * (1 + 0.05), Assert.Single(target.Run().Trades).ExitPrice);
    }

    // contracts 4.3: taker for market and stop fills, maker for take-profits.
    [Fact]
    public void Fees_StopIsTakerTargetIsMaker()
    {
        CostModel costs = new() { MakerFee = 0.01, TakerFee = 0.02 };
        Scenario stop = Of(Protected(stop: 0.05), [(100, 101, 90, 100)]);
        Scenario target = Of(Protected(target: 0.05), [(100, 110, 100, 100)]);
        stop.Costs = target.Costs = costs;

        BacktestFill stopped = stop.Run().Fills[1];
        BacktestFill taken = target.Run().Fills[1];

        Assert.Equal((Liquidity.Taker, stopped.Quantity * 95 * 0.02), (stopped.Liquidity, stopped.Fee));
        Assert.Equal((Liquidity.Maker, taken.Quantity * 105 * 0.01), (taken.Liquidity, taken.Fee));
    }

    // contracts 4.6: the trail follows the entry's fill price and the highs of completed bars.
    [Fact]
    public void Trail_HighOfTheSameBar_DoesNotCountYet()
    {
        // Bar 1 rises to 120 and falls to 91: above 100 × 0.9. Bar 2: 120 × 0.9 = 108.
        AssertExit(
            Trailing(0.1), [(100, 120, 91, 115), (115, 116, 108, 110)], bar: 2, price: 108, FillReason.TrailingStop);
    }

    [Fact]
    public void Trail_FromTheBarOfTheFill_StandsUnderTheEntryPrice()
    {
        AssertExit(Trailing(0.1), [(100, 120, 90, 115)], bar: 1, price: 90, FillReason.TrailingStop);
    }

    // contracts 4.6: of several stops the highest acts and names the exit.
    [Fact]
    public void Stops_TrailAboveStop_TrailActs()
    {
        OrderPlan plan = Trailing(0.1) with { StopLoss = new Distance.Ratio(0.05) };

        AssertExit(plan, [(100, 110, 99, 100), (100, 100, 90, 95)], bar: 2, price: 99, FillReason.TrailingStop);
        AssertExit(plan, [(100, 105, 99, 100), (100, 100, 90, 95)], bar: 2, price: 95, FillReason.StopLoss);
    }

    // contracts 4.6: level with one another, stop_loss.
    [Fact]
    public void Stops_LevelWithOneAnother_IsStopLoss()
    {
        OrderPlan plan = Trailing(0.1) with { StopLoss = new Distance.Ratio(0.1) };

        AssertExit(plan, [(100, 100, 90, 95)], bar: 1, price: 90, FillReason.StopLoss);
    }

    // contracts 4.5: with n atr, entry − n × atr, entry + n × atr, highest − n × atr, atr at the signal bar.
    [Fact]
    public void Levels_InAtr_UseTheSignalBar()
    {
        Distance.Atr two = new(2);
        Scenario stop = Of(new OrderPlan { StopLoss = two }, [(100, 101, 94, 95)]);
        Scenario target = Of(new OrderPlan { TakeProfits = [new TakeProfit(two, 1)] }, [(100, 106, 100, 101)]);
        Scenario trail = Of(
            new OrderPlan { Trailing = new TrailingStop(two, null) }, [(100, 110, 100, 109), (109, 109, 104, 105)]);

        Assert.Equal(94, Assert.Single(WithAtr(stop).Run().Trades).ExitPrice);
        Assert.Equal(106, Assert.Single(WithAtr(target).Run().Trades).ExitPrice);
        Assert.Equal(104, Assert.Single(WithAtr(trail).Run().Trades).ExitPrice);
    }

    // contracts 4.7: orders at one open come before that bar's levels.
    [Fact]
    public void Exit_SignalAndGapBeyondTheStop_IsASignal()
    {
        Scenario scenario = new() { Orders = Protected(stop: 0.05) };
        scenario.Symbol().Flat(100, 2).Then((80, 80, 80, 80)).Enter(0).Exit(1);

        BacktestTrade trade = Assert.Single(scenario.Run().Trades);

        Assert.Equal((FillReason.Signal, 80.0), (trade.ExitReason, trade.ExitPrice));
    }

    // contracts 4.7: closed in a bar, the rule may enter again at the next open.
    [Fact]
    public void Entry_TrueAtTheCloseOfTheExitBar_EntersAgain()
    {
        Scenario scenario = Of(Protected(stop: 0.05), [(100, 101, 90, 92), (93, 94, 92, 93)]);
        scenario.Symbols[0].Enter(1);

        BacktestResult result = scenario.Run();

        Assert.Equal(
            [(FillReason.Entry, 100.0), (FillReason.StopLoss, 95), (FillReason.Entry, 93)],
            result.Fills.Select(f => (f.Reason, f.Price)));
        Assert.Equal([1, 1, 2], result.Fills.Select(f => f.TradeId));
    }

    private static OrderPlan Protected(double? stop = null, double? target = null) => new()
    {
        StopLoss = stop is null ? null : new Distance.Ratio(stop.Value),
        TakeProfits = target is null ? [] : [new TakeProfit(new Distance.Ratio(target.Value), 1)],
    };

    private static OrderPlan Trailing(double distance) =>
        new() { Trailing = new TrailingStop(new Distance.Ratio(distance), null) };

    private static Scenario Of(
        OrderPlan orders, (double Open, double High, double Low, double Close)[] candles)
    {
        Scenario scenario = new() { Orders = orders };
        scenario.Symbol().Flat(100).Then(candles).Enter(0);
        return scenario;
    }

    private static Scenario WithAtr(Scenario scenario)
    {
        scenario.Symbols[0].Atr(0, 3).Atr(1, 50);
        return scenario;
    }

    private static BacktestResult Run(
        OrderPlan orders, (double Open, double High, double Low, double Close)[] candles) =>
        Of(orders, candles).Run();

    private static void AssertExit(
        OrderPlan orders,
        (double Open, double High, double Low, double Close)[] candles,
        int bar,
        double price,
        FillReason reason)
    {
        BacktestTrade trade = Assert.Single(Run(orders, candles).Trades);
        Assert.Equal((reason, price, Scenario.Start + bar * 3_600_000L), (trade.ExitReason, trade.ExitPrice, trade.ExitMillis));
    }
}
