using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Simulation;

/// <summary>Risk in a backtest: contracts 4.21. Bars of twelve hours, so two a UTC day.</summary>
public sealed class RiskLimitTests
{
    private const long BarMillis = 12 * 3_600_000;

    // At ≥: a fall of exactly the limit halts, for the rest of the run; what is held stays held.
    [Fact]
    public void Drawdown_ReachesTheLimit_BlocksEntriesForever()
    {
        Scenario scenario = Of(new RiskLimits { MaxDrawdown = new LossLimit(0.1, LossAction.Halt) });
        scenario.Symbol().Flat(100, 2).Flat(90).Flat(200, 6).Enter(0, 4, 6).Exit(3);

        BacktestResult result = scenario.Run();

        Assert.Equal(FillReason.Signal, Assert.Single(result.Trades).ExitReason);
        Assert.Equal(2, result.Counts.EntriesRefusedByRisk["max_drawdown"]);
    }

    [Fact]
    public void Drawdown_JustBelowTheLimit_DoesNothing()
    {
        Scenario scenario = Of(new RiskLimits { MaxDrawdown = new LossLimit(0.1, LossAction.Halt) });
        scenario.Symbol().Flat(100, 2).Flat(90.01).Flat(100, 4).Enter(0, 4).Exit(3);

        Assert.Equal(3, scenario.Run().Fills.Length);
    }

    // The peak starts at the capital: a loss in the very first trade counts.
    [Fact]
    public void Drawdown_FromTheCapital_CountsWithoutAnyGain()
    {
        Scenario scenario = Of(new RiskLimits { MaxDrawdown = new LossLimit(0.05, LossAction.FlattenAndHalt) });
        scenario.Costs = new CostModel { TakerFee = 0.06 };
        scenario.Symbol().Flat(100, 5).Enter(0);

        BacktestTrade trade = Assert.Single(scenario.Run().Trades);

        Assert.Equal((FillReason.Risk, 1), (trade.ExitReason, trade.BarsHeld));
    }

    // The peak is of bar closes: a high inside a bar is none.
    [Fact]
    public void Drawdown_HighInsideABar_IsNoPeak()
    {
        Scenario scenario = Of(new RiskLimits { MaxDrawdown = new LossLimit(0.2, LossAction.FlattenAndHalt) });
        scenario.Symbol().Flat(100, 2).Then((100, 200, 100, 110)).Flat(90, 3).Enter(0);

        Assert.Empty(scenario.Run().Trades);
    }

    // flatten_and_halt sells at the next open, reason risk, before a signal of the same close.
    [Fact]
    public void Flatten_SignalAtTheSameClose_RiskNamesTheExit()
    {
        Scenario scenario = Of(new RiskLimits { MaxDrawdown = new LossLimit(0.1, LossAction.FlattenAndHalt) });
        scenario.Symbol().Flat(100, 2).Flat(90).Flat(95, 3).Enter(0).Exit(2);

        BacktestTrade trade = Assert.Single(scenario.Run().Trades);

        Assert.Equal((FillReason.Risk, 95.0), (trade.ExitReason, trade.ExitPrice));
    }

    // The day's first equity is the close of its first bar; the halt ends at 00:00 UTC.
    [Fact]
    public void DailyLoss_ReachedInTheDay_HaltsUntilMidnight()
    {
        Scenario scenario = Of(new RiskLimits { MaxDailyLoss = new LossLimit(0.05, LossAction.FlattenAndHalt) });

        // Day 0: bars 0, 1. Day 1: bars 2 (first equity 980), 3 (931: −5%), sold at bar 4. Day 2: bars 4, 5.
        scenario.Symbol().Flat(100, 2).Flat(98).Flat(93.1).Flat(93, 4).Enter(0, 4);
        scenario.Symbol().Flat(100, 8).Enter(3);

        BacktestResult result = scenario.Run();

        Assert.Equal(
            [(FillReason.Entry, 1), (FillReason.Risk, 4), (FillReason.Entry, 5)],
            result.Fills.Select(f => (f.Reason, (int)((f.Millis - Scenario.Start) / BarMillis))));
        Assert.Equal(1, result.Counts.EntriesRefusedByRisk["max_daily_loss"]);
    }

    // A loss over midnight is no loss of the new day.
    [Fact]
    public void DailyLoss_FallOverMidnight_DoesNotCount()
    {
        Scenario scenario = Of(new RiskLimits { MaxDailyLoss = new LossLimit(0.05, LossAction.FlattenAndHalt) });
        scenario.Symbol().Flat(100, 2).Flat(80, 2).Flat(60, 2).Enter(0);

        Assert.Empty(scenario.Run().Trades);
    }

    // A halt that begins at a close drops entry orders not yet filled: B's waits for its next candle.
    [Fact]
    public void Halt_Begins_DropsAnOrderThatWaits()
    {
        RiskLimits risk = new() { MaxDrawdown = new LossLimit(0.05, LossAction.Halt) };
        Scenario scenario = Of(risk, new SizePlan.PercentOfEquity(0.5));
        scenario.Symbol().Flat(100, 2).Flat(80, 3).Enter(0);
        scenario.Symbol().Flat(100, 2).Gap(1).Flat(100, 2).Enter(1);

        BacktestResult result = scenario.Run();

        Assert.Equal("A/USDT", Assert.Single(result.Fills).Symbol.ToString());
    }

    [Fact]
    public void Halt_Begins_DropsALimitAndCountsIt()
    {
        RiskLimits risk = new() { MaxDrawdown = new LossLimit(0.05, LossAction.Halt) };
        Scenario scenario = Of(risk, new SizePlan.PercentOfEquity(0.5));
        scenario.Orders = scenario.Orders with { Entry = new EntryPlan.AtLimit(0.01, null) };
        scenario.Symbol().Flat(100).Then((100, 100, 98, 100)).Flat(80, 3).Enter(0);
        scenario.Symbol().Flat(100, 3).Then((100, 100, 50, 100)).Enter(1);

        BacktestResult result = scenario.Run();

        Assert.Single(result.Fills);
        Assert.Equal(1, result.Counts.EntriesNotFilled);
        Assert.Equal(1000 - 0.5 * 1000, result.Cash[^1], 9);
    }

    // stoploss_guard: two stops within two days lock entries for one day, from the bar of the second on.
    [Fact]
    public void Guard_TwoStopsInTime_LocksFromThatBar()
    {
        BacktestResult result = Guarded(within: 4 * BarMillis);

        // Bought and stopped in bars 1 and 2: locked at the closes of 2 and 3. In and out again in 5: with the stop in 2
        // that makes two, locked at 5 and 6. Then in 8, locked at its close.
        Assert.Equal([1, 1, 2, 2, 5, 5, 8, 8], Bars(result));
        Assert.Equal(5, result.Counts.EntriesRefusedByRisk["stoploss_guard"]);
    }

    // T − exit < within: exactly `within` apart does not count.
    [Fact]
    public void Guard_StopsExactlyWithinApart_DoesNotLock()
    {
        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4], Bars(Guarded(within: BarMillis)).Take(8));
    }

    // max_positions counts positions and orders not yet filled, in list order at one close.
    [Fact]
    public void MaxPositions_TwoEntriesAtOneClose_TheSecondIsRefused()
    {
        Scenario scenario = Of(new RiskLimits { MaxPositions = 1 }, new SizePlan.QuoteAmount(100));
        scenario.Symbol().Flat(100, 4).Enter(0);
        scenario.Symbol().Flat(100, 4).Enter(0, 1);

        BacktestResult result = scenario.Run();

        Assert.Equal("A/USDT", Assert.Single(result.Fills).Symbol.ToString());
        Assert.Equal(2, result.Counts.EntriesRefusedByRisk["max_positions"]);
    }

    // A position leaving at the next open still counts.
    [Fact]
    public void MaxPositions_TheOtherLeavesAtTheNextOpen_StillCounts()
    {
        Scenario scenario = Of(new RiskLimits { MaxPositions = 1 }, new SizePlan.QuoteAmount(100));
        scenario.Symbol().Flat(100, 5).Enter(0).Exit(1);
        scenario.Symbol().Flat(100, 5).Enter(1, 2);

        BacktestResult result = scenario.Run();

        Assert.Equal([("A/USDT", 1), ("A/USDT", 2), ("B/USDT", 3)],
            result.Fills.Select(f => (f.Symbol.ToString(), (int)((f.Millis - Scenario.Start) / BarMillis))));
    }

    // max_exposure: limit × equity − positions at this close − budgets not yet filled, in list order.
    [Fact]
    public void MaxExposure_ThreeEntries_CapsTheThird()
    {
        Scenario scenario = Of(new RiskLimits { MaxExposure = 0.5 }, new SizePlan.PercentOfEquity(0.2));
        scenario.Symbol().Flat(100, 4).Enter(0);
        scenario.Symbol().Flat(100, 4).Enter(0);
        scenario.Symbol().Flat(100, 4).Enter(0);
        scenario.Symbol().Flat(100, 4).Enter(0, 1);

        BacktestResult result = scenario.Run();

        Assert.Equal([2.0, 2, 1], result.Fills.Select(f => Math.Round(f.Quantity, 9)));
        Assert.Equal(2, result.Counts.EntriesRefusedByRisk["max_exposure"]);
    }

    // Positions count at their marks of this close.
    [Fact]
    public void MaxExposure_PositionHasRisen_LeavesLess()
    {
        Scenario scenario = Of(new RiskLimits { MaxExposure = 0.5 }, new SizePlan.PercentOfEquity(0.25));
        scenario.Symbol().Flat(100).Then((100, 160, 100, 160)).Flat(160, 2).Enter(0);
        scenario.Symbol().Flat(100, 4).Enter(1);

        // Equity 750 + 2.5 × 160 = 1150; half is 575, less 400: 175 of the 287.5 asked for.
        Assert.Equal(1.75, scenario.Run().Fills[1].Quantity, 9);
    }

    // A risk size's budget is r × equity / distance × price; capped, it buys for the cap only.
    [Fact]
    public void MaxExposure_RiskSize_IsCappedByItsBudget()
    {
        SizePlan size = new SizePlan.Risk(0.02, new Distance.Ratio(0.05));
        Scenario free = Of(new RiskLimits(), size);
        free.Symbol().Flat(100, 3).Enter(0);
        Scenario capped = Of(new RiskLimits { MaxExposure = 0.3 }, size);
        capped.Symbol().Flat(100, 3).Enter(0);

        Assert.Equal(4, Assert.Single(free.Run().Fills).Quantity, 9);
        Assert.Equal(3, Assert.Single(capped.Run().Fills).Quantity, 9);
    }

    private static BacktestResult Guarded(long within)
    {
        StoplossGuard guard = new(2, new TimeSpanOrBars.Time(within), new TimeSpanOrBars.Bars(2));
        Scenario scenario = Of(new RiskLimits { Protections = [guard] });
        scenario.Orders = scenario.Orders with { StopLoss = new Distance.Ratio(0.05) };
        SymbolScenario symbol = scenario.Symbol().Flat(100).EnterAlways();
        for (int i = 0; i < 8; i++)
        {
            symbol.Then((100, 100, 90, 100));
        }

        return scenario.Run();
    }

    private static IEnumerable<int> Bars(BacktestResult result) =>
        result.Fills.Select(f => (int)((f.Millis - Scenario.Start) / BarMillis));

    private static Scenario Of(RiskLimits risk, SizePlan? size = null)
    {
        Assert.True(Timeframe.TryParse("12h", out Timeframe half));
        return new Scenario
        {
            Timeframe = half,
            Risk = risk,
            Orders = new OrderPlan { Size = size ?? new SizePlan.PercentOfEquity(1) },
        };
    }
}
