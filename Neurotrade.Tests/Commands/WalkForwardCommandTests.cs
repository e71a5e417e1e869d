using System.Globalization;
using System.Text.Json;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Tests.Dashboard.Optimising;

namespace Neurotrade.Tests.Commands;

public sealed class WalkForwardCommandTests : IDisposable
{
    private static readonly string[] Chosen = ["fast", "slow", "stop"];
    private readonly TemporaryFolder folder = new();

    private string Strategy => folder.Write("two.yaml", SweepBench.Strategy);

    // 70 days of hours; a file, because the generated market begins where a run does.
    private string Candles => folder.Write("BTCUSDT-1h.csv", "time,open,high,low,close,volume\n" + string.Concat(
        Series.Select(candle => string.Create(
            CultureInfo.InvariantCulture,
            $"{candle.OpenMillis},{candle.Open},{candle.High},{candle.Low},{candle.Close},{candle.Volume}\n"))));

    private static IEnumerable<Candle> Series
    {
        get
        {
            CandleSeries series = Research.Sweeps.Sweeps.Candles(70 * 24);
            return Enumerable.Range(0, series.Count).Select(i => series[i]);
        }
    }

    public void Dispose() => folder.Dispose();

    // The test part of a window is what `backtest --set` says of that range.
    [Fact]
    public async Task WalkForward_ATestRange_IsItsBacktest()
    {
        VerbRun run = await RunAsync("--set", "stop=1%:3%:2%");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("7 windows: 20d to train, 3d between, 5d to test", run.Out, StringComparison.Ordinal);
        string[] lines = await LinesAsync("walkforward.csv");
        Assert.Equal(8, lines.Length);
        string[] head = lines[0].Split(',');
        string[] row = lines[3].Split(',');
        string Cell(string name) => row[Array.IndexOf(head, name)];
        VerbRun backtest = await VerbRun.Of(
        [
            "backtest", "--strategy", Strategy, "--data", Candles, "--out", folder["one"],
            "--from", Cell("test_from"), "--to", Cell("test_to"),
            .. Chosen.SelectMany(name => new[] { "--set", $"{name}={Cell(name)}" }),
        ]);

        Assert.Equal(0, backtest.ExitCode);
        using JsonDocument metrics = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder["one"], "metrics.json"), Token));
        foreach (string name in new[] { "start", "end", "total_return", "sharpe", "max_drawdown", "trades", "sqn", "fees_paid" })
        {
            JsonElement figure = metrics.RootElement.GetProperty(name);
            string expected = figure.ValueKind == JsonValueKind.Null
                ? string.Empty
                : figure.ValueKind == JsonValueKind.String ? figure.GetString()! : figure.GetRawText();
            Assert.Equal(expected, Cell("test_" + name));
        }
    }

    [Fact]
    public async Task WalkForward_Done_LeavesItsFilesAndNoOthers()
    {
        VerbRun run = await RunAsync("--json");

        Assert.Equal(
            ["equity.csv", "metrics.json", "trades.csv", "walkforward.csv", "walkforward.json"],
            Directory.GetFiles(folder["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        string[] equity = await LinesAsync("equity.csv");
        Assert.Equal(1 + (7 * 5 * 24), equity.Length);
        using JsonDocument printed = JsonDocument.Parse(run.Out);
        using JsonDocument record = JsonDocument.Parse(string.Join('\n', await LinesAsync("walkforward.json")));
        Assert.Equal(7, printed.RootElement.GetProperty("windows").GetInt32());
        Assert.Equal("not checked", record.RootElement.GetProperty("look_ahead").GetString());
        Assert.Equal(3, record.RootElement.GetProperty("parameters").GetArrayLength());
        Assert.DoesNotContain(folder.Path, record.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WalkForward_CancelledAndResumed_WritesTheSame()
    {
        await RunAsync();
        string[] table = await LinesAsync("walkforward.csv");
        string[] record = await LinesAsync("walkforward.json");
        using CancellationTokenSource cancel = new();
        await cancel.CancelAsync();

        VerbRun cancelled = await VerbRun.UntilAsync(Args(), cancel.Token);
        VerbRun resumed = await RunAsync("--resume");

        Assert.Equal((130, 0), (cancelled.ExitCode, resumed.ExitCode));
        Assert.Equal(table, await LinesAsync("walkforward.csv"));
        Assert.Equal(record, await LinesAsync("walkforward.json"));
        Assert.Equal(5, Directory.GetFiles(folder["out"]).Length);
    }

    // A kill may leave the rows of a train range that has chosen already, or those of the one under way.
    [Fact]
    public async Task WalkForward_KilledInATrainRange_GoesOnAndWritesTheSame()
    {
        await RunAsync("--min-trades", "2");
        string[] table = await LinesAsync("walkforward.csv");
        SweepInput input = Research.Sweeps.Sweeps.Input(Research.Sweeps.Sweeps.TwoAverages, Research.Sweeps.Sweeps.Candles(100));
        using (FileStream rows = File.Create(Path.Combine(folder["out"], "walkforward.rows")))
        {
            SweepPart.Begin(rows, input.Identity());
        }

        VerbRun resumed = await RunAsync("--min-trades", "2", "--resume");

        Assert.Equal((0, string.Empty), (resumed.ExitCode, resumed.Error));
        Assert.Equal(table, await LinesAsync("walkforward.csv"));
        Assert.Equal(5, Directory.GetFiles(folder["out"]).Length);
    }

    // Choices of other lengths are another walk-forward's.
    [Fact]
    public async Task WalkForward_ResumedOnAnothersChoices_IsRefused()
    {
        await RunAsync();
        await File.WriteAllBytesAsync(Path.Combine(folder["out"], "walkforward.part"), new byte[400], Token);

        VerbRun run = await RunAsync("--resume");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is no part of a sweep", Assert.Single(run.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("20", "5d", "--train:0:0: '20': not a length of time; expected one like 90d, 12h or 2000 bars")]
    [InlineData("20d", "0h", "--test:0:0: '0h': not a length of time; expected one like 90d, 12h or 2000 bars")]
    [InlineData("60d", "5d", "--train:0:0: the data span 60d, a window needs 60d to train, 3d between, 5d to test")]
    public async Task WalkForward_LengthsThatCannotBe_AreOneLineAndExitCode2(string train, string test, string problem)
    {
        VerbRun run = await VerbRun.Of(
        [
            "walkforward", "--strategy", Strategy, "--data", Candles, "--to", "2024-03-01", "--out", folder["out"],
            "--train", train, "--test", test,
        ]);

        Assert.Equal((2, problem), (run.ExitCode, Assert.Single(run.Problems)));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string[] Args(params string[] more) =>
    [
        "walkforward", "--strategy", Strategy, "--data", Candles, "--to", "2024-03-01", "--out", folder["out"],
        "--train", "20d", "--test", "5d", .. more,
    ];

    private Task<VerbRun> RunAsync(params string[] more) => VerbRun.Of(Args(more));

    private Task<string[]> LinesAsync(string name) => File.ReadAllLinesAsync(Path.Combine(folder["out"], name), Token);
}
