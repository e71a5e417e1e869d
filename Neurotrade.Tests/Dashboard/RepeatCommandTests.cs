using System.Diagnostics;
using System.Text.Json.Nodes;
using Neurotrade.Core.Market;
using Neurotrade.Tests.Commands;
using Neurotrade.Web.Commands;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Tests.Dashboard;

public sealed class RepeatCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    // contracts 4.19: the same inputs give the same bytes.
    [Fact]
    public async Task Command_OfAKeptRun_MakesTheSameFilesAgain()
    {
        var archive = new RunArchive(folder["it's a state folder/runs"]);
        PastRun kept = StoredRuns.Keep(archive, days: 20);
        string again = folder["again"];

        string[] words = WordsOf(RepeatCommand.Of(archive, kept, again)!);
        VerbRun run = await VerbRun.Of(words[1..]);

        Assert.Equal("neurotrade", words[0]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        foreach (string name in new[] { "metrics.json", "trades.csv", "fills.csv" })
        {
            Assert.Equal(File.ReadAllText(archive.FileOf(kept.Id, name)!), File.ReadAllText(Path.Combine(again, name)));
        }

        // contracts 5.3: what the run was, its certificate too; parameters are values by now, and indicators stand by name.
        (JsonObject then, JsonObject now) = (Facts(archive.FileOf(kept.Id, "run.json")!), Facts(Path.Combine(again, "run.json")));
        Assert.Equal("proved", then["certificate"]!["result"]!.GetValue<string>());
        Assert.Equal(5, then["parameters"]!["fast"]!.GetValue<int>());
        Assert.Equal(WordsIn(then), WordsIn(now));
        foreach (string name in new[] { "parameters", "rules_in_words" })
        {
            Assert.True(then.Remove(name) && now.Remove(name));
        }

        Assert.Equal(then.ToJsonString(), now.ToJsonString());
    }

    [Fact]
    public void Command_WithEverythingThatCanBeAskedFor_NamesAllOfIt()
    {
        var archive = new RunArchive(folder["runs"]);
        PastRun kept = StoredRuns.Keep(archive, days: 5) with
        {
            Origin = new RunOrigin
            {
                Sources = ["/data/my candles.csv", "store:binance/BTC-USDT/1m"],
                Symbol = "BTC/USDT",
                Timeframe = "1m",
                FromMillis = Instant.FromDate(2024, 1, 1).UnixMillis,
                ToMillis = Instant.FromDate(2024, 2, 1).UnixMillis,
                Seed = 7,
            },
        };

        string command = RepeatCommand.Of(archive, kept, "again")!;

        Assert.StartsWith("NEUROTRADE_DATA=", command, StringComparison.Ordinal);
        Assert.EndsWith(
            "--data '/data/my candles.csv' --data store:binance/BTC-USDT/1m --symbol BTC/USDT --timeframe 1m "
            + "--from 2024-01-01T00:00:00Z --to 2024-02-01T00:00:00Z --seed 7 --out again",
            command,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Command_OfARunOfWhichOnlyTheReportWasKept_IsNone()
    {
        var archive = new RunArchive(folder["runs"]);

        Assert.Null(RepeatCommand.Of(archive, SampleRuns.Keep(archive, SampleRuns.Make(1, "old")), "again"));
    }

    public void Dispose() => folder.Dispose();

    private static IEnumerable<string> WordsIn(JsonObject run) =>
        run["rules_in_words"]!.AsArray().Select(line => line!.GetValue<string>()).Order(StringComparer.Ordinal);

    private static JsonObject Facts(string path) => JsonNode.Parse(File.ReadAllText(path))!.AsObject();

    // As a shell takes it apart.
    private static string[] WordsOf(string command)
    {
        using Process shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"printf '%s\\n' {command}"])
        {
            RedirectStandardOutput = true,
        })!;
        string words = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return words.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
