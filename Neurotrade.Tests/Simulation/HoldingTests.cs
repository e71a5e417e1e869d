using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Simulation;

/// <summary>Trail start, longest holding and cooldown: contracts 4.13, and the order of reasons in 4.7.</summary>
public sealed class HoldingTests
{
    private const long HourMillis = 3_600_000;

    // contracts 4.13: the trail starts once a completed bar's high has reached entry × (1 + x).
    [Fact]
    public void TrailAfter_HighNotReached_TrailSleeps()
    {
        Assert.Empty(Trailed((100, 109.9, 99, 100), (100, 100, 80, 85)).Trades);
    }

    [Fact]
    public void TrailAfter_HighReached_ActsFromTheNextBar()
    {
        // 110 starts it; in that bar itself even 80 does not count; then 110 × 0.95 = 104.5.
        BacktestTrade trade = Assert.Single(Trailed((100, 110.00000000000001, 80, 109), (109, 109, 104, 105)).Trades);

        Assert.Equal((FillReason.TrailingStop, 104.5), (trade.ExitReason, Math.Round(trade.ExitPrice, 9)));
        Assert.Equal(Scenario.Start + 2 * HourMillis, trade.ExitMillis);
    }

    // contracts 4.13: `n bars` at the open of the n-th bar after that of the fill.
    [Fact]
    public void MaxHolding_Bars_LeavesAtTheOpenOfTheNth()
    {
        BacktestTrade trade = Assert.Single(Held(new TimeSpanOrBars.Bars(2), gap: 0).Trades);

        Assert.Equal(
            (FillReason.MaxHolding, Scenario.Start + 3 * HourMillis, 2),
            (trade.ExitReason, trade.ExitMillis, trade.BarsHeld));
    }

    // contracts 4.13: a time leaves at the first bar that opens at least so much later; bars count candles.
    [Theory]
    [InlineData(2 * HourMillis, 0, 3)]
    [InlineData(2 * HourMillis + 1, 0, 4)]
    [InlineData(2 * HourMillis, 5, 7)]
    public void MaxHolding_Time_LeavesAtTheFirstBarThatLate(long millis, int gap, int hour)
    {
        BacktestTrade trade = Assert.Single(Held(new TimeSpanOrBars.Time(millis), gap).Trades);

        Assert.Equal((FillReason.MaxHolding, Scenario.Start + hour * HourMillis), (trade.ExitReason, trade.ExitMillis));
    }

    [Fact]
    public void MaxHolding_BarsOverAGap_CountsCandles()
    {
        BacktestTrade trade = Assert.Single(Held(new TimeSpanOrBars.Bars(2), gap: 5).Trades);

        Assert.Equal(Scenario.Start + 8 * HourMillis, trade.ExitMillis);
    }

    // contracts 4.7: reasons in the order risk, signal, max_holding.
    [Fact]
    public void MaxHolding_SignalAtTheSameOpen_SignalNamesIt()
    {
        Scenario scenario = new() { Orders = new OrderPlan { MaxHolding = new TimeSpanOrBars.Bars(1) } };
        scenario.Symbol().Flat(100, 4).Enter(0).Exit(1);

        BacktestTrade trade = Assert.Single(scenario.Run().Trades);

        Assert.Equal((FillReason.Signal, 1), (trade.ExitReason, trade.BarsHeld));
    }

    // contracts 4.7: orders at an open come before that bar's levels.
    [Fact]
    public void MaxHolding_OpenBeyondTheStop_MaxHoldingNamesIt()
    {
        OrderPlan plan = new() { MaxHolding = new TimeSpanOrBars.Bars(1), StopLoss = new Distance.Ratio(0.05) };
        Scenario scenario = new() { Orders = plan };
        scenario.Symbol().Flat(100, 2).Flat(90).Enter(0);

        Assert.Equal(FillReason.MaxHolding, Assert.Single(scenario.Run().Trades).ExitReason);
    }

    // contracts 4.13: ignores entry rules at the closes of the n bars from the bar of the exit on.
    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 4)]
    [InlineData(3, 6)]
    public void Cooldown_EntryAlwaysTrue_EntersAfterNBars(int bars, int entryBar)
    {
        OrderPlan plan = new() { CooldownBars = bars, StopLoss = new Distance.Ratio(0.05) };
        Scenario scenario = new() { Orders = plan };

        // Bought in bar 1, stopped in bar 2.
        scenario.Symbol().Flat(100, 2).Then((100, 100, 90, 95)).Flat(95, 6).EnterAlways();

        BacktestResult result = scenario.Run();

        Assert.Equal(Scenario.Start + entryBar * HourMillis, result.Fills[2].Millis);
    }

    // contracts 3: position.* as the exit rule sees it.
    [Fact]
    public void ExitRule_AsksThePosition_SeesEntryPriceAndBar()
    {
        List<(int Bar, double Price, int EntryBar)> seen = [];
        Scenario scenario = new();
        scenario.Symbol().Flat(100).Flat(90, 5).Enter(0).ExitWhen((bar, position) =>
        {
            seen.Add((bar, position.EntryPrice, position.EntryBar));
            return position.IsOpen && bar - position.EntryBar == 2 ? Truth.True : Truth.Unknown;
        });

        BacktestTrade trade = Assert.Single(scenario.Run().Trades);

        Assert.Equal((90.0, 3), (trade.EntryPrice, trade.BarsHeld));
        Assert.Contains((2, 90.0, 1), seen);
    }

    private static BacktestResult Trailed(params (double Open, double High, double Low, double Close)[] candles)
    {
        OrderPlan plan = new() { Trailing = new TrailingStop(new Distance.Ratio(0.05), 0.1) };
        Scenario scenario = new() { Orders = plan };
        scenario.Symbol().Flat(100).Then(candles).Enter(0);
        return scenario.Run();
    }

    private static BacktestResult Held(TimeSpanOrBars longest, int gap)
    {
        Scenario scenario = new() { Orders = new OrderPlan { MaxHolding = longest } };
        scenario.Symbol().Flat(100, 2).Gap(gap).Flat(100, 4).Enter(0);
        return scenario.Run();
    }
}
