using Neurotrade.Web.Dashboard.Optimising;

namespace Neurotrade.Tests.Dashboard.Optimising;

public sealed class OpenSweepTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    // What the page shows is what the file says: every cell.
    [Fact]
    public async Task Read_OfAFinishedSweep_HasEveryCellOfItsTable()
    {
        (OpenSweep sweep, string[] lines) = await RunAsync(SweepBench.Asked(("stop", "1%:3%:1%")));

        string[] head = lines[0].Split(',');
        Assert.Equal(36, sweep.Count);
        for (int row = 0; row < sweep.Count; row++)
        {
            string[] cells = lines[row + 1].Split(',');
            Assert.Equal(cells[..3], sweep.Axes.Select(axis => axis.Texts[axis.Positions[row]]));
            for (int i = 3; i < head.Length; i++)
            {
                double? figure = sweep.Figure(row, head[i]);
                if (head[i] is not ("start" or "end"))
                {
                    Assert.Equal(cells[i], figure is { } known ? Core.Market.Numbers.Text(known) : string.Empty);
                }
            }
        }

        Assert.Equal(sweep.Figure(Core.Research.RunFigures.Sharpe), sweep.Scores);
    }

    [Fact]
    public async Task Ranked_WithLeastTrades_IsHowManyHaveAnObjective()
    {
        (OpenSweep sweep, _) = await RunAsync(SweepBench.Asked() with { MinTrades = 20 });

        double[] trades = sweep.Column("trades")!;
        Assert.InRange(sweep.Ranked, 1, 11);
        Assert.All(Enumerable.Range(0, sweep.Count), row => Assert.Equal(row < sweep.Ranked, trades[row] >= 20));
        Assert.Equal(sweep.Scores[..sweep.Ranked].OrderDescending(), sweep.Scores[..sweep.Ranked]);
    }

    [Fact]
    public async Task HeatMap_OverTwoOfThreeParameters_TakesTheThirdTogether()
    {
        (OpenSweep sweep, _) = await RunAsync(SweepBench.Asked(("stop", "1%,2%,5%")));
        (OpenAxis fast, OpenAxis slow) = (sweep.Axis("fast")!, sweep.Axis("slow")!);

        HeatMap best = HeatMap.Of(sweep, fast, slow, HeatOf.Best);
        HeatMap mean = HeatMap.Of(sweep, fast, slow, HeatOf.Mean);
        HeatMap median = HeatMap.Of(sweep, fast, slow, HeatOf.Median);

        Assert.Equal(12, best.Cells.Count);
        foreach ((HeatCell cell, int at) in best.Cells.Select((cell, at) => (cell, at)))
        {
            int[] rows = [.. Enumerable.Range(0, sweep.Count).Where(row => fast.Positions[row] == cell.X && slow.Positions[row] == cell.Y)];
            double[] scores = [.. rows.Select(row => sweep.Scores[row]).Order()];
            Assert.Equal((3, 3, rows.Min(), scores[2]), (rows.Length, cell.Count, cell.Row, cell.Value));
            Assert.Equal(scores.Sum() / 3, mean.Cells[at].Value, 1e-12);
            Assert.Equal(scores[1], median.Cells[at].Value);
        }

        Assert.Equal(4, HeatMap.Of(sweep, fast, null, HeatOf.Best).Cells.Count);
    }

    [Fact]
    public async Task Neighbours_OfTheBest_AreThoseAStepAway()
    {
        (OpenSweep sweep, _) = await RunAsync(SweepBench.Asked());
        (int fast, int slow) = (sweep.Axis("fast")!.Positions[0], sweep.Axis("slow")!.Positions[0]);

        int[] expected = [.. Enumerable.Range(1, sweep.Count - 1).Where(row =>
            Math.Abs(sweep.Axis("fast")!.Positions[row] - fast) <= 1 && Math.Abs(sweep.Axis("slow")!.Positions[row] - slow) <= 1)];

        Assert.Equal(expected, sweep.NeighboursOf(0));
        Assert.Equal((sweep.Scores[0], expected.Length), (sweep.PlateauOf(0).Score, sweep.PlateauOf(0).Neighbours));
        Assert.Equal(expected.Min(row => sweep.Scores[row]), sweep.PlateauOf(0).Worst);
    }

    [Theory]
    [InlineData(null, "fast", "10", null, "fast >= 10")]
    [InlineData("trades > 3, fast <= 15", "fast", "10", "20", "trades > 3, fast >= 10, fast <= 20")]
    [InlineData("fast >= 10, fast <= 20", "fast", null, null, null)]
    [InlineData("faster > 3", "fast", null, "5", "faster > 3, fast <= 5")]
    public void Filter_WithARangeOfAColumn_TakesThePlaceOfItsOthers(string? filter, string column, string? low, string? high, string? expected) =>
        Assert.Equal(expected, SweepFilter.With(filter, column, low, high));

    [Fact]
    public async Task Lines_OfManyRuns_AreSomeOfThemEvenlyMoreOfTheBest()
    {
        (OpenSweep sweep, _) = await RunAsync(SweepBench.Asked(("fast", "5:20:1"), ("slow", "20:60:1"), ("stop", "1%:6%:1%")));

        int[] rows = LineChoice.Of(sweep);

        Assert.InRange(sweep.Ranked, 3000, 3936);
        Assert.Equal(LineChoice.Most, rows.Length);
        Assert.Equal(rows.Distinct().Order(), rows);
        Assert.Equal(0, rows[0]);
        int kept = LineChoice.Kept(sweep);
        Assert.Equal(Math.Min(kept, LineChoice.Most / 3), rows.Count(row => row < kept));
        Assert.InRange(rows[^1], sweep.Ranked * 0.99, sweep.Ranked);
    }

    public void Dispose() => folder.Dispose();

    private async Task<(OpenSweep, string[])> RunAsync(AskedSweep wish)
    {
        using SweepBench bench = new SweepBench(folder.Path).Start();
        string id = await SweepBench.RunAsync(bench.Queue, wish);
        var sweeps = new OpenSweeps(bench.Queue, bench.Store, TimeProvider.System);
        OpenSweep sweep = (await sweeps.FindAsync(id, TestContext.Current.CancellationToken))!;
        return (sweep, await File.ReadAllLinesAsync(bench.Store.FileOf(id, SweepStore.TableName)!, TestContext.Current.CancellationToken));
    }
}
