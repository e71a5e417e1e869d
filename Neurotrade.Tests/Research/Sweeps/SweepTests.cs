using System.Text;
using System.Text.Json;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Tests.Research.Sweeps;

public sealed class SweepTests
{
    // contracts 5.4: every row equals what `backtest --set` gives.
    [Fact]
    public void Run_Grid_EveryRowIsItsBacktest()
    {
        SweepInput input = Sweeps.Input(Sweeps.TwoAverages, Sweeps.Candles(2000));

        (SweepRow[] rows, _, SweepProgress outcome) = Sweeps.Run(input);

        Assert.Equal(3 * 3 * 5, rows.Length);
        Assert.Equal((45, 45, 0), (outcome.Done, outcome.Total, outcome.Refused));
        Assert.All(rows, row => Assert.Equal(
            Sweeps.Bits(Sweeps.Backtested(input, Sweeps.TwoAverages, row.Combination)), Sweeps.Bits(row.Figures)));
        Assert.All(rows, row => Assert.True(row.Figures[RunFigures.Trades] > 20));
    }

    [Theory]
    [InlineData(1, 96 << 20)]
    [InlineData(2, 96 << 20)]
    [InlineData(7, 40_000)]
    [InlineData(3, 0)]
    public void Run_AnyThreadsAndMemory_GivesTheSameTable(int threads, long columnBytes)
    {
        SweepInput input = Sweeps.Input(Sweeps.TwoAverages, Sweeps.Candles(1200));

        string table = Sweeps.Run(input).Table;

        Assert.Equal(table, Sweeps.Run(input with { Threads = threads, MostColumnBytes = columnBytes }).Table);
    }

    [Fact]
    public void Run_ValuesThatMakeNoStrategy_AreRefusedAndCounted()
    {
        const string text = """
            schema: 1
            name: macd
            market: { exchange: sim, symbols: [BTC/USDT], timeframe: 1h }
            parameters: { fast: { value: 3, min: 3, max: 9, step: 2 }, slow: { value: 10, min: 4, max: 10, step: 2 } }
            indicators: { macd: { type: macd, fast: $fast, slow: $slow, signal: 4 } }
            rules: { entry: "crosses_above(macd.line, macd.signal)", exit: "macd.histogram < 0" }
            """;

        (SweepRow[] rows, _, SweepProgress outcome) = Sweeps.Run(Sweeps.Input(text, Sweeps.Candles(300)));

        // fast 3 5 7 9 against slow 4 6 8 10: six of sixteen are not below.
        Assert.Equal((10, 16L, 16L, 6L), (rows.Length, outcome.Done, outcome.Total, outcome.Refused));
    }

    [Fact]
    public void Run_CancelledAndResumed_GivesTheSameTable()
    {
        SweepInput input = Sweeps.Input(Sweeps.TwoAverages, Sweeps.Candles(1200)) with { MostColumnBytes = 0 };
        string whole = Sweeps.Run(input).Table;
        for (int after = 0; after < 45; after += 11)
        {
            using MemoryStream stream = new();
            using CancellationTokenSource cancel = new();
            SweepPart part = SweepPart.Begin(stream, input.Identity());
            Assert.ThrowsAny<OperationCanceledException>(
                () => Sweep.Run(input, part, new CancelAfter(after, cancel), cancel.Token));
            Assert.InRange(part.Count, 0, 44);

            SweepPart resumed = SweepPart.Resume(stream, input.Identity(), "sweep.part");
            SweepProgress outcome = Sweep.Run(input, resumed, null, TestContext.Current.CancellationToken);

            Assert.Equal((45L, 45L), (outcome.Done, outcome.Total));
            Assert.Equal(whole, Sweeps.Table(input, resumed));
        }
    }

    // What is proposed follows from rows alone: not from threads, nor from where an earlier start was killed.
    [Fact]
    public void Run_Guided_IsTheSameForAnyThreadsAndAfterAnyKill()
    {
        SweepInput input = Sweeps.Input(
            Sweeps.TwoAverages, Sweeps.Candles(600), "fast=3,4,5", "slow=8:14:1", "stop=1%:5%:0.5%") with
        {
            Search = new SweepSearch.Guided(70, 4),
        };
        using MemoryStream stream = new();
        SweepPart part = SweepPart.Begin(stream, input.Identity());
        Sweep.Run(input, part, null, TestContext.Current.CancellationToken);
        string whole = Sweeps.Table(input, part);

        Assert.Equal(70, part.Count);
        Assert.Equal(whole, Sweeps.Run(input with { Threads = 1, MostColumnBytes = 0 }).Table);
        for (int cut = 100; cut < stream.Length; cut += 3000)
        {
            using MemoryStream killed = new();
            killed.Write(stream.ToArray().AsSpan(0, cut));
            SweepPart resumed = SweepPart.Resume(killed, input.Identity(), "sweep.part");
            Sweep.Run(input, resumed, null, TestContext.Current.CancellationToken);
            Assert.Equal(whole, Sweeps.Table(input, resumed));
        }
    }

    [Fact]
    public void Identity_AnythingThatARowDependsOn_ChangesIt()
    {
        SweepInput input = Sweeps.Input(Sweeps.TwoAverages, Sweeps.Candles(100));
        string other = Sweeps.TwoAverages.Replace("type: ema", "type: sma", StringComparison.Ordinal);
        SweepInput[] changed =
        [
            input with { DataFingerprint = "other" },
            input with { From = new Instant(Runs.Start) },
            input with { To = new Instant(Runs.Start) },
            input with { RulesHash = "rules" },
            input with { Version = "next" },
            input with { Search = new SweepSearch.Random(10, 1) },
            input with { Search = new SweepSearch.Random(10, 2) },
            Sweeps.Input(other, Sweeps.Candles(100)),
            Sweeps.Input(Sweeps.TwoAverages, Sweeps.Candles(100), "fast=3"),
        ];

        Assert.Equal(10, changed.Append(input).Select(one => Convert.ToHexString(one.Identity())).Distinct().Count());
        Assert.Equal(input.Identity(), (input with { Threads = 1, MostColumnBytes = 1 }).Identity());
    }

    // contracts 5.4: a column per parameter, then section 5.1's figures.
    [Fact]
    public void Table_Columns_AreParametersThenTheFiguresOfMetricsJson()
    {
        SweepInput input = Sweeps.Input(Sweeps.TwoAverages, Sweeps.Candles(500));
        BacktestResult result = Backtest.Run(
            input.BacktestOf(input.Template.Reading.Strategy), null, TestContext.Current.CancellationToken);
        ResultFile file = MetricsFile.Of(result, Analysis.Of(result, [input.Symbols[0].Bars]));
        using JsonDocument metrics = JsonDocument.Parse(Encoding.UTF8.GetString(file.ToArray()));

        string[] head = Sweeps.Run(input).Table.Split('\n')[0].Split(',');

        Assert.Equal(["fast", "slow", "stop"], head[..3]);
        Assert.Equal(
            metrics.RootElement.EnumerateObject().Select(field => field.Name).TakeWhile(name => name != "open_positions"),
            head[3..]);
    }

    [Fact]
    public void Progress_Told_RisesToTheEndAndNamesTheBest()
    {
        SweepInput input = Sweeps.Input(Sweeps.TwoAverages, Sweeps.Candles(1200)) with { Threads = 1 };
        Collected told = new();
        SweepPart part = SweepPart.Begin(new MemoryStream(), input.Identity());

        SweepProgress outcome = Sweep.Run(input, part, told, TestContext.Current.CancellationToken);

        Assert.Equal(told.Values.Order(), told.Values);
        Assert.Equal(1, outcome.Share);
        Assert.Equal(SweepSort.Sorted(part, input.Objective, () => new MemoryStream()).First().Combination, outcome.Best!.Combination);
    }

    private sealed class CancelAfter(int rows, CancellationTokenSource cancel) : IProgress<SweepProgress>
    {
        public void Report(SweepProgress value)
        {
            if (value.Done >= rows)
            {
                cancel.Cancel();
            }
        }
    }

    private sealed class Collected : IProgress<SweepProgress>
    {
        public List<double> Values { get; } = [];

        public void Report(SweepProgress value) => Values.Add(value.Share);
    }
}
