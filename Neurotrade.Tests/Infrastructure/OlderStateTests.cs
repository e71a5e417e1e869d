using Microsoft.Data.Sqlite;
using Neurotrade.Tests.Commands;
using Neurotrade.Web.Commands;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Jobs;
using Neurotrade.Web.Infrastructure.Sqlite;

namespace Neurotrade.Tests.Infrastructure;

/// <summary>A state folder as the first version with a database left it, and one from a version still to come.</summary>
public sealed class OlderStateTests : IDisposable
{
    // What the first version's own migration made, in its words.
    private const string FirstTables = """
        CREATE TABLE "__EFMigrationsHistory" (
            "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
            "ProductVersion" TEXT NOT NULL);
        CREATE TABLE "jobs" (
            "Id" INTEGER NOT NULL CONSTRAINT "PK_jobs" PRIMARY KEY AUTOINCREMENT,
            "Key" TEXT NOT NULL, "Title" TEXT NOT NULL, "State" TEXT NOT NULL, "StrategyText" TEXT NOT NULL,
            "StrategyName" TEXT NOT NULL, "Origin" TEXT NOT NULL, "AskedMillis" INTEGER NOT NULL,
            "StartedMillis" INTEGER NULL, "EndedMillis" INTEGER NULL, "RunId" TEXT NULL, "Message" TEXT NULL);
        CREATE INDEX "IX_jobs_State" ON "jobs" ("State");
        INSERT INTO "__EFMigrationsHistory" VALUES ('20261122131231_Jobs', '10.0.14');
        INSERT INTO "jobs" VALUES (7, 'k7', 'cross.yaml on sim BTC/USDT 1h', 'Failed', 'schema: 1', 'cross.yaml',
            '{"sources":["store:sim/BTC/USDT/1h"],"symbol":null,"timeframe":null,"from_millis":null,"to_millis":null,' ||
            '"seed":1,"set":{},"capital":null}',
            1795360000000, 1795360001000, 1795360002000, NULL, 'cross.yaml:1:1: too short');
        """;

    private const string FirstRecord = """
        {
          "id": "20261122T151713905-42ef09a1", "finished_millis": 1795360633905, "strategy": "golden-cross",
          "hash": "42ef09a105ff681c8e13149e4197536af0893efc22954d88714d3fe73949fb48", "symbols": ["BTC/USDT"], "timeframe": "1h",
          "start_millis": 1704067200000, "end_millis": 1735689600000, "capital": 10000, "final_equity": 14037.4,
          "total_return": 0.40374, "buy_and_hold_return": 1.04598, "max_drawdown": 0.32008, "sharpe": 1.07675,
          "win_rate": 0.4, "trades": 25, "bars": 8784, "look_ahead": "Proved", "is_generated": true, "out": "",
          "curve": [10000, 10055.9, 14037.4]
        }
        """;

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Prepare_TheFirstVersionsDatabase_BringsItUpToDateWithItsJobs()
    {
        MakeDatabase(FirstTables);
        var database = new StateDatabase(StateFolder.Of(folder.Path, null, null));

        database.Prepare();

        var store = new JobStore(database, TimeProvider.System);
        Job kept = Assert.Single(store.List());
        Assert.Equal((7, JobState.Failed, "cross.yaml:1:1: too short"), (kept.Id, kept.State, kept.Message));
        Assert.Equal("store:sim/BTC/USDT/1h", Assert.Single(kept.Origin.Sources));
        Assert.Equal(8, store.Add("next", "cross.yaml", "schema: 1", kept.Origin).Id);
        database.Prepare();
        Assert.Equal(2, store.List().Count);
    }

    [Fact]
    public void Archive_WithARunOfTheFirstVersion_ListsIt()
    {
        folder.Write("runs/20261122T151713905-42ef09a1/record.json", FirstRecord);

        PastRun run = Assert.Single(new RunArchive(folder["runs"]).List());

        Assert.Equal(("golden-cross", 25, 0.40374), (run.Strategy, run.Trades, run.TotalReturn));
    }

    [Fact]
    public async Task Serve_OverTheStateOfALaterVersion_SaysSoInALineAndChangesNothing()
    {
        MakeDatabase(FirstTables + "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99.0.0');");
        byte[] before = await File.ReadAllBytesAsync(folder["neurotrade.db"], TestContext.Current.CancellationToken);

        ProcessRun run = await ProcessRun.OfAsync(
            folder.Path, new Dictionary<string, string?> { ["NEUROTRADE_DATA"] = folder.Path }, "serve", "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, run.ExitCode);
        string line = Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("neurotrade.db", line, StringComparison.Ordinal);
        Assert.Contains("written by a newer version", line, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(folder["neurotrade.db"], TestContext.Current.CancellationToken));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    private void MakeDatabase(string script)
    {
        using var connection = new SqliteConnection($"Data Source={folder["neurotrade.db"]};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }
}
