using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Simulation;

/// <summary>Limit entries: contracts 4.14. Placed at the close of bar 0 at 100 × (1 − 10%) = 90.</summary>
public sealed class LimitTests
{
    private const long HourMillis = 3_600_000;

    [Fact]
    public void Limit_LowBelowIt_FillsAtItsPriceAsMaker()
    {
        Scenario scenario = Of(new OrderPlan(), null, (100, 101, 89.99, 95));
        scenario.Costs = new CostModel { MakerFee = 0.01, TakerFee = 0.05, Slippage = new SlippageModel.Ratio(0.5) };

        BacktestFill fill = Assert.Single(scenario.Run().Fills);

        Assert.Equal((90.0, Liquidity.Maker), (fill.Price, fill.Liquidity));
        Assert.Equal(1000 / (90 * 1.01), fill.Quantity);
    }

    // Touching is not enough.
    [Fact]
    public void Limit_LowTouchesIt_DoesNotFill()
    {
        Assert.Empty(Of(new OrderPlan(), null, (100, 101, 90, 95)).Run().Fills);
    }

    // The open below it fills at the open; the quantity was fixed at its price, the saved cash comes back.
    [Fact]
    public void Limit_OpenBelowIt_FillsAtTheOpenWithTheFixedQuantity()
    {
        BacktestResult result = Of(new OrderPlan(), null, (80, 85, 79, 81)).Run();

        BacktestFill fill = Assert.Single(result.Fills);
        Assert.Equal((80.0, 1000 / 90.0), (fill.Price, fill.Quantity));
        Assert.Equal(1000 - 1000 / 90.0 * 80, result.Cash[1], 9);
    }

    // Reserved cash is still cash and equity.
    [Fact]
    public void Limit_Resting_CashAndEquityStay()
    {
        BacktestResult result = Of(new OrderPlan(), null, (100, 101, 95, 95), (95, 95, 95, 95)).Run();

        Assert.Equal([1000.0, 1000, 1000], result.Cash);
        Assert.Equal([1000.0, 1000, 1000], result.Equity);
    }

    // While it rests, entry rules of that symbol are ignored.
    [Fact]
    public void Limit_Resting_LaterEntryRulesAreIgnored()
    {
        Scenario scenario = Of(new OrderPlan(), null, (100, 101, 95, 95), (95, 95, 86, 90));
        scenario.Symbols[0].Enter(1);

        Assert.Equal(90, Assert.Single(scenario.Run().Fills).Price);
    }

    // A true exit rule cancels it at that close.
    [Fact]
    public void Limit_ExitTrueWhileResting_IsCancelled()
    {
        Scenario scenario = Of(new OrderPlan(), null, (100, 101, 95, 95), (95, 95, 80, 90));
        scenario.Symbols[0].Exit(1);

        BacktestResult result = scenario.Run();

        Assert.Empty(result.Fills);
        Assert.Equal(1, result.Counts.EntriesNotFilled);
    }

    // It expires at the close of its last bar.
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    public void Limit_WithExpiry_RestsForThatManyBars(int bars, int fills)
    {
        BacktestResult result = Of(new OrderPlan(), bars, (100, 101, 95, 95), (95, 95, 80, 90)).Run();

        Assert.Equal(fills, result.Fills.Length);
        Assert.Equal(1 - fills, result.Counts.EntriesNotFilled);
    }

    // The same close may place a new one, at its own price.
    [Fact]
    public void Limit_ExpiresWhereEntryIsTrue_IsRenewedAtOnce()
    {
        Scenario scenario = Of(new OrderPlan(), 1, (100, 101, 91, 92), (92, 92, 82, 85));
        scenario.Symbols[0].Enter(1);

        BacktestFill fill = Assert.Single(scenario.Run().Fills);

        Assert.Equal((92 * (1 - 0.1), Scenario.Start + 2 * HourMillis), (fill.Price, fill.Millis));
    }

    // Inside fills: only the stop is held against the low; the high of that bar takes no target.
    [Fact]
    public void Limit_FillsInside_OnlyTheStopCountsInThatBar()
    {
        OrderPlan plan = new()
        {
            StopLoss = new Distance.Ratio(0.1),
            TakeProfits = [new TakeProfit(new Distance.Ratio(0.1), 1)],
        };

        Assert.Single(Of(plan, null, (100, 110, 85, 95)).Run().Fills);
        BacktestTrade stopped = Assert.Single(Of(plan, null, (100, 110, 81, 95)).Run().Trades);
        Assert.Equal((FillReason.StopLoss, 81.0, 0), (stopped.ExitReason, stopped.ExitPrice, stopped.BarsHeld));
    }

    // Filled at the open, the bar's low and high count as for any fill at an open.
    [Fact]
    public void Limit_FillsAtTheOpen_TargetCountsInThatBar()
    {
        OrderPlan plan = new() { TakeProfits = [new TakeProfit(new Distance.Ratio(0.1), 1)] };

        BacktestTrade trade = Assert.Single(Of(plan, null, (80, 88.1, 80, 85)).Run().Trades);

        Assert.Equal((FillReason.TakeProfit, 88.0), (trade.ExitReason, trade.ExitPrice));
    }

    // The trail begins with the next bar; that bar's high counts neither for the trail nor for `after`.
    [Fact]
    public void Limit_FillsInside_ThatHighDoesNotCountForTheTrail()
    {
        OrderPlan trail = new() { Trailing = new TrailingStop(new Distance.Ratio(0.05), null) };
        OrderPlan after = new() { Trailing = new TrailingStop(new Distance.Ratio(0.05), 0.1) };

        // The trail would stand at 85.5 in the bar of the fill, and from the next bar at 90 × 0.95, not 120 × 0.95.
        BacktestTrade trade = Assert.Single(
            Of(trail, null, (100, 120, 80, 90), (90, 90, 86, 88), (88, 88, 85, 86)).Run().Trades);
        Assert.Equal((85.5, Scenario.Start + 3 * HourMillis), (trade.ExitPrice, trade.ExitMillis));
        Assert.Empty(Of(after, null, (100, 120, 80, 90), (90, 90, 70, 88)).Run().Trades);
    }

    // Rests from bar t + 1: the signal bar's own low does not fill it.
    [Fact]
    public void Limit_SignalBarsOwnLow_DoesNotFill()
    {
        Scenario scenario = new() { Orders = new OrderPlan { Entry = new EntryPlan.AtLimit(0.1, null) } };
        scenario.Symbol((100, 100, 50, 100)).Flat(100, 3).Enter(0);

        Assert.Empty(scenario.Run().Fills);
    }

    // Reserved cash is not there for another symbol (contracts 4.14, 4.16).
    [Fact]
    public void Limit_TwoSymbols_TheSecondHasOnlyWhatIsNotReserved()
    {
        OrderPlan plan = new()
        {
            Entry = new EntryPlan.AtLimit(0.1, null),
            Size = new SizePlan.PercentOfEquity(0.75),
        };
        Scenario scenario = new() { Orders = plan };
        scenario.Symbol().Flat(100).Then((100, 100, 80, 90)).Enter(0);
        scenario.Symbol().Flat(100).Then((100, 100, 80, 90)).Enter(0);

        BacktestResult result = scenario.Run();

        Assert.Equal([750 / 90.0, 250 / 90.0], result.Fills.Select(f => f.Quantity));
        Assert.Equal(0, result.Cash[1], 9);
    }

    private static Scenario Of(
        OrderPlan orders, int? expires, params (double Open, double High, double Low, double Close)[] candles)
    {
        Scenario scenario = new() { Orders = orders with { Entry = new EntryPlan.AtLimit(0.1, expires) } };
        scenario.Symbol().Flat(100).Then(candles).Enter(0);
        return scenario;
    }
}
