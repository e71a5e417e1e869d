using System.Text.Json;

namespace Neurotrade.Tests.Commands;

// contracts 1: data import, list, verify, export.
public sealed class DataCommandTests : IDisposable
{
    private const string Good = "1704067200000,10,12,9,11,1,1704067259999,0,0,0,0,0\n1704067260000,11,12,9,10,0,1704067319999,0,0,0,0,0\n";
    private const string Later = "1704067440000,10,12,9,11,1,1704067499999,0,0,0,0,0\n1704067500000,10,12,9,11,1,1704067559999,0,0,0,0,0\n";
    private readonly TemporaryFolder state = new();
    private readonly TemporaryFolder files = new();

    public void Dispose()
    {
        state.Dispose();
        files.Dispose();
    }

    private Task<VerbRun> Run(params string[] args) => VerbRun.WithStateAsync(state.Path, args);

    private async Task<JsonElement> JsonOf(params string[] args)
    {
        VerbRun run = await Run([.. args, "--json"]);
        Assert.True(run.ExitCode == 0, run.Error);
        return JsonDocument.Parse(run.Out).RootElement;
    }

    // An empty store and none at all are not the same thing.
    [Theory]
    [InlineData("list")]
    [InlineData("verify")]
    public async Task Verb_WhereAFileStandsForTheStateFolder_SaysSo(string verb)
    {
        string file = files.Write("state.csv", Good);

        VerbRun run = await VerbRun.WithStateAsync(file, "data", verb);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            $"{file}:0:0: is a file, expected a folder for all state (NEUROTRADE_DATA)", Assert.Single(run.Problems));
    }

    [Fact]
    public async Task Import_Files_ThenListVerifyAndExport_GiveThemBack()
    {
        string file = files.Write("BTCUSDT-1m-2024.csv", Good + Later + "broken\n");

        VerbRun import = await Run("data", "import", file);
        Assert.Equal(0, import.ExitCode);
        Assert.StartsWith(
            "store:binance/BTC-USDT/1m  4 candles, 2024-01-01T00:00:00Z to 2024-01-01T00:05:00Z, 66.66% covered\n",
            import.Out, StringComparison.Ordinal);
        Assert.Contains("after 2024-01-01T00:01:00Z  2 missing, 0 h 2 min", import.Out, StringComparison.Ordinal);
        Assert.Contains("stored: 4 new, 0 there before, none replaced", import.Out, StringComparison.Ordinal);
        Assert.Equal([$"{file}:5:0: 1 columns ('broken'), expected 12"], import.Problems);

        VerbRun list = await Run("data", "list");
        Assert.Matches(@"store:binance/BTC-USDT/1m\s+4\s+2024-01-01T00:00:00Z\s+2024-01-01T00:05:00Z\s+2\s+66.66%", list.Out);
        Assert.Contains("sound", (await Run("data", "verify")).Out, StringComparison.Ordinal);

        string copy = files["BTCUSDT-1m-copy.csv.gz"];
        Assert.Equal(0, (await Run("data", "export", "--out", copy)).ExitCode);
        JsonElement again = (await JsonOf("data", "import", copy))[0];
        Assert.Equal(0, again.GetProperty("added").GetInt32());
        Assert.Equal(4, again.GetProperty("already_stored").GetInt32());
        Assert.Equal(0, again.GetProperty("replaced").GetInt32());
    }

    // docs/candles.md shows this report.
    [Fact]
    public async Task Import_YearOfMinutes_PrintsWhatTheDocumentationShows()
    {
        string[] page = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "candles.md"));
        string[] shown = [.. page.SkipWhile(line => !line.StartsWith("$ neurotrade data import", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => line != "```").Where(line => line.Trim() != "…")];

        VerbRun run = await Run("data", "import", SharedData.Require("data/binance_spot_1m/BTCUSDT-1m-2020.csv.gz"));

        Assert.Equal(6, shown.Length);
        Assert.All(shown, line => Assert.Contains(line + "\n", run.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Import_AsJson_IsOneReportASeries()
    {
        files.Write("in/BTCUSDT-1m-a.csv", Good + Good);
        files.Write("in/ETHUSDT-1m-a.csv", Later + Good.Replace(",11,1,", ",11.5,1,", StringComparison.Ordinal));

        JsonElement report = await JsonOf("data", "import", files["in"], "--exchange", "kraken");

        Assert.Equal(["store:kraken/BTC-USDT/1m", "store:kraken/ETH-USDT/1m"],
            report.EnumerateArray().Select(one => one.GetProperty("address").GetString()));
        Assert.Equal(2, report[0].GetProperty("duplicate_rows").GetInt32());
        Assert.Equal(2, report[1].GetProperty("unsorted_rows").GetInt32());
        Assert.Equal(2, report[1].GetProperty("gaps")[0].GetProperty("missing").GetInt32());
    }

    [Fact]
    public async Task Import_RevisedCandle_ReplacesAndSaysSo()
    {
        await Run("data", "import", files.Write("BTCUSDT-1m-a.csv", Good));

        VerbRun second = await Run("data", "import", files.Write("BTCUSDT-1m-b.csv", Good.Replace(",11,1,", ",11.5,1,", StringComparison.Ordinal)));

        Assert.Contains("stored: 0 new, 1 there before, 1 replaced stored ones", second.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("prices.csv", "its name tells no symbol, expected --symbol BASE/QUOTE")]
    [InlineData("BTCUSDT-1m-a.txt", "not a candle file")]
    public async Task Import_WhatCannotBeFiled_IsBadInputAndStoresNothing(string name, string expected)
    {
        VerbRun run = await Run("data", "import", files.Write("BTCUSDT-1m-good.csv", Good), files.Write(name, Good));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, Assert.Single(run.Problems), StringComparison.Ordinal);
        Assert.Contains("The store is empty", (await Run("data", "list")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_Strict_RefusesAFileWithABadRow()
    {
        string file = files.Write("BTCUSDT-1m-a.csv", Good + "x\n");

        Assert.Equal(2, (await Run("data", "import", file, "--strict")).ExitCode);
        Assert.Equal(0, (await Run("data", "import", file, "--symbol", "ETH/USDT")).ExitCode);
    }

    [Fact]
    public async Task Import_BadOptions_AreNamedTogether()
    {
        VerbRun run = await Run("data", "import", "x.csv", "--symbol", "?", "--timeframe", "7m");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(2, run.Problems.Length);
        VerbRun exchange = await Run("data", "import", "x.csv", "--exchange", "../up");
        Assert.StartsWith("--exchange:0:0: '../up': not an exchange", Assert.Single(exchange.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_DamagedSeries_IsNamedAndExitOne()
    {
        await Run("data", "import", files.Write("BTCUSDT-1m-a.csv", Good), files.Write("ETHUSDT-1m-a.csv", Good));
        string column = Directory.GetFiles(state.Path, "close.col", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        byte[] bytes = File.ReadAllBytes(column);
        bytes[3] ^= 16;
        File.WriteAllBytes(column, bytes);

        VerbRun verify = await Run("data", "verify");

        Assert.Equal(1, verify.ExitCode);
        Assert.StartsWith($"{column}:0:0: is damaged: its checksum is", Assert.Single(verify.Problems), StringComparison.Ordinal);
        Assert.Matches(@"BTC-USDT/1m\s+damaged\n.*ETH-USDT/1m\s+sound", verify.Out);
        Assert.Equal(1, (await Run("data", "list")).ExitCode);
    }

    [Fact]
    public async Task Export_ManySeriesOrNone_AsksWhich()
    {
        VerbRun none = await Run("data", "export", "--out", files["a.csv"]);
        Assert.StartsWith("--data:0:0: the store is empty", Assert.Single(none.Problems), StringComparison.Ordinal);
        await Run("data", "import", files.Write("BTCUSDT-1m-a.csv", Good), files.Write("ETHUSDT-1m-a.csv", Later));

        VerbRun many = await Run("data", "export", "--out", files["a.csv"]);
        Assert.EndsWith("expected one of store:binance/BTC-USDT/1m, store:binance/ETH-USDT/1m",
            Assert.Single(many.Problems), StringComparison.Ordinal);
        JsonElement one = await JsonOf(
            "data", "export", "--out", files["a.csv"], "--data", "store:binance/ETH/USDT/1m", "--from", "2024-01-01T00:05:00Z");
        Assert.Equal(1, one.GetProperty("candles").GetInt32());
        Assert.Equal(2, File.ReadAllLines(files["a.csv"]).Length);
    }

    [Fact]
    public async Task Backtest_FromTheStore_EqualsTheOneFromTheFile()
    {
        string path = SharedData.Require("data/binance_spot_klines/BTCUSDT-4h.csv.gz");
        string file = Path.Combine(Repository.Root, "samples", "strategies", "06-supertrend.yaml");
        Assert.Equal(0, (await Run("data", "import", path)).ExitCode);

        VerbRun fromFile = await Run("backtest", "--strategy", file, "--data", path, "--out", files["one"]);
        VerbRun fromStore = await Run("backtest", "--strategy", file, "--data", "store:binance/BTC-USDT/4h", "--out", files["two"]);

        Assert.True(fromFile.ExitCode == 0 && fromStore.ExitCode == 0, fromFile.Error + fromStore.Error);
        foreach (string name in new[] { "trades.csv", "equity.csv", "metrics.json" })
        {
            Assert.Equal(File.ReadAllText(Path.Combine(files["one"], name)), File.ReadAllText(Path.Combine(files["two"], name)));
        }
    }
}
