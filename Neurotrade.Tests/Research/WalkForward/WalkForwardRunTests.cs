using System.Collections.Immutable;
using System.Text;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Research.WalkForward;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Tests.Research.WalkForward;

public sealed class WalkForwardRunTests
{
    private const long Hour = 3_600_000;

    private static readonly CandleSeries Candles = Sweeps.Sweeps.Candles(1200);

    private static SweepInput Input => Sweeps.Sweeps.Input(Sweeps.Sweeps.TwoAverages, Candles);

    // The choice is the first row of a sweep over the train range, and its test a backtest over the test range.
    [Fact]
    public void Run_EveryWindow_IsItsSweepsBestAndThatOnesBacktest()
    {
        (ImmutableArray<WindowResult> windows, WalkForwardPlan plan) = Run(Input);

        Assert.Equal((13, 13), (plan.Windows.Length, windows.Length));
        Assert.All(windows, result =>
        {
            SweepInput train = Input with { From = result.Window.TrainFrom, To = result.Window.TrainTo };
            SweepPart part = SweepPart.Begin(new MemoryStream(), train.Identity());
            Sweep.Run(train, part, null, TestContext.Current.CancellationToken);
            SweepRow best = part.Read(SweepSort.Sorted(part, train.Objective, () => new MemoryStream()).First().Place);
            SweepInput test = Input with { From = result.Window.TestFrom, To = result.Window.TestTo };

            Assert.Equal(best.Combination, result.Combination);
            Assert.Equal(Sweeps.Sweeps.Bits(best.Figures), Sweeps.Sweeps.Bits(result.Train));
            Assert.Equal(
                Sweeps.Sweeps.Bits(Sweeps.Sweeps.Backtested(test, Sweeps.Sweeps.TwoAverages, best.Combination)),
                Sweeps.Sweeps.Bits(result.Test));
        });
    }

    // What comes after a window has no part in it, nor what comes after its train range in what it chooses.
    [Fact]
    public void Run_OtherCandlesBehindAWindow_ChangeNothingBefore()
    {
        (ImmutableArray<WindowResult> windows, _) = Run(Input);
        foreach (int at in new[] { 0, 4, 9 })
        {
            int cut = Candles.IndexAtOrAfter(windows[at].Window.TestTo.UnixMillis);
            (ImmutableArray<WindowResult> other, _) = Run(Input with { Symbols = [new SymbolCandles(Changed(cut), null)] });

            Assert.Equal(windows.Take(at + 1).Select(Text), other.Take(at + 1).Select(Text));
            Assert.NotEqual(Text(windows[^1]), Text(other[^1]));

            int end = Candles.IndexAtOrAfter(windows[at].Window.TrainTo.UnixMillis);
            (other, _) = Run(Input with { Symbols = [new SymbolCandles(Changed(end), null)] });
            Assert.Equal(
                windows.Take(at + 1).Select(window => window.Combination), other.Take(at + 1).Select(window => window.Combination));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Run_AnyThreads_GivesTheSame(int threads) =>
        Assert.Equal(Table(Run(Input).Windows), Table(Run(Input with { Threads = threads }).Windows));

    // Choices are kept a row a window; a start that finds some goes on behind them.
    [Fact]
    public void Run_OnChoicesCutAnywhere_GivesTheSame()
    {
        WalkForwardPlan plan = WalkForwardPlan.Of(Input, 200 * Hour, 75 * Hour);
        byte[] identity = WalkForwardRun.IdentityOf(Input, plan);
        using MemoryStream whole = new();
        string table = Table(Finish(new WalkForwardRun(Input, plan, SweepPart.Begin(whole, identity)), Input));
        for (int length = 0; length < whole.Length; length += 700)
        {
            using MemoryStream cut = new();
            cut.Write(whole.ToArray().AsSpan(0, length));
            WalkForwardRun walk = new(Input, plan, SweepPart.Resume(cut, identity, "walkforward.part"));

            Assert.Equal(table, Table(Finish(walk, Input)));
        }
    }

    [Fact]
    public void Identity_AnythingThatAChoiceDependsOn_ChangesIt()
    {
        static string Of(SweepInput input, int train, int test) => Convert.ToHexString(
            WalkForwardRun.IdentityOf(input, WalkForwardPlan.Of(input, train * Hour, test * Hour)));

        string[] different =
        [
            Of(Input, 100, 50), Of(Input, 101, 50), Of(Input, 100, 51),
            Of(Input with { Objective = SweepObjective.Parse("calmar", 0) }, 100, 50),
            Of(Input with { Objective = SweepObjective.Parse("sharpe", 3) }, 100, 50),
            Of(Input with { DataFingerprint = "other" }, 100, 50),
        ];

        Assert.Equal(different.Length, different.Distinct().Count());
        Assert.Equal(different[0], Of(Input with { Threads = 1 }, 100, 50));
    }

    // Where nothing can be chosen nothing is done: the capital waits.
    [Fact]
    public void Run_WhereNoCombinationHasAnObjective_StaysInCash()
    {
        SweepInput input = Input with { Objective = SweepObjective.Parse("sharpe", 10_000) };

        (ImmutableArray<WindowResult> windows, _) = Run(input);
        BacktestResult joined = OutOfSample.Join(input.Template.Reading.Strategy, windows);

        Assert.All(windows, window => Assert.Null(window.Combination));
        Assert.All(joined.Equity, equity => Assert.Equal(10_000, equity));
        Assert.Null(WalkForwardEfficiency.Of(input.Objective, windows).Ratio);
        Assert.Equal(windows.Length + 1, Table(windows).TrimEnd('\n').Split('\n').Length);
        Assert.All(ParameterStability.Of(input.Plan, windows), one => Assert.Equal((0, null), (one.Distinct, one.Commonest)));
    }

    // Each range begins with what those before it came to; the joined run is one that could have been had.
    [Fact]
    public void Join_OfWindows_MultipliesWhatTheyCameTo()
    {
        (ImmutableArray<WindowResult> windows, _) = Run(Input);

        BacktestResult joined = OutOfSample.Join(Input.Template.Reading.Strategy, windows);

        double expected = windows.Aggregate(1.0, (all, window) => all * (window.Run.Equity[^1] / window.Run.Capital));
        Assert.Equal(expected, joined.Equity[^1] / joined.Capital, 12);
        Assert.Equal(windows.Sum(window => window.Run.Trades.Length), joined.Trades.Length);
        Assert.Equal(joined.Times.Order().Distinct(), joined.Times);
        Assert.Equal(windows[0].Window.TestFrom.UnixMillis, joined.Times[0]);
        Assert.Equal(joined.Fills.Select((_, at) => at + 1), joined.Fills.Select(fill => fill.Id));
        Assert.Equal(joined.Trades.Length, joined.Trades.Select(trade => trade.Id).Distinct().Count());
        Assert.Equal(windows.Sum(window => window.Run.InPosition.CountTrue()), joined.InPosition.CountTrue());
        Assert.All(Enumerable.Range(0, joined.Times.Length), bar =>
            Assert.Equal(joined.Equity[bar], joined.Cash[bar] + joined.PositionValue[bar], 6));
        foreach (BacktestTrade trade in joined.Trades)
        {
            double bought = joined.Fills.Where(fill => fill.TradeId == trade.Id && fill.Side == TradeSide.Buy).Sum(fill => fill.Quantity);
            Assert.Equal(trade.Quantity, bought, 9);
        }
    }

    // Chosen 0, 4, 4, 2 of five steps: three values, two changes, six steps in three moves over a range of four.
    [Fact]
    public void Stability_OfChoices_CountsTheirMoves()
    {
        ImmutableArray<WindowResult> windows = [.. Run(Input).Windows.Take(5)];
        long?[] stops = [0, 4, null, 4, 2];
        windows = [.. windows.Select((window, at) => window with { Combination = stops[at] })];

        ImmutableArray<ParameterStability> found = ParameterStability.Of(Input.Plan, windows);

        Assert.Equal(["fast", "slow", "stop"], found.Select(one => one.Name));
        Assert.Equal(new ParameterStability("stop", 3, 2, "5%", 0.5, 6.0 / 3 / 4), found[2]);
        Assert.Equal(new ParameterStability("fast", 1, 0, "3", 1, 0), found[0]);
    }

    [Fact]
    public void Efficiency_OfWindows_IsReturnADayOverReturnADay()
    {
        ImmutableArray<WindowResult> windows = [.. Run(Input).Windows.Take(2)];
        static double[] Row(double days, double gain)
        {
            double[] row = new double[RunFigures.Count];
            row[RunFigures.IndexOf("end")] = days * Instant.MillisPerDay;
            row[RunFigures.IndexOf("total_return")] = gain;
            row[RunFigures.Sharpe] = gain * 10;
            return row;
        }

        WalkForwardEfficiency found = WalkForwardEfficiency.Of(Input.Objective,
            [windows[0] with { Train = Row(40, 0.1), Test = Row(10, 0.02) }, windows[1] with { Train = Row(40, 0.3), Test = Row(10, -0.01) }]);

        // In sample 0.4 in 80 days, out of sample 0.01 in 20.
        Assert.Equal(0.1, found.Ratio!.Value, 12);
        Assert.Equal((2.0, 0.05, 0.5), (found.TrainObjective!.Value, Math.Round(found.TestObjective!.Value, 12), found.Profitable!.Value));
    }

    private static (ImmutableArray<WindowResult> Windows, WalkForwardPlan Plan) Run(SweepInput input)
    {
        WalkForwardPlan plan = WalkForwardPlan.Of(input, 200 * Hour, 75 * Hour);
        byte[] identity = WalkForwardRun.IdentityOf(input, plan);
        return (Finish(new WalkForwardRun(input, plan, SweepPart.Begin(new MemoryStream(), identity)), input), plan);
    }

    private static ImmutableArray<WindowResult> Finish(WalkForwardRun walk, SweepInput input)
    {
        while (walk.Next is { } window)
        {
            SweepPart part = SweepPart.Begin(new MemoryStream(), window.TrainOf(input).Identity());
            walk.Choose(part, null, TestContext.Current.CancellationToken);
        }

        return walk.Test(TestContext.Current.CancellationToken);
    }

    private static string Table(ImmutableArray<WindowResult> windows) =>
        Encoding.UTF8.GetString(WalkForwardTable.Of(Input, windows).ToArray());

    private static string Text(WindowResult window) => Table([window]);

    private static CandleSeries Changed(int from)
    {
        CandleSeries other = Sweeps.Sweeps.Candles(Candles.Count, seed: 99);
        return CandleSeries.From(
            Runs.Btc, Candles.Timeframe, [.. Enumerable.Range(0, Candles.Count).Select(i => i < from ? Candles[i] : other[i])]);
    }
}
