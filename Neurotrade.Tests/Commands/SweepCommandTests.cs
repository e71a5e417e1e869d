using System.Text.Json;
using Neurotrade.Tests.Dashboard.Optimising;

namespace Neurotrade.Tests.Commands;

public sealed class SweepCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Strategy => folder.Write("two.yaml", SweepBench.Strategy);

    public void Dispose() => folder.Dispose();

    // contracts 5.4: every row equals what `backtest --set …` gives.
    [Fact]
    public async Task Sweep_OfRanges_WritesRowsThatAreBacktests()
    {
        VerbRun run = await RunAsync("--set", "stop=1%:3%:2%", "--objective", "total_return - max_drawdown");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("24 of 24 combinations tried", run.Out, StringComparison.Ordinal);
        string[] lines = await TableAsync();
        Assert.Equal(25, lines.Length);
        string[] head = lines[0].Split(',');
        string[] best = lines[1].Split(',');
        double[] scores = [.. lines.Skip(1).Select(line => line.Split(','))
            .Select(row => Number(head, row, "total_return") - Number(head, row, "max_drawdown"))];
        Assert.Equal(scores.OrderDescending(), scores);

        VerbRun backtest = await VerbRun.Of(
        [
            "backtest", "--strategy", Strategy, "--data", "store:sim/BTC/USDT/1h", "--to", "2024-03-01", "--out", folder["one"],
            .. Enumerable.Range(0, 3).SelectMany(i => new[] { "--set", $"{head[i]}={best[i]}" }),
        ]);

        Assert.Equal(0, backtest.ExitCode);
        using JsonDocument metrics = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder["one"], "metrics.json"), Token));
        for (int i = 3; i < head.Length; i++)
        {
            JsonElement figure = metrics.RootElement.GetProperty(head[i]);
            string expected = figure.ValueKind switch
            {
                JsonValueKind.String => figure.GetString()!,
                JsonValueKind.Null => string.Empty,
                _ => figure.GetRawText(),
            };
            Assert.Equal(expected, best[i]);
        }
    }

    [Fact]
    public async Task Sweep_Random_TriesSoManyAndIsTheSameForASeed()
    {
        await RunAsync("--search", "random", "--trials", "5", "--seed", "3");
        string[] first = await TableAsync();
        await RunAsync("--search", "random", "--trials", "5", "--seed", "3");

        Assert.Equal(6, first.Length);
        Assert.Equal(first, await TableAsync());
    }

    [Fact]
    public async Task Sweep_Guided_ResumedOnItsPartIsTheSame()
    {
        string[] guided = ["--search", "guided", "--trials", "40", "--seed", "3", "--set", "fast=5:20:1", "--set", "slow=20:60:1"];
        await RunAsync(guided);
        string[] whole = await TableAsync();
        using CancellationTokenSource cancel = new();
        await cancel.CancelAsync();
        await VerbRun.UntilAsync(Args(guided), cancel.Token);
        await RunAsync([.. guided, "--resume"]);

        Assert.Equal(41, whole.Length);
        Assert.Equal(whole, await TableAsync());
    }

    [Fact]
    public async Task Sweep_AsJson_PrintsOneDocument()
    {
        VerbRun run = await RunAsync("--json", "--set", "fast=5", "--min-trades", "1");

        using JsonDocument printed = JsonDocument.Parse(run.Out);
        Assert.Equal((3, 3), (printed.RootElement.GetProperty("tried").GetInt32(), printed.RootElement.GetProperty("best").GetArrayLength()));
        using JsonDocument record = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder["out"], "sweep.json"), Token));
        Assert.Equal("not checked", record.RootElement.GetProperty("look_ahead").GetString());
        Assert.DoesNotContain(folder.Path, record.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    // Every combination ever tried is kept, each once, whatever ranges tried it.
    [Fact]
    public async Task Sweep_AfterOthers_CountsAllThatWereEverTried()
    {
        async Task<int> EverTriedAsync(params string[] set)
        {
            VerbRun run = await VerbRun.WithStateAsync(folder["state"], Args(["--json", .. set]));
            using JsonDocument printed = JsonDocument.Parse(run.Out);
            return printed.RootElement.GetProperty("ever_tried").GetInt32();
        }

        Assert.Equal(2, await EverTriedAsync("--set", "fast=5,10", "--set", "slow=20"));
        Assert.Equal(4, await EverTriedAsync("--set", "fast=5,10", "--set", "slow=20,40"));
        Assert.Equal(4, await EverTriedAsync("--set", "fast=10", "--set", "slow=20:40:20"));
        Assert.Equal(1, await EverTriedAsync("--set", "fast=5", "--set", "slow=20", "--from", "2024-02-01"));
    }

    // contracts 4.19: what was tried before changes what is printed, not what is written.
    [Fact]
    public async Task Sweep_AfterOthers_DeflatesWhatItPrintsByAllAndWhatItWritesByItself()
    {
        async Task<(double Printed, string Written)> SweepAsync(params string[] set)
        {
            VerbRun run = await VerbRun.WithStateAsync(folder["state"], Args(["--json", .. set]));
            using JsonDocument printed = JsonDocument.Parse(run.Out);
            return (printed.RootElement.GetProperty("deflated_sharpe").GetDouble(),
                await File.ReadAllTextAsync(Path.Combine(folder["out"], "sweep.json"), Token));
        }

        (double alone, string before) = await SweepAsync("--set", "fast=5,10,15", "--set", "slow=40");
        await SweepAsync("--set", "fast=5:20:1", "--set", "slow=20:60:5");
        (double amongMany, string after) = await SweepAsync("--set", "fast=5,10,15", "--set", "slow=40");

        Assert.NotEqual(alone, amongMany);
        Assert.Equal(before, after);
        using JsonDocument record = JsonDocument.Parse(after);
        JsonElement best = record.RootElement.GetProperty("best");
        Assert.Equal((3, alone), (best.GetProperty("trials").GetInt32(), best.GetProperty("deflated_sharpe").GetDouble()));
        Assert.Equal("40", best.GetProperty("set").GetProperty("slow").GetString());
    }

    // A backtest of values that a sweep tried is one of its tries, and says so; its files do not know.
    [Fact]
    public async Task Backtest_AfterASweep_SaysWhatTheBestOfItWouldComeTo()
    {
        string[] backtest =
        [
            "backtest", "--strategy", Strategy, "--data", "store:sim/BTC/USDT/1h", "--to", "2024-03-01", "--out", folder["one"],
            "--set", "fast=15",
        ];
        VerbRun before = await VerbRun.WithStateAsync(folder["state"], backtest);
        string file = await File.ReadAllTextAsync(Path.Combine(folder["one"], "metrics.json"), Token);
        await VerbRun.WithStateAsync(folder["state"], Args());

        VerbRun after = await VerbRun.WithStateAsync(folder["state"], backtest);

        Assert.DoesNotContain("Deflated", before.Out, StringComparison.Ordinal);
        Assert.Matches("Deflated Sharpe ratio [0-9.]+%: the best of 12 combinations ever tried on this data", after.Out);
        Assert.Equal(file, await File.ReadAllTextAsync(Path.Combine(folder["one"], "metrics.json"), Token));
    }

    [Fact]
    public async Task Sweep_OfMany_SaysWhatTheBestWouldComeToWithoutSkill()
    {
        VerbRun run = await RunAsync();

        Assert.Matches("deflated Sharpe ratio [0-9.]+%", run.Out);
        Assert.Matches("The best of [0-9,]+ ever tried on this data would come to a Sharpe ratio of [0-9.]+ without any skill", run.Out);
    }

    [Fact]
    public async Task Sweep_CancelledAndResumed_WritesTheSameTable()
    {
        await RunAsync();
        string[] whole = await TableAsync();
        using CancellationTokenSource cancel = new();
        await cancel.CancelAsync();

        VerbRun cancelled = await VerbRun.UntilAsync(Args(), cancel.Token);
        VerbRun resumed = await RunAsync("--resume");

        Assert.Equal((130, 0), (cancelled.ExitCode, resumed.ExitCode));
        Assert.Equal(whole, await TableAsync());
        Assert.False(File.Exists(Path.Combine(folder["out"], "sweep.part")));
    }

    // A folder may hold a backtest too: a sweep takes nothing of it away.
    [Fact]
    public async Task Sweep_IntoAFolderWithOtherFiles_LeavesThem()
    {
        Directory.CreateDirectory(folder["out"]);
        await File.WriteAllTextAsync(Path.Combine(folder["out"], "metrics.json"), "{}", Token);
        await RunAsync("--set", "fast=5");
        await RunAsync("--set", "fast=5");

        Assert.Equal(
            ["metrics.json", "sweep.csv", "sweep.json"], Directory.GetFiles(folder["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Sweep_ResumedOnAnotherSweepsPart_IsRefused()
    {
        Directory.CreateDirectory(folder["out"]);
        await File.WriteAllBytesAsync(Path.Combine(folder["out"], "sweep.part"), new byte[400], Token);

        VerbRun run = await RunAsync("--resume");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is no part of a sweep", Assert.Single(run.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--search", "all", "--search:0:0: 'all': expected grid, random or guided")]
    [InlineData("--device", "tpu", "--device:0:0: 'tpu': expected cpu, gpu or auto")]
    [InlineData("--precision", "single", "--precision:0:0: 'single': computed on a device alone; expected --device gpu beside it")]
    [InlineData("--objective", "sharp", "--objective:1:1: 'sharp' is no figure of a run. Did you mean `sharpe`?")]
    [InlineData("--set", "fast=1:3", "--set:0:0: 'fast=1:3': expected lo:hi:step, such as 10:50:5")]
    [InlineData("--trials", "many", "--trials:0:0: 'many': not a whole number from 0 to 2147483647")]
    public async Task Sweep_WhatCannotBeUsed_IsOneLineAndExitCode2(string option, string value, string problem)
    {
        VerbRun run = await RunAsync(option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(problem, Assert.Single(run.Problems));
    }

    [Fact]
    public async Task Sweep_WhereNoCombinationIsAStrategy_SaysWhatABacktestWould()
    {
        string strategy = folder.Write("macd.yaml", """
            schema: 1
            name: macd
            market: { exchange: sim, symbols: [BTC/USDT], timeframe: 1h }
            parameters: { fast: { value: 3 } }
            indicators: { macd: { type: macd, fast: $fast, slow: 10, signal: 4 } }
            rules: { entry: "macd > 0", exit: "macd < 0" }
            """);

        VerbRun run = await VerbRun.Of(
            "sweep", "--strategy", strategy, "--data", "store:sim/BTC/USDT/1h", "--to", "2024-02-01", "--out", folder["out"], "--set", "fast=20,30");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"{strategy}:5:", Assert.Single(run.Problems), StringComparison.Ordinal);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static double Number(string[] head, string[] row, string name) =>
        double.Parse(row[Array.IndexOf(head, name)], System.Globalization.CultureInfo.InvariantCulture);

    private string[] Args(params string[] more) =>
        ["sweep", "--strategy", Strategy, "--data", "store:sim/BTC/USDT/1h", "--to", "2024-03-01", "--out", folder["out"], .. more];

    private Task<VerbRun> RunAsync(params string[] more) => VerbRun.Of(Args(more));

    private Task<string[]> TableAsync() => File.ReadAllLinesAsync(Path.Combine(folder["out"], "sweep.csv"), Token);
}
