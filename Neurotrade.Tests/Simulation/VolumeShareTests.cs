using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Simulation;

/// <summary>Slippage by share of volume: contracts 4.18. Impact 1%, limit 10%; free of fees.</summary>
public sealed class VolumeShareTests
{
    private const long HourMillis = 3_600_000;

    // Sized with the most that slippage can be; filled at what it is.
    [Fact]
    public void Entry_BarTakesItAll_PaysForItsShareOnly()
    {
        Scenario scenario = Of(new OrderPlan());
        scenario.Symbols[0].Flat(100, 3);

        BacktestFill fill = Assert.Single(scenario.Run().Fills);

        double q = 1000 / (100 * (1 + 0.01 * 0.1) * (1 + 0.0));
        Assert.Equal(q, fill.Quantity);
        Assert.Equal(100 * (1 + 0.01 * q / 1000), fill.Price);
    }

    // Each bar takes its share; the rest at the next opens. Price, levels and trade are of the weighted fills.
    [Fact]
    public void Entry_ThinBars_FillsOverSeveralOpens()
    {
        Scenario scenario = Of(new OrderPlan());
        scenario.Symbols[0].Flat(100, 6).Volumes(1000, 50, 40, 1000, 1000, 1000).Exit(3);

        BacktestResult result = scenario.Run();

        Assert.Equal([5.0, 4, 0.990], result.Fills.Take(3).Select(f => Math.Round(f.Quantity, 4)));
        Assert.Equal([100.1, 100.1], result.Fills.Take(2).Select(f => Math.Round(f.Price, 9)));
        BacktestTrade trade = Assert.Single(result.Trades);
        Assert.Equal(1000 / 100.1, trade.Quantity, 9);
        double notional = result.Fills.Take(3).Sum(f => f.Quantity * f.Price);
        Assert.Equal(notional / trade.Quantity, trade.EntryPrice, 9);
        Assert.Equal((Scenario.Start + HourMillis, 3), (trade.EntryMillis, trade.BarsHeld));
        Assert.Single(result.Fills.Take(3).Select(f => f.OrderId).Distinct());
    }

    // The rest is capped by cash again: the price has doubled, so half of the rest can be paid.
    [Fact]
    public void Entry_RestAtAHigherOpen_IsCappedByCash()
    {
        Scenario scenario = Of(new OrderPlan());
        scenario.Symbols[0].Flat(100, 2).Flat(200, 4).Volumes(1000, 50, 1000, 1000, 1000, 1000);

        BacktestResult result = scenario.Run();

        double left = 1000 - result.Fills[0].Quantity * result.Fills[0].Price;
        Assert.Equal(2, result.Fills.Length);
        Assert.Equal(left / (200 * (1 + 0.01 * 0.1)), result.Fills[1].Quantity, 9);
        Assert.True(result.Cash[^1] >= 0);
    }

    // A bar of volume 0 fills nothing; the order waits.
    [Fact]
    public void Entry_BarWithoutVolume_WaitsForTheNext()
    {
        Scenario scenario = Of(new OrderPlan());
        scenario.Symbols[0].Flat(100, 4).Volumes(1000, 0, 1000, 1000);

        Assert.Equal(Scenario.Start + 2 * HourMillis, Assert.Single(scenario.Run().Fills).Millis);
    }

    // Exits too: the rest at the next open, with the reason that began it.
    [Fact]
    public void Exit_ThinBars_SellsOverSeveralOpens()
    {
        Scenario scenario = Of(new OrderPlan());
        scenario.Symbols[0].Flat(100, 6).Volumes(1000, 1000, 60, 30, 1000, 1000).Exit(1);

        BacktestResult result = scenario.Run();

        Assert.Equal([6.0, 3, 0.9900], result.Fills.Skip(1).Select(f => Math.Round(f.Quantity, 4)));
        Assert.All(result.Fills.Skip(1), fill => Assert.Equal(FillReason.Signal, fill.Reason));
        Assert.Equal(99.9, result.Fills[1].Price, 9);
        Assert.Equal(Scenario.Start + 4 * HourMillis, Assert.Single(result.Trades).ExitMillis);
    }

    // Stops included: what the bar does not take at the level goes at the next open, whatever the price does.
    [Fact]
    public void Stop_ThinBar_RestGoesAtTheNextOpen()
    {
        Scenario scenario = Of(new OrderPlan { StopLoss = new Distance.Ratio(0.1) });
        scenario.Symbols[0].Flat(100, 2).Then((100, 100, 80, 95)).Flat(120, 3).Volumes(1000, 1000, 60, 1000, 1000, 1000);

        BacktestResult result = scenario.Run();

        double entry = result.Fills[0].Price;
        Assert.Equal(
            [(6.0, Math.Round(entry * 0.9 * 0.999, 6)), (3.99, Math.Round(120 * (1 - 0.01 * 3.99001 / 1000), 3))],
            [
                (result.Fills[1].Quantity, Math.Round(result.Fills[1].Price, 6)),
                (Math.Round(result.Fills[2].Quantity, 4), Math.Round(result.Fills[2].Price, 3)),
            ]);
        Assert.Equal(FillReason.StopLoss, Assert.Single(result.Trades).ExitReason);
    }

    // A stop reached in a bar without volume sells at the next open; a signal in between does not rename it.
    [Fact]
    public void Stop_BarWithoutVolume_SellsAtTheNextOpenAsAStop()
    {
        Scenario scenario = Of(new OrderPlan { StopLoss = new Distance.Ratio(0.1) });
        scenario.Symbols[0].Flat(100, 2).Flat(80, 4).Volumes(1000, 1000, 0, 1000, 1000, 1000).Exit(2);

        BacktestTrade trade = Assert.Single(scenario.Run().Trades);

        Assert.Equal((FillReason.StopLoss, Scenario.Start + 3 * HourMillis), (trade.ExitReason, trade.ExitMillis));
    }

    // An exit drops the rest of an entry.
    [Fact]
    public void Exit_WhileTheEntryFills_DropsItsRest()
    {
        Scenario scenario = Of(new OrderPlan());
        scenario.Symbols[0].Flat(100, 6).Volumes(1000, 50, 1000, 1000, 1000, 1000).Exit(1);

        BacktestResult result = scenario.Run();

        Assert.Equal([(TradeSide.Buy, 5.0), (TradeSide.Sell, 5.0)], result.Fills.Select(f => (f.Side, f.Quantity)));
        Assert.Equal(5, Assert.Single(result.Trades).Quantity);
    }

    // A target is no market order: it pays no slippage and is not shared out; it too drops the rest of the entry.
    [Fact]
    public void Target_WhileTheEntryFills_TakesAllAndDropsTheRest()
    {
        Scenario scenario = Of(new OrderPlan { TakeProfits = [new TakeProfit(new Distance.Ratio(0.1), 1)] });
        scenario.Symbols[0].Flat(100).Then((100, 112, 100, 112)).Flat(100, 3).Volumes(1000, 50, 1000, 1000, 1000);

        BacktestResult result = scenario.Run();

        Assert.Equal(2, result.Fills.Length);
        Assert.Equal((5.0, 100 * (1 + 0.01 * 5 / 50) * (1 + 0.1)), (result.Fills[1].Quantity, result.Fills[1].Price));
    }

    private static Scenario Of(OrderPlan orders)
    {
        Scenario scenario = new()
        {
            Orders = orders,
            Costs = new CostModel
            {
                MakerFee = 0,
                TakerFee = 0,
                Slippage = new SlippageModel.VolumeShare(0.01, 0.1),
            },
        };
        scenario.Symbol().Enter(0);
        return scenario;
    }
}
