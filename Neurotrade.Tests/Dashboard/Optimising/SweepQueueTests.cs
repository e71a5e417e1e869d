using Neurotrade.Core.Market;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Strategies;
using Neurotrade.Tests.Commands;
using Neurotrade.Web.Composition;
using Neurotrade.Web.Dashboard.Jobs;
using Neurotrade.Web.Dashboard.Optimising;

namespace Neurotrade.Tests.Dashboard.Optimising;

public sealed class SweepQueueTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SweepBench bench;

    public SweepQueueTests() => bench = new SweepBench(folder.Path);

    // contracts 5.4: one sweep has one table, whoever asked for it.
    [Theory]
    [InlineData("grid", 1000, "sharpe", 0)]
    [InlineData("random", 7, "total_return - 2 * max_drawdown", 3)]
    [InlineData("guided", 20, "profit_factor", 1)]
    public async Task Ask_ASweep_WritesTheBytesOfTheCommand(string search, int trials, string objective, int minTrades)
    {
        bench.Start();
        AskedSweep wish = SweepBench.Asked(("stop", "1%:3%:2%")) with
        {
            Search = search,
            Trials = trials,
            Objective = objective,
            MinTrades = minTrades,
        };

        KeptSweep done = await bench.EndOfAsync(bench.Queue.Ask(wish).Id);
        VerbRun command = await VerbRun.WithStateAsync(folder["other"],
            "sweep", "--strategy", folder.Write("two.yaml", SweepBench.Strategy), "--data", "store:sim/BTC/USDT/1h",
            "--from", "2024-01-01", "--to", "2024-03-01", "--out", folder["out"], "--set", "stop=1%:3%:2%", "--search", search,
            "--trials", $"{trials}", "--objective", objective, "--min-trades", $"{minTrades}");

        Assert.Equal((0, string.Empty), (command.ExitCode, command.Error));
        Assert.Equal(JobState.Done, done.Status.State);
        foreach (string name in new[] { SweepStore.TableName, SweepStore.RecordName })
        {
            byte[] expected = await File.ReadAllBytesAsync(Path.Combine(folder["out"], name), Token);
            Assert.Equal(expected, await File.ReadAllBytesAsync(bench.Store.FileOf(done.Id, name)!, Token));
        }

        Assert.Null(bench.Store.FileOf(done.Id, "sweep.part"));
    }

    [Fact]
    public async Task Ask_ASweep_KeepsItsBestAndAllThatWasEverTried()
    {
        bench.Start();

        KeptSweep first = await bench.EndOfAsync(bench.Queue.Ask(SweepBench.Asked()).Id);
        KeptSweep second = await bench.EndOfAsync(bench.Queue.Ask(SweepBench.Asked(("slow", "30,40"))).Id);

        string[] head = (await File.ReadAllLinesAsync(bench.Store.FileOf(first.Id, SweepStore.TableName)!, Token))[..2];
        string[] best = head[1].Split(',');
        Assert.Equal(best[..3], first.Best!.Set.OrderBy(one => Array.IndexOf(head[0].Split(','), one.Key)).Select(one => one.Value));
        Assert.Equal(best[Array.IndexOf(head[0].Split(','), "sharpe")], Numbers.Text(first.Best.Score));
        Assert.Equal((12, 12), (first.Status.Tried, first.Status.EverTried?.Count));
        Assert.Equal((8, 16), (second.Status.Tried, second.Status.EverTried?.Count));
        Assert.Equal(8, second.Status.OwnTrials?.Count);
        Assert.Equal(second.Status.EverTried, new TrialFolder(Path.Combine(folder.Path, "trials")).Read(first.Status.Ledger!));
        Assert.True(first.Status is { Bars: 1440, Timed: 12, Seconds: > 0 });
    }

    [Fact]
    public void Ask_TheSameWhileItWaits_IsOneSweep()
    {
        KeptSweep first = bench.Queue.Ask(SweepBench.Asked(("fast", "5,10")));

        Assert.Equal(first.Id, bench.Queue.Ask(SweepBench.Asked(("fast", "5,10"))).Id);
        Assert.NotEqual(first.Id, bench.Queue.Ask(SweepBench.Asked(("fast", "5,15"))).Id);
        Assert.NotEqual(first.Id, bench.Queue.Ask(SweepBench.Asked(("fast", "5,10")) with { MinTrades = 1 }).Id);
        Assert.Equal(3, bench.Queue.List().Count);
    }

    [Fact]
    public void Ask_MoreThanTheQueueHolds_IsRefused()
    {
        for (int i = 0; i < SweepQueue.MostQueued; i++)
        {
            bench.Queue.Ask(SweepBench.Asked() with { MinTrades = i });
        }

        InputException refused = Assert.Throws<InputException>(() => bench.Queue.Ask(SweepBench.Asked() with { MinTrades = 99 }));
        Assert.Contains("20 sweeps wait already", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_AStrategyWithMistakes_FailsWithEachOfThem()
    {
        bench.Start();
        AskedSweep wish = SweepBench.Asked() with
        {
            StrategyText = SweepBench.Strategy.Replace("type: sma", "type: smo", StringComparison.Ordinal),
        };

        KeptSweep failed = await bench.EndOfAsync(bench.Queue.Ask(wish).Id);

        Assert.Equal(JobState.Failed, failed.Status.State);
        Assert.Equal(2, failed.Status.Message!.Split('\n').Count(line => line.Contains("smo", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Cancel_ASweepThatRuns_KeepsItsRowsAndGoesOnWithThem()
    {
        AskedSweep wish = SweepBench.Asked(("fast", "5:20:1"), ("slow", "21:60:1"));
        string whole = await TableOfAsync(wish);
        string id = bench.Queue.Ask(wish).Id;
        (AskedSweep asked, SweepLive live) = await bench.Queue.TakeAsync(Token);
        live.Begin(SweepPlan.Of(
            StrategyFile.Load(wish.StrategyText, "two.yaml", StrategyOverrides.None).Parameters, wish.ToRequest().Ranges));
        live.Report(new SweepProgress(5, 640, 0, null, double.NaN));

        bench.Queue.Cancel(id);
        Assert.True(live.Cancel.IsCancellationRequested);
        bench.Queue.End(asked.Id, status => status with { State = JobState.Cancelled });

        Assert.Equal(5, bench.Queue.Find(id)!.Status.Tried);
        bench.Queue.GoOn(id);
        bench.Start();
        Assert.Equal(JobState.Done, (await bench.EndOfAsync(id)).Status.State);
        Assert.Equal(whole, await File.ReadAllTextAsync(bench.Store.FileOf(id, SweepStore.TableName)!, Token));
    }

    [Fact]
    public async Task Restart_WhileASweepRan_GoesOnFromItsPart()
    {
        AskedSweep wish = SweepBench.Asked(("fast", "5:20:1"), ("slow", "21:60:1"));
        string whole = await TableOfAsync(wish);
        string id = bench.Queue.Ask(wish).Id;
        await bench.Queue.TakeAsync(Token);

        // Nothing was told to the old server; of the part it had begun, this is what a new one finds.
        await File.WriteAllBytesAsync(Path.Combine(bench.Store.PlaceOf(id), "sweep.part"), [1, 2, 3], Token);
        using SweepBench after = new SweepBench(folder.Path).Start();

        KeptSweep done = await after.EndOfAsync(id);
        Assert.Equal(JobState.Done, done.Status.State);
        Assert.Equal(whole, await File.ReadAllTextAsync(after.Store.FileOf(id, SweepStore.TableName)!, Token));
    }

    // A newer version, or candles that have changed, make other rows: those of before do not count.
    [Fact]
    public async Task Restart_WithThePartOfAnotherSweep_BeginsAnew()
    {
        AskedSweep wish = SweepBench.Asked();
        string whole = await TableOfAsync(wish);
        KeptSweep asked = bench.Queue.Ask(wish);
        await using (FileStream other = File.Create(Path.Combine(bench.Store.PlaceOf(asked.Id), "sweep.part")))
        {
            SweepPart.Begin(other, new byte[32]);
        }

        bench.Start();

        Assert.Equal(JobState.Done, (await bench.EndOfAsync(asked.Id)).Status.State);
        Assert.Equal(whole, await File.ReadAllTextAsync(bench.Store.FileOf(asked.Id, SweepStore.TableName)!, Token));
    }

    [Fact]
    public async Task Delete_AnEndedSweep_CanBeHadBack()
    {
        bench.Start();
        string id = (await bench.EndOfAsync(bench.Queue.Ask(SweepBench.Asked()).Id)).Id;

        bench.Queue.Delete(id);
        Assert.Null(bench.Queue.Find(id));
        bench.Queue.Restore(Assert.Single(bench.Queue.Bin()));

        Assert.Equal(JobState.Done, bench.Queue.Find(id)!.Status.State);
        Assert.Empty(bench.Queue.Bin());
        bench.Queue.Delete(id);
        bench.Queue.EmptyBin();
        Assert.Empty(bench.Queue.Bin());
        Assert.False(Directory.Exists(bench.Store.PlaceOf(id)));
    }

    [Fact]
    public void Delete_ASweepThatWaits_LeavesIt()
    {
        string id = bench.Queue.Ask(SweepBench.Asked()).Id;

        bench.Queue.Delete(id);

        Assert.NotNull(bench.Queue.Find(id));
    }

    public void Dispose()
    {
        bench.Dispose();
        folder.Dispose();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<string> TableOfAsync(AskedSweep wish)
    {
        using var place = new TemporaryFolder();
        using SweepBench other = new SweepBench(place.Path).Start();
        string id = (await other.EndOfAsync(other.Queue.Ask(wish).Id)).Id;
        return await File.ReadAllTextAsync(other.Store.FileOf(id, SweepStore.TableName)!, Token);
    }
}
