using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Commands;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Jobs;
using Neurotrade.Web.Dashboard.Strategies;
using Neurotrade.Web.Hosting;
using Neurotrade.Web.Infrastructure.Sqlite;

namespace Neurotrade.Tests.Hosting;

public sealed class SampleBacktestTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly JobQueue queue;
    private readonly JobStore store;
    private readonly RunArchive archive;
    private readonly SampleBacktest sample;

    public SampleBacktestTests()
    {
        var database = new StateDatabase(StateFolder.Of(folder.Path, null, null));
        database.Prepare();
        store = new JobStore(database, TimeProvider.System);
        queue = new JobQueue(store, TimeProvider.System);
        archive = new RunArchive(folder["runs"]);
        var shelf = new StrategyShelf(folder["strategies"], Path.Combine(Repository.Root, "samples", "strategies"), TimeProvider.System);
        sample = new SampleBacktest(archive, queue, shelf, NullLogger<SampleBacktest>.Instance);
    }

    [Fact]
    public void Ask_InAFreshFolder_QueuesOneJobHoweverOften()
    {
        sample.AskAtFirstStart();
        sample.AskAtFirstStart();

        Job job = Assert.Single(queue.List());
        Assert.Equal("01-golden-cross.yaml", job.StrategyName);
        Assert.Equal(["store:sim/BTC-USDT/1h"], job.Origin.Sources);
    }

    [Fact]
    public void Ask_WhereRunsAre_DoesNothing()
    {
        SampleRuns.Keep(archive, SampleRuns.Make(1, "mine"));

        sample.AskAtFirstStart();

        Assert.Empty(queue.List());
    }

    [Fact]
    public void Ask_AfterTheServerEndedMeanwhile_AsksAgain()
    {
        sample.AskAtFirstStart();
        store.Take();
        store.MarkInterrupted();

        sample.AskAtFirstStart();

        Assert.Equal([JobState.Queued, JobState.Interrupted], queue.List().Select(job => job.State));
    }

    [Fact]
    public void Ask_AfterItWasCancelled_LeavesItAtThat()
    {
        sample.AskAtFirstStart();
        queue.Cancel(queue.List()[0].Id);

        sample.AskAtFirstStart();

        Assert.Equal(JobState.Cancelled, Assert.Single(queue.List()).State);
    }

    public void Dispose()
    {
        queue.Dispose();
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }
}
