using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Simulation;

/// <summary>The walk allocates its columns and what the trades need, nothing a bar.</summary>
public sealed class AllocationTests
{
    // Times, equity, cash and position value are 32 bytes a bar, in the fused walk once they are asked for; the look ahead
    // for losses is 8, bits 1/8.
    [Theory]
    [InlineData(false, 0, 0.4)]
    [InlineData(true, 32, 41)]
    public void Run_OneLongPosition_AllocatesOnlyColumns(bool hasLimits, double least, double most)
    {
        const int bars = 50_000;
        Scenario scenario = new() { Orders = new OrderPlan { Trailing = new TrailingStop(new Distance.Ratio(0.9), null) } };
        scenario.Risk = hasLimits
            ? new RiskLimits { MaxDrawdown = new LossLimit(0.9, LossAction.Halt) }
            : new RiskLimits();
        scenario.Symbol().Flat(100, bars).Enter(0).Exit(bars - 10);
        BacktestInput input = scenario.Input(isDense: false);
        System.Collections.Immutable.ImmutableArray<SymbolSignals> signals = scenario.Signals();
        CancellationToken token = TestContext.Current.CancellationToken;
        Backtest.Run(input, signals, null, token);

        long before = GC.GetAllocatedBytesForCurrentThread();
        BacktestResult result = Backtest.Run(input, signals, null, token);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(2, result.Fills.Length);
        Assert.InRange(allocated, (long)(least * bars), (long)(most * bars));
        before = GC.GetAllocatedBytesForCurrentThread();
        int values = result.Times.Length + result.Equity.Length + result.Cash.Length + result.PositionValue.Length;
        Assert.Equal(4 * bars, values);
        allocated += GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange(allocated, 32 * bars, (long)(41.5 * bars));
    }

    // A sweep's walk writes no columns: what it allocates is the same however long the history is.
    [Fact]
    public void FusedWalk_TakingFigures_AllocatesNothingABar()
    {
        Assert.Equal(Allocated(10_000), Allocated(80_000));
        Assert.InRange(Allocated(80_000), 0, 2_000);
    }

    private static long Allocated(int bars)
    {
        Scenario scenario = new()
        {
            Orders = new OrderPlan
            {
                StopLoss = new Distance.Ratio(0.5),
                Trailing = new TrailingStop(new Distance.Ratio(0.9), null),
                TakeProfits = [new TakeProfit(new Distance.Ratio(0.9), 1)],
            },
        };
        scenario.Symbol().Flat(100, bars).Enter(0).Exit(bars - 10);
        BacktestInput input = scenario.Input(isDense: false);
        SymbolSignals signals = scenario.Signals()[0];
        FigureRoom room = new(SweepData.Of(input), bars);
        double[] row = new double[RunFigures.Count];
        Walk(input, signals, room, row);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Walk(input, signals, room, row);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(1, row[RunFigures.Trades]);
        return allocated;
    }

    private static void Walk(BacktestInput input, SymbolSignals signals, FigureRoom room, double[] row)
    {
        FigureLedger ledger = new(room, input.Strategy.Capital, input.Strategy.Market.Timeframe.Millis);
        FusedWalk<FigureLedger> walk = new(input, signals, room.Enters, ledger, room.Data.Ranges);
        walk.Run(null, CancellationToken.None).Write(row);
    }
}
