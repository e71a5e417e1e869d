using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Simulation;

/// <summary>Partial take-profits: contracts 4.12. Ten units at 100 in bar 1; targets 102 (50%), 104 (30%), 110 (rest).</summary>
public sealed class LadderTests
{
    private static readonly OrderPlan Ladder = new()
    {
        StopLoss = new Distance.Ratio(0.05),
        TakeProfits =
        [
            new TakeProfit(new Distance.Ratio(0.02), 0.5),
            new TakeProfit(new Distance.Ratio(0.04), 0.3),
            new TakeProfit(new Distance.Ratio(0.1), 1),
        ],
    };

    // All that a bar reaches fill, each at its level, nearest first; the last takes all that is left.
    [Fact]
    public void Targets_AllReachedInOneBar_FillEachAtItsLevel()
    {
        BacktestResult result = Run((100, 111, 100, 108));

        Assert.Equal([(102.0, 5.0), (104, 3), (110.00000000000001, 2)], Exits(result));
        BacktestTrade trade = Assert.Single(result.Trades);
        Assert.Equal(10, trade.Quantity);
        Assert.Equal((510 + 312 + 220) / 10.0, trade.ExitPrice, 9);
        Assert.Equal(42, trade.Pnl, 9);
        Assert.Equal(0.042, trade.PnlPct, 9);
        Assert.Equal(FillReason.TakeProfit, trade.ExitReason);
    }

    // A stop reached later closes the rest, and is the reason of the trade's last fill.
    [Fact]
    public void Targets_OneReachedThenTheStop_StopClosesTheRest()
    {
        BacktestResult result = Run((100, 103, 100, 101), (101, 101, 94, 96));

        Assert.Equal([(102.0, 5.0), (95, 5)], Exits(result));
        BacktestTrade trade = Assert.Single(result.Trades);
        Assert.Equal((FillReason.StopLoss, 10 - 25), (trade.ExitReason, (int)trade.Pnl));
        Assert.Equal(Scenario.Start + 2 * 3_600_000L, trade.ExitMillis);
        Assert.Equal(1, trade.BarsHeld);
    }

    // contracts 4.5: low before high, so a bar that reaches a target and the stop inside is a stop of everything.
    [Fact]
    public void Targets_OneAndTheStopReachedInside_EverythingIsStopped()
    {
        Assert.Equal([(95.0, 10.0)], Exits(Run((100, 103, 94, 101))));
    }

    // contracts 4.12: the open beyond a target comes first, then a stop later in that bar closes the rest.
    [Fact]
    public void Targets_OpenBeyondOneThenTheStop_OpenFillsThenStop()
    {
        BacktestResult result = Run((100, 101, 100, 101), (105, 105, 94, 96));

        Assert.Equal([(105.0, 5.0), (105, 3), (95, 2)], Exits(result));
        Assert.Equal(FillReason.StopLoss, Assert.Single(result.Trades).ExitReason);
    }

    // contracts 4.12: beyond one at the open, another inside.
    [Fact]
    public void Targets_OpenBeyondTheFirstHighReachesTheSecond_EachAtItsOwn()
    {
        Assert.Equal([(103.0, 5.0), (104, 3)], Exits(Run((100, 101, 100, 101), (103, 106, 102, 104))));
    }

    // contracts 4.12: pnl = Σ over exits in order of (q·p − fee), then − cost.
    [Fact]
    public void Pnl_WithFees_IsTheSumOfExitsLessCost()
    {
        Scenario scenario = Of((100, 103, 100, 101), (101, 101, 94, 96));
        scenario.Costs = new CostModel { MakerFee = 0.001, TakerFee = 0.002 };

        BacktestResult result = scenario.Run();

        double q = 1000 / (100 * (1 + 0.002));
        double cost = q * 100 + q * 100 * 0.002;
        double first = 0.5 * q * 102 - 0.5 * q * 102 * 0.001;
        double left = q - 0.5 * q;
        double second = left * 95 - left * 95 * 0.002;
        Assert.Equal(first + second - cost, Assert.Single(result.Trades).Pnl);
    }

    // A signal sells what the ladder has left.
    [Fact]
    public void Signal_AfterOneTarget_SellsTheRest()
    {
        Scenario scenario = Of((100, 103, 100, 101), (101, 101, 99, 100));
        scenario.Symbols[0].Exit(1);

        BacktestResult result = scenario.Run();

        Assert.Equal([(102.0, 5.0), (101, 5)], Exits(result));
        Assert.Equal(FillReason.Signal, Assert.Single(result.Trades).ExitReason);
    }

    // contracts 4.8: what is left of a trade at the end is open, its earlier exits in fills only.
    [Fact]
    public void Run_PartlyClosedAtTheEnd_IsNotATrade()
    {
        BacktestResult result = Run((100, 103, 100, 101));

        Assert.Empty(result.Trades);
        OpenPosition open = Assert.Single(result.OpenPositions);
        Assert.Equal((5.0, 10.0 + 5), (open.Quantity, open.UnrealizedPnl));
    }

    // contracts 4.12: nearest level first, also where a range puts a later target nearer.
    [Fact]
    public void Targets_RangePutsTheSecondNearer_NearestFillsFirst()
    {
        OrderPlan plan = new()
        {
            TakeProfits =
            [
                new TakeProfit(new Distance.Ratio(0.05), 0.25),
                new TakeProfit(new Distance.Atr(1), 0.5),
                new TakeProfit(new Distance.Ratio(0.1), 1),
            ],
        };
        Scenario scenario = new() { Orders = plan };
        scenario.Symbol().Flat(100).Then((100, 106, 100, 101)).Enter(0).Atr(0, 2);

        Assert.Equal([(102.0, 5.0), (105, 2.5)], Exits(scenario.Run()));
    }

    private static Scenario Of(params (double Open, double High, double Low, double Close)[] candles)
    {
        Scenario scenario = new() { Orders = Ladder };
        scenario.Symbol().Flat(100).Then(candles).Enter(0);
        return scenario;
    }

    private static BacktestResult Run(params (double Open, double High, double Low, double Close)[] candles) =>
        Of(candles).Run();

    private static IEnumerable<(double Price, double Quantity)> Exits(BacktestResult result) =>
        result.Fills.Where(f => f.Side == TradeSide.Sell).Select(f => (f.Price, f.Quantity));
}
