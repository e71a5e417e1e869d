using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Tests.Dashboard.Rules;
using Neurotrade.Web.Commands;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Jobs;
using Neurotrade.Web.Dashboard.Rules;
using Neurotrade.Web.Dashboard.Strategies;
using Neurotrade.Web.Hosting;
using Neurotrade.Web.Infrastructure.Sqlite;

namespace Neurotrade.Tests.Dashboard.Jobs;

public sealed class JobQueueTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StateDatabase database;
    private readonly JobStore store;
    private readonly JobQueue queue;

    public JobQueueTests()
    {
        database = new StateDatabase(StateFolder.Of(folder.Path, null, null));
        database.Prepare();
        store = new JobStore(database, TimeProvider.System);
        queue = new JobQueue(store, TimeProvider.System);
    }

    [Fact]
    public async Task Ask_ABacktest_IsRunKeptAndListed()
    {
        using Worker worker = StartWorker();

        Job asked = queue.Ask("cross.yaml", StoredRuns.Strategy, Origin());

        Job done = await EndOf(asked.Id);
        Assert.Equal(JobState.Done, done.State);
        Assert.Equal(asked.Origin, worker.Archive.Find(done.RunId!)!.Origin);
        Assert.NotNull(await worker.Runs.FindAsync(done.RunId!, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Ask_TheSameAgainAndAgain_StartsOneJob()
    {
        Job first = queue.Ask("cross.yaml", StoredRuns.Strategy, Origin());

        for (int click = 0; click < 20; click++)
        {
            Assert.Equal(first.Id, queue.Ask("cross.yaml", StoredRuns.Strategy, Origin()).Id);
        }

        Assert.NotEqual(first.Id, queue.Ask("cross.yaml", StoredRuns.Strategy, Origin() with { Seed = 2 }).Id);
        Assert.Equal(2, queue.List().Count);
    }

    [Fact]
    public void AskAgain_OfAJobThatEnded_QueuesTheStrategyAsItWas()
    {
        Job failed = queue.Ask("cross.yaml", StoredRuns.Strategy, Origin());
        queue.Cancel(failed.Id);

        Job again = queue.AskAgain(failed);

        Assert.NotEqual(failed.Id, again.Id);
        Assert.Equal((failed.StrategyName, failed.Origin), (again.StrategyName, again.Origin));
        Assert.Equal(StoredRuns.Strategy, store.TextOf(again.Id));
    }

    [Fact]
    public void Ask_MoreThanTheQueueHolds_IsRefused()
    {
        for (int seed = 0; seed < JobQueue.MostQueued; seed++)
        {
            queue.Ask("cross.yaml", StoredRuns.Strategy, Origin() with { Seed = seed });
        }

        InputException refused = Assert.Throws<InputException>(
            () => queue.Ask("cross.yaml", StoredRuns.Strategy, Origin() with { Seed = -1 }));
        Assert.Contains("50 backtests wait already", refused.Problems[0].Message, StringComparison.Ordinal);

        // What waits already is no new job.
        Assert.Equal(queue.List()[3].Id, queue.Ask("cross.yaml", StoredRuns.Strategy, Origin() with { Seed = 3 }).Id);
    }

    [Fact]
    public void Ask_AgainWithinADoubleClick_IsTheJobThatIsDoneAlready()
    {
        var clock = new SetTime();
        var timed = new JobStore(database, clock);
        using var clicked = new JobQueue(timed, clock);
        Job first = clicked.Ask("cross.yaml", StoredRuns.Strategy, Origin());
        timed.Take();
        clicked.End(first.Id, JobState.Done, "run");

        clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(first.Id, clicked.Ask("cross.yaml", StoredRuns.Strategy, Origin()).Id);

        clock.Now += TimeSpan.FromSeconds(2);
        Assert.NotEqual(first.Id, clicked.Ask("cross.yaml", StoredRuns.Strategy, Origin()).Id);
    }

    [Fact]
    public async Task Ask_UnderInstrumentRules_RunsUnderThemAndKeepsThem()
    {
        string name = new RulesShelf(folder["rules"]).Save("info.json", Encoding.UTF8.GetBytes(RulesShelfTests.Document));
        using Worker worker = StartWorker();

        Job done = await EndOf(queue.Ask("cross.yaml", StoredRuns.Strategy, Origin() with { Rules = name }).Id);
        Job failed = await EndOf(queue.Ask("cross.yaml", StoredRuns.Strategy, Origin() with { Rules = "gone-00000000.json" }).Id);

        Assert.Equal(JobState.Done, done.State);
        Assert.Equal(RulesShelfTests.Document, await File.ReadAllTextAsync(
            worker.Archive.FileOf(done.RunId!, RunArchive.RulesName)!, TestContext.Current.CancellationToken));
        Assert.Equal(name, worker.Archive.Find(done.RunId!)!.Origin!.Rules);
        Assert.NotNull(await worker.Runs.FindAsync(done.RunId!, TestContext.Current.CancellationToken));
        Assert.Equal(JobState.Failed, failed.State);
        Assert.Contains("gone-00000000.json", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_AStrategyWithMistakes_FailsWithEachOfThem()
    {
        using Worker worker = StartWorker();

        Job asked = queue.Ask("bad.yaml", StoredRuns.Strategy.Replace("type: rsi", "type: rsj", StringComparison.Ordinal), Origin());

        Job failed = await EndOf(asked.Id);
        Assert.Equal(JobState.Failed, failed.State);
        Assert.Contains("rsj", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancel_AJobThatWaits_EndsItAndTheNextOneRuns()
    {
        Job first = queue.Ask("cross.yaml", StoredRuns.Strategy, Origin());
        Job second = queue.Ask("cross.yaml", StoredRuns.Strategy, Origin() with { Seed = 2 });

        queue.Cancel(first.Id);

        using Worker worker = StartWorker();
        Assert.Equal(JobState.Done, (await EndOf(second.Id)).State);
        Assert.Equal(JobState.Cancelled, queue.List().Single(job => job.Id == first.Id).State);
    }

    [Fact]
    public async Task Cancel_AJobThatRuns_EndsIt()
    {
        Job asked = queue.Ask("cross.yaml", StoredRuns.Strategy, Origin());
        (Job job, CancellationToken cancel, IProgress<double> progress) = await queue.TakeAsync(TestContext.Current.CancellationToken);
        progress.Report(0.4);

        queue.Cancel(asked.Id);

        Assert.Equal(asked.Id, job.Id);
        Assert.True(cancel.IsCancellationRequested);
        Assert.Equal(0.4, queue.List().Single().Share);
    }

    [Fact]
    public async Task Restart_WhileAJobRan_MarksItAndRunsWhatWaited()
    {
        Job running = queue.Ask("cross.yaml", StoredRuns.Strategy, Origin());
        await queue.TakeAsync(TestContext.Current.CancellationToken);
        Job waiting = queue.Ask("cross.yaml", StoredRuns.Strategy, Origin() with { Seed = 2 });

        // Nothing was told to the old server: this is what a new one finds.
        database.Prepare();
        using var queueAfter = new JobQueue(store, TimeProvider.System);
        using Worker worker = StartWorker(queueAfter);

        Assert.Equal(JobState.Done, (await EndOf(waiting.Id)).State);
        Job interrupted = queue.List().Single(job => job.Id == running.Id);
        Assert.Equal(JobState.Interrupted, interrupted.State);
        Assert.Contains("server ended", interrupted.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Prepare_ADatabaseOfANewerVersion_RefusesIt()
    {
        using (StateContext context = database.CreateDbContext())
        {
            using var connection = new SqliteConnection($"Data Source={folder["neurotrade.db"]}");
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99.0.0')";
            command.ExecuteNonQuery();
        }

        InputException refused = Assert.Throws<InputException>(database.Prepare);
        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Prepare_AFileThatIsNoDatabase_SaysSo()
    {
        string path = folder["other"];
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "neurotrade.db"), new string('x', 5000));

        InputException refused = Assert.Throws<InputException>(
            () => new StateDatabase(StateFolder.Of(path, null, null)).Prepare());
        Assert.Contains("not a database", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        queue.Dispose();
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    private static RunOrigin Origin() => StoredRuns.Origin();

    private Worker StartWorker(JobQueue? other = null) => new(other ?? queue, store, folder["runs"]);

    private async Task<Job> EndOf(long id)
    {
        while (true)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            if (queue.List().Single(job => job.Id == id) is { IsActive: false } ended)
            {
                return ended;
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private sealed class SetTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 3, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    /// <summary>The service that does the work, started and ended as a host does.</summary>
    private sealed class Worker : IDisposable
    {
        private readonly BacktestWorker service;
        private readonly RunList list;

        public Worker(JobQueue queue, JobStore store, string folder)
        {
            Archive = new RunArchive(folder);
            Runs = StoredRuns.Open(Archive);
            list = new RunList(Archive, TimeProvider.System, NullLogger<RunList>.Instance);
            var samples = new StrategyShelf(Path.Combine(folder, "none"), Path.Combine(folder, "none"), TimeProvider.System);
            service = new BacktestWorker(
                queue, store, Archive, list, new SampleBacktest(Archive, queue, samples, NullLogger<SampleBacktest>.Instance),
                new RulesShelf(Path.Combine(folder, "..", "rules")), [new GeneratedMarket()], TimeProvider.System,
                NullLogger<BacktestWorker>.Instance);
            service.StartAsync(CancellationToken.None).GetAwaiter().GetResult();
        }

        public RunArchive Archive { get; }

        public OpenRuns Runs { get; }

        public void Dispose()
        {
            service.StopAsync(CancellationToken.None).GetAwaiter().GetResult();
            service.Dispose();
            list.Dispose();
            Runs.Dispose();
        }
    }
}
