using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Simulation;

/// <summary>Bars walked in their finer candles: contracts 4.17. Hourly bars, two of 30 minutes in each.</summary>
public sealed class DetailTests
{
    private static readonly Timeframe Half = HalfHour();

    private static readonly OrderPlan StopAndTarget = new()
    {
        StopLoss = new Distance.Ratio(0.05),
        TakeProfits = [new TakeProfit(new Distance.Ratio(0.05), 1)],
    };

    // The finer candles say that the target came first.
    [Fact]
    public void Bar_ReachesBoth_TheFinerCandlesDecide()
    {
        BacktestResult result = Of(StopAndTarget, (100, 106, 100, 104), (104, 104, 94, 96)).Run();

        BacktestTrade trade = Assert.Single(result.Trades);
        Assert.Equal((FillReason.TakeProfit, 105.0), (trade.ExitReason, trade.ExitPrice));
        Assert.Equal(Scenario.Start + 3_600_000L, trade.ExitMillis);
        Assert.Equal(0, result.Counts.BarsWithoutDetail);
    }

    // Where one is missing the bar itself decides, and is counted.
    [Fact]
    public void Bar_LacksAFinerCandle_DecidesItselfAndIsCounted()
    {
        Scenario scenario = new() { Orders = StopAndTarget };
        scenario.Symbol().Flat(100).Then((100, 106, 94, 96)).Enter(0)
            .Detail(0, Half, (100, 100, 100, 100)).Detail(1, Half, (100, 106, 100, 104));

        BacktestResult result = scenario.Run();

        Assert.Equal(FillReason.StopLoss, Assert.Single(result.Trades).ExitReason);
        Assert.Equal(1, result.Counts.BarsWithoutDetail);
    }

    // Rule 5 for each finer candle: one that opens beyond the stop fills at its open.
    [Fact]
    public void FinerCandle_OpensBelowTheStop_FillsAtItsOpen()
    {
        Assert.Equal(90, Assert.Single(Of(StopAndTarget, (100, 101, 99, 99), (90, 91, 89, 90)).Run().Trades).ExitPrice);
    }

    // Trailing highs advance with each finer candle.
    [Fact]
    public void Trail_HighInTheFirstFinerCandle_CountsForTheSecond()
    {
        OrderPlan plan = new() { Trailing = new TrailingStop(new Distance.Ratio(0.05), null) };

        BacktestTrade trade = Assert.Single(Of(plan, (100, 110, 100, 108), (108, 108, 104, 106)).Run().Trades);

        Assert.Equal((104.5, 0), (trade.ExitPrice, trade.BarsHeld));
    }

    [Fact]
    public void TrailAfter_ReachedInTheFirstFinerCandle_ActsInTheSecond()
    {
        OrderPlan plan = new() { Trailing = new TrailingStop(new Distance.Ratio(0.05), 0.09) };

        Assert.Equal(104.5, Assert.Single(Of(plan, (100, 110, 90, 108), (108, 108, 104, 106)).Run().Trades).ExitPrice);
    }

    // contracts 4.12: a target in one finer candle, the stop in a later one closes the rest.
    [Fact]
    public void Ladder_TargetThenStopInOneBar_BothFill()
    {
        OrderPlan plan = StopAndTarget with
        {
            TakeProfits = [new TakeProfit(new Distance.Ratio(0.02), 0.5), new TakeProfit(new Distance.Ratio(0.05), 1)],
        };

        BacktestResult result = Of(plan, (100, 103, 100, 101), (101, 101, 94, 95)).Run();

        Assert.Equal([(102.0, 5.0), (95, 5)], result.Fills.Skip(1).Select(f => (f.Price, f.Quantity)));
    }

    // contracts 4.14 in finer candles: below it at its open fills there; inside only the stop counts in that one.
    [Fact]
    public void Limit_FinerCandleOpensBelowIt_FillsAtThatOpen()
    {
        Scenario scenario = Of(
            new OrderPlan { Entry = new EntryPlan.AtLimit(0.1, null) }, (100, 100, 95, 95), (85, 88, 84, 86));

        Assert.Equal(85, Assert.Single(scenario.Run().Fills).Price);
    }

    [Fact]
    public void Limit_FillsInsideTheFirst_TargetCountsInTheSecond()
    {
        OrderPlan plan = new()
        {
            Entry = new EntryPlan.AtLimit(0.1, null),
            TakeProfits = [new TakeProfit(new Distance.Ratio(0.1), 1)],
        };

        Assert.Single(Of(plan, (95, 100, 88, 95), (95, 98, 94, 95)).Run().Fills);
        BacktestTrade trade = Assert.Single(Of(plan, (95, 98, 88, 95), (95, 99.5, 94, 95)).Run().Trades);
        Assert.Equal((90 * (1 + 0.1), 0), (trade.ExitPrice, trade.BarsHeld));
    }

    // Nothing is counted where nothing is to be decided.
    [Fact]
    public void Bars_FlatAndWithoutDetail_AreNotCounted()
    {
        Scenario scenario = new() { Orders = StopAndTarget };
        scenario.Symbol().Flat(100, 6).Enter(2).Exit(3).Detail(0, Half, (100, 100, 100, 100));

        BacktestResult result = scenario.Run();

        Assert.Single(result.Trades);
        Assert.Equal(1, result.Counts.BarsWithoutDetail);
    }

    private static Scenario Of(OrderPlan orders, params (double Open, double High, double Low, double Close)[] finer)
    {
        Scenario scenario = new() { Orders = orders };
        (double Open, double High, double Low, double Close) bar =
            (finer[0].Open, finer.Max(f => f.High), finer.Min(f => f.Low), finer[^1].Close);
        scenario.Symbol().Flat(100).Then(bar).Enter(0)
            .Detail(0, Half, (100, 100, 100, 100), (100, 100, 100, 100)).Detail(1, Half, finer);
        return scenario;
    }

    private static Timeframe HalfHour()
    {
        Assert.True(Timeframe.TryParse("30m", out Timeframe half));
        return half;
    }
}
