using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Neurotrade.Web.Commands;
using Neurotrade.Web.Dashboard.Jobs;
using Neurotrade.Web.Infrastructure.Sqlite;

namespace Neurotrade.Tests.Dashboard.Jobs;

public sealed class JobStoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    // A list is read at every change of any job; strategies may be 256 KiB each.
    [Fact]
    public void List_AndFind_LoadNoStrategyTexts()
    {
        List<string> commands = [];
        StateFolder state = StateFolder.Of(folder.Path, null, null);
        new StateDatabase(state).Prepare();
        JobStore watched = new(new WatchedDatabase(state, commands), TimeProvider.System);
        Job asked = watched.Add("one", "cross.yaml", StoredRuns.Strategy, StoredRuns.Origin());
        watched.End(asked.Id, JobState.Failed, null, "so");
        watched.Add("two", "cross.yaml", StoredRuns.Strategy, StoredRuns.Origin());
        commands.Clear();

        Assert.Equal(["two", "one"], watched.List().Select(job => job.Title));
        Assert.Equal(StoredRuns.Origin(), watched.Find(asked.Id)!.Origin);
        Assert.Equal("two", watched.FindSame(StoredRuns.Strategy, StoredRuns.Origin())!.Title);

        Assert.Equal(4, commands.Count);
        Assert.DoesNotContain(commands, text => text.Contains(nameof(JobRow.StrategyText), StringComparison.Ordinal));
        Assert.Equal(StoredRuns.Strategy, watched.TextOf(asked.Id));
        Assert.Contains(nameof(JobRow.StrategyText), commands[^1], StringComparison.Ordinal);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    // The same database, which tells what it is asked for.
    private sealed class WatchedDatabase(StateFolder state, List<string> commands) : IDbContextFactory<StateContext>
    {
        public StateContext CreateDbContext() => new(new DbContextOptionsBuilder<StateContext>()
            .UseSqlite($"Data Source={Path.Combine(state.Root, "neurotrade.db")}")
            .LogTo(commands.Add, [RelationalEventId.CommandExecuted])
            .Options);
    }
}
