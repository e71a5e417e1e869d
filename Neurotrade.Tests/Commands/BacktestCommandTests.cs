using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Neurotrade.Tests.Commands;

public sealed class BacktestCommandTests : IDisposable
{
    private const string Rules = """
        schema: 1
        name: two-averages
        market: { exchange: sim, symbols: [BTC/USDT], timeframe: 15m }
        indicators:
          fast: { type: sma, period: 10 }
          slow: { type: sma, period: 50 }
        rules:
          entry: crosses_above(fast, slow)
          exit: crosses_below(fast, slow)
        """;

    private readonly TemporaryFolder folder = new();

    private string Strategy => folder.Write("two.yaml", Rules);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Backtest_OfTheGeneratedMarket_WritesTheFilesOfContracts5()
    {
        VerbRun run = await RunAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.Contains("two-averages  BTC/USDT 15m  generated prices, not real", run.Out, StringComparison.Ordinal);
        string[] names = [.. Directory.GetFiles(folder["out"]).Select(path => Path.GetFileName(path))];
        Assert.Superset(
            new HashSet<string>
            {
                "metrics.json", "trades.csv", "fills.csv", "equity.csv", "strategy.yaml", "run.json",
            },
            names.ToHashSet());
    }

    [Fact]
    public async Task Backtest_AsJson_PrintsOneDocumentThatAgreesWithTheFiles()
    {
        VerbRun run = await RunAsync("--json");

        Assert.Equal(0, run.ExitCode);
        using JsonDocument printed = JsonDocument.Parse(run.Out);
        using JsonDocument written = JsonDocument.Parse(await ReadAsync("metrics.json"));
        Assert.Equal(
            written.RootElement.GetProperty("final_equity").GetRawText(),
            printed.RootElement.GetProperty("metrics").GetProperty("final_equity").GetRawText());
        Assert.Equal(folder["out"], printed.RootElement.GetProperty("out").GetString());
    }

    // contracts 3: the older forms are read, echo how each value was understood, and bring their own dates.
    [Fact]
    public async Task Backtest_OfAnOlderForm_SaysHowItWasUnderstoodAndKeepsItsDates()
    {
        string older = folder.Write("older.json", """
            {
              "symbol": "BTC/USDT", "timeframe": "15m", "start_date": "2023-02-01", "end_date": "2023-02-11",
              "capital": 2000, "indicators": { "rsi": { "enabled": true, "period": 14 } },
              "trading": {
                "buy_condition": "rsi < 35", "sell_condition": "rsi > 65",
                "trade_size_pct": 50, "slippage_pct": 0.05, "trading_fee_pct": 0.1
              }
            }
            """);

        VerbRun run = await VerbRun.Of(
            "backtest", "--strategy", older, "--data", "store:sim/BTC/USDT/15m", "--out", folder["out"]);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.ExitCode == 0 ? string.Empty : run.Error));
        Assert.Contains("trade_size_pct", run.Error, StringComparison.Ordinal);
        using JsonDocument metrics = JsonDocument.Parse(await ReadAsync("metrics.json"));
        Assert.Equal("2023-02-01T00:00:00Z", metrics.RootElement.GetProperty("start").GetString());
        Assert.Equal(10 * 96, metrics.RootElement.GetProperty("bars").GetInt32());
        Assert.StartsWith("schema: 1", await ReadAsync("strategy.yaml"), StringComparison.Ordinal);
    }

    // contracts 4.19: the same inputs give the same bytes, and nothing holds a time of day, path or thread count.
    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    public async Task Backtest_UnderAnotherCulture_WritesTheSameBytes(string culture)
    {
        await RunAsync();
        Dictionary<string, string> expected = Contents("out");
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo foreign = CultureInfo.GetCultureInfo(culture);

        // A culture that changes nothing would prove nothing.
        Assert.NotEqual("1.5", (1.5).ToString(foreign));
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (foreign, foreign);
            VerbRun run = await RunAsync();
            Assert.Equal(0, run.ExitCode);
            Assert.Contains("Final equity", run.Out, StringComparison.Ordinal);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, before);
        }

        Assert.Equal(expected, Contents("out"));
    }

    [Fact]
    public async Task Backtest_WithEveryKindOfMistake_NamesEachAndExitsTwo()
    {
        string strategy = folder.Write("bad.yaml", Rules.Replace("sma, period: 10", "smma2, period: 10", StringComparison.Ordinal));

        VerbRun run = await VerbRun.Of(
            "backtest", "--strategy", strategy, "--data", folder["absent.csv"], "--out", folder["out"], "--rules", folder["none.json"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.All(run.Problems, line => Assert.Matches(@"^.+:\d+:\d+: .+", line));
        Assert.Contains(run.Problems, line => line.StartsWith($"{strategy}:5:", StringComparison.Ordinal));
        Assert.Contains(run.Problems, line => line.StartsWith(folder["absent.csv"], StringComparison.Ordinal));
        Assert.Contains(run.Problems, line => line.StartsWith(folder["none.json"], StringComparison.Ordinal));
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Theory]
    [InlineData("--from", "yesterday", "--from:0:0: 'yesterday': not a time")]
    [InlineData("--capital", "-5", "--capital:0:0: '-5': not an amount")]
    [InlineData("--capital", "1,5", "--capital:0:0: '1,5': not an amount")]
    [InlineData("--set", "fast", "--set:0:0: 'fast': not an assignment")]
    [InlineData("--symbol", "B", "--symbol:0:0: 'B': not a symbol")]
    [InlineData("--timeframe", "7m", "--timeframe:0:0: '7m': not a timeframe")]
    [InlineData("--seed", "-1", "--seed:0:0: '-1': not a whole number")]
    public async Task Backtest_WithAValueThatCannotBeRead_SaysWhatWasExpected(string option, string value, string expected)
    {
        VerbRun run = await RunAsync(option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith(expected, Assert.Single(run.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backtest_Cancelled_ExitsWith130AndLeavesNothing()
    {
        VerbRun run = await VerbRun.UntilAsync(Arguments(), new CancellationToken(canceled: true));

        Assert.Equal(130, run.ExitCode);
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Fact]
    public async Task Backtest_IntoAFile_IsRefused()
    {
        folder.Write("out", "mine");

        VerbRun run = await RunAsync();

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("mine", await File.ReadAllTextAsync(folder["out"], TestContext.Current.CancellationToken));
    }

    // contracts 1: bad arguments are 2, and said before the work begins
    [Fact]
    public async Task Backtest_BeneathAFile_IsRefused()
    {
        folder.Write("file", "mine");

        VerbRun run = await RunAsync("--out", folder["file/out"]);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("--out:0:0: ", Assert.Single(run.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/zero", "a strategy file may have at most")]
    [InlineData("/", "is a folder; expected a file")]
    [InlineData("/absent.yaml", "no such file")]
    public async Task Backtest_OfAStrategyThatIsNoFile_SaysWhatItIs(string path, string expected)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Names of another system.");

        VerbRun run = await RunAsync("--strategy", path);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"{path}:0:0: ", Assert.Single(run.Problems), StringComparison.Ordinal);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backtest_WithRefusedRows_NamesThemAndGoesOn()
    {
        var text = new StringBuilder("time,open,high,low,close,volume\n");
        for (int i = 0; i < 200; i++)
        {
            string high = i is 7 or 9 ? "1" : "12";
            text.Append(CultureInfo.InvariantCulture, $"{1_577_836_800 + (i * 900)},10,{high},9,11,1\n");
        }

        string data = folder.Write("BTCUSDT-15m-2020.csv", text.ToString());

        VerbRun lenient = await VerbRun.Of("backtest", "--strategy", Strategy, "--data", data, "--out", folder["out"]);
        VerbRun strict = await VerbRun.Of(
            "backtest", "--strategy", Strategy, "--data", data, "--out", folder["strict"], "--strict");

        Assert.Equal(0, lenient.ExitCode);
        Assert.StartsWith($"{data}:9:", lenient.Problems[0], StringComparison.Ordinal);
        Assert.StartsWith($"{data}:11:", lenient.Problems[1], StringComparison.Ordinal);
        Assert.Equal(2, strict.ExitCode);
    }

    private string[] Arguments(params string[] more) =>
    [
        "backtest", "--strategy", Strategy, "--data", "store:sim/BTC/USDT/15m", "--from", "2024-01-01", "--to", "2024-02-01",
        "--out", folder["out"], .. more,
    ];

    // A repeated option would be the parser's problem, so an added one takes the place of ours.
    private Task<VerbRun> RunAsync(params string[] more)
    {
        List<string> arguments = [.. Arguments()];
        int at = more.Length == 2 ? arguments.IndexOf(more[0]) : -1;
        if (at >= 0)
        {
            arguments.RemoveRange(at, 2);
        }

        return VerbRun.Of([.. arguments, .. more]);
    }

    private async Task<string> ReadAsync(string name) =>
        await File.ReadAllTextAsync(Path.Combine(folder["out"], name), TestContext.Current.CancellationToken);

    private Dictionary<string, string> Contents(string name) => Directory.GetFiles(folder[name])
        .ToDictionary(path => Path.GetFileName(path), path => Convert.ToHexString(File.ReadAllBytes(path)));
}
