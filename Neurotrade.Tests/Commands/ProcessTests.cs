using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Neurotrade.Tests.Commands;

/// <summary>What can only be seen of a whole process: working folder, locale, processor, signals, streams.</summary>
public sealed class ProcessTests : IDisposable
{
    // Uses averages, sums, square roots, extremes, a higher timeframe and every kind of protective order.
    private const string Rules = """
        schema: 1
        name: many
        market: { exchange: sim, symbols: [BTC/USDT, ETH/USDT], timeframe: 5m }
        indicators:
          fast: { type: ema, period: 9 }
          slow: { type: sma, period: 34 }
          rsi: { type: rsi, period: 14 }
          macd: { type: macd }
          bands: { type: bollinger, period: 20, stddev: 2 }
          atr: { type: atr, period: 14 }
          adx: { type: adx, period: 14 }
          stoch: { type: stoch }
          hull: { type: hma, period: 21 }
          trend: { type: ema, period: 20, timeframe: 1h }
        rules:
          entry:
            any:
              - { tag: cross, when: "crosses_above(fast, slow) and adx > 20 and close > trend" }
              - { tag: dip, when: rsi < 30 and close < bands.lower and stoch.k < 20 }
              - { tag: turn, when: "rising(hull, 3) and macd.histogram > 0" }
          exit: rsi > 75 or crosses_below(fast, slow)
        orders:
          size: { percent_of_equity: 45% }
          stop_loss: 2 atr
          take_profit: [{ at: 1%, close: 50% }, { at: 3 atr, close: 100% }]
          trailing_stop: { distance: 2%, after: 1% }
        costs: { fee: 0.1%, slippage: 0.02% }
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // contracts 4.19
    [Fact]
    public async Task Backtest_OnAnyProcessorAndNumberOfThreads_WritesTheSameBytes()
    {
        (string Name, string? Value)[] machines =
        [
            ("DOTNET_PROCESSOR_COUNT", "2"), ("DOTNET_PROCESSOR_COUNT", "1"), ("DOTNET_EnableAVX512", "0"),
            ("DOTNET_EnableAVX2", "0"), ("DOTNET_EnableHWIntrinsic", "0"), ("LANG", "tr_TR.UTF-8"),
        ];
        Dictionary<string, string>? expected = null;
        foreach ((string name, string? value) in machines)
        {
            string outFolder = folder[$"{name}-{value}"];
            ProcessRun run = await BacktestAsync(outFolder, Variables((name, value)));

            Assert.True(run.ExitCode == 0, run.Error);
            Dictionary<string, string> contents = Contents(outFolder);
            expected ??= contents;
            Assert.Equal(expected, contents);
        }

        int trades = (await File.ReadAllLinesAsync(
            Path.Combine(folder["DOTNET_EnableAVX2-0"], "trades.csv"), TestContext.Current.CancellationToken)).Length;
        Assert.True(trades > 50, $"only {trades} rows in trades.csv: the comparison would prove little");
    }

    [Theory]
    [InlineData("DOTNET_EnableHWIntrinsic", "0", "none")]
    [InlineData("DOTNET_PROCESSOR_COUNT", "1", " 1 thread")]
    public async Task Doctor_OnALesserMachine_SeesThatTheVariableWorks(string name, string value, string expected)
    {
        ProcessRun run = await ProcessRun.OfAsync(folder.Path, Variables((name, value)), "doctor", "--json");

        using JsonDocument document = JsonDocument.Parse(run.Out);
        JsonElement lanes = document.RootElement.EnumerateArray()
            .Single(row => row.GetProperty("name").GetString() == "Vector lanes");
        Assert.Contains(expected, lanes.GetProperty("tried").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backtest_FromAnotherFolder_TakesRelativePathsFromThere()
    {
        folder.Write("mine/rules.yaml", Rules);

        ProcessRun run = await ProcessRun.OfAsync(
            folder["mine"], Variables(), "backtest", "--strategy", "rules.yaml", "--data", "store:sim/BTC/USDT/5m",
            "--data", "store:sim/ETH/USDT/5m", "--from", "2024-03-01", "--to", "2024-03-05", "--out", "results");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.True(File.Exists(folder["mine/results/run.json"]));
        Assert.DoesNotContain("\e[", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Process_WithoutAHome_SaysWhatToSet()
    {
        Dictionary<string, string?> none = new() { ["HOME"] = null, ["XDG_DATA_HOME"] = null, ["NEUROTRADE_DATA"] = null };

        ProcessRun run = await ProcessRun.OfAsync(folder.Path, none, "serve", "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("NEUROTRADE_DATA", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_OnATakenPort_FailsInOneLine()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        string url = string.Create(CultureInfo.InvariantCulture, $"http://{taken.LocalEndpoint}");

        ProcessRun run = await ProcessRun.OfAsync(folder.Path, Variables(), "serve", "--urls", url);

        Assert.Equal(1, run.ExitCode);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task Serve_WithoutAVerb_ServesUntilItIsAskedToEnd()
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        using Process process = ProcessRun.Start(folder.Path, Variables(), "--urls", "http://127.0.0.1:0", "--json");
        try
        {
            var text = new System.Text.StringBuilder();
            while (await process.StandardOutput.ReadLineAsync(cancel) is { } line && line != "}")
            {
                text.Append(line);
            }

            using JsonDocument document = JsonDocument.Parse(text.Append('}').ToString());
            using var http = new HttpClient { BaseAddress = new Uri(document.RootElement.GetProperty("url").GetString()!) };
            string page = await http.GetStringAsync("/", cancel);
            using HttpResponseMessage script = await http.GetAsync("/lib/blazor/blazor.web.js", cancel);
            using Process kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync(cancel).WaitAsync(TimeSpan.FromSeconds(30), cancel);

            Assert.Contains("<title>Overview", page, StringComparison.Ordinal);
            Assert.True(script.IsSuccessStatusCode);
            Assert.Equal(0, process.ExitCode);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    [Fact]
    public async Task Backtest_Interrupted_EndsWith130()
    {
        string strategy = folder.Write("rules.yaml", Rules.Replace("5m", "1m", StringComparison.Ordinal));
        using Process process = ProcessRun.Start(
            folder.Path, Variables(), "backtest", "--strategy", strategy, "--data", "store:sim/BTC/USDT/1m",
            "--data", "store:sim/ETH/USDT/1m", "--from", "2005-01-01", "--to", "2020-01-01", "--out", folder["out"]);

        // Well past its start, which takes a tenth of this, and far from its end.
        while (process.TotalProcessorTime < TimeSpan.FromSeconds(1))
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        using Process kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);

        await process.WaitForExitAsync(TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal(130, process.ExitCode);
        Assert.Equal(
            "neurotrade: cancelled\n", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.False(Directory.Exists(folder["out"]));
    }

    private Dictionary<string, string?> Variables(params (string Name, string? Value)[] more)
    {
        Dictionary<string, string?> variables = new() { ["NEUROTRADE_DATA"] = folder["state"] };
        foreach ((string name, string? value) in more)
        {
            variables[name] = value;
        }

        return variables;
    }

    private Task<ProcessRun> BacktestAsync(string outFolder, Dictionary<string, string?> environment) => ProcessRun.OfAsync(
        folder.Path, environment, "backtest", "--strategy", folder.Write("rules.yaml", Rules), "--data",
        "store:sim/BTC/USDT/5m", "--data", "store:sim/ETH/USDT/5m", "--from", "2024-02-01", "--to", "2024-04-01", "--out",
        outFolder);

    private static Dictionary<string, string> Contents(string path) => Directory.GetFiles(path)
        .ToDictionary(file => Path.GetFileName(file), file => Convert.ToHexString(File.ReadAllBytes(file)));
}
