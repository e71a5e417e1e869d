using System.Text.Json;

namespace Neurotrade.Tests.Commands;

public sealed class AnalyseCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Strategy => folder.Write("two.yaml", """
        schema: 1
        name: two-averages
        market: { exchange: sim, symbols: [BTC/USDT], timeframe: 1h }
        parameters:
          fast: { value: 10, min: 5, max: 20, step: 5 }
          slow: { value: 50, min: 20, max: 60, step: 20 }
        indicators:
          fast: { type: sma, period: $fast }
          slow: { type: sma, period: $slow }
        rules:
          entry: crosses_above(fast, slow)
          exit: crosses_below(fast, slow)
        """);

    public void Dispose() => folder.Dispose();

    // The file's own slow period, 50, lies between the range's steps: it joins them.
    [Fact]
    public async Task Analyse_OfARun_SaysWhatSpeaksAgainstIt()
    {
        VerbRun run = await RunAsync();

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Matches("[0-9]+ of 13 questions speak against this result", run.Out);
        using JsonDocument found = JsonDocument.Parse(await TextAsync());
        JsonElement root = found.RootElement;
        Assert.Equal(13, root.GetProperty("findings").GetArrayLength());
        JsonElement sweep = root.GetProperty("sweep");
        Assert.Equal((16, 16), (sweep.GetProperty("combinations").GetInt32(), sweep.GetProperty("trials").GetInt32()));
        Assert.Equal(8, root.GetProperty("plateau").GetProperty("neighbours").GetInt32());
        Assert.Equal("50", root.GetProperty("parameters").GetProperty("slow").GetString());
        Assert.Equal(4, root.GetProperty("candles").GetProperty("runs").GetInt32());
        foreach (JsonElement finding in root.GetProperty("findings").EnumerateArray())
        {
            bool isTold = run.Out.Contains(finding.GetProperty("what").GetString()!, StringComparison.Ordinal);
            Assert.True(isTold, finding.GetRawText());
        }
    }

    // contracts 4.19: what the ledger knows is printed, not written; nothing of the machine stands in the file.
    [Fact]
    public async Task Analyse_AfterASweep_WritesTheSame()
    {
        await VerbRun.WithStateAsync(folder["state"], Args());
        string before = await TextAsync();
        await VerbRun.WithStateAsync(
            folder["state"], "sweep", "--strategy", Strategy, "--data", "store:sim/BTC/USDT/1h", "--to", "2024-03-01",
            "--out", folder["sweep"], "--set", "fast=5:20:1");

        VerbRun run = await VerbRun.WithStateAsync(folder["state"], Args());

        Assert.Equal(before, await TextAsync());
        Assert.Contains("Held against all 48 tries ever made on this data", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(folder.Path, before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analyse_AtOtherValues_ExaminesThose()
    {
        VerbRun run = await RunAsync("--json", "--set", "fast=15", "--set", "slow=40", "--range", "slow=30,40,50");

        using JsonDocument printed = JsonDocument.Parse(run.Out);
        Assert.Equal("15", printed.RootElement.GetProperty("parameters").GetProperty("fast").GetString());
        Assert.Equal(12, printed.RootElement.GetProperty("sweep").GetProperty("combinations").GetInt32());
    }

    [Fact]
    public async Task Analyse_OfAStrategyWithoutParameters_JudgesTheRest()
    {
        string strategy = folder.Write("plain.yaml", """
            schema: 1
            name: plain
            market: { exchange: sim, symbols: [BTC/USDT], timeframe: 1h }
            indicators: { rsi: { type: rsi, period: 14 } }
            rules: { entry: rsi < 35, exit: rsi > 55 }
            """);

        VerbRun run = await VerbRun.Of(
            "analyse", "--strategy", strategy, "--data", "store:sim/BTC/USDT/1h", "--to", "2024-03-01", "--out", folder["out"], "--draws", "20");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("The strategy has no parameters to fit", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analyse_Cancelled_WritesNothing()
    {
        using CancellationTokenSource cancel = new();
        await cancel.CancelAsync();

        VerbRun run = await VerbRun.UntilAsync(Args(), cancel.Token);

        Assert.Equal(130, run.ExitCode);
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Theory]
    [InlineData("--range", "fast=1:3", "--set:0:0: 'fast=1:3': expected lo:hi:step, such as 10:50:5")]
    [InlineData("--draws", "0", "--draws:0:0: '0': expected 1 to 100000")]
    [InlineData("--objective", "sharp", "--objective:1:1: 'sharp' is no figure of a run. Did you mean `sharpe`?")]
    public async Task Analyse_WhatCannotBeUsed_IsOneLineAndExitCode2(string option, string value, string problem)
    {
        VerbRun run = await RunAsync(option, value);

        Assert.Equal((2, problem), (run.ExitCode, Assert.Single(run.Problems)));
    }

    private string[] Args(params string[] more) =>
    [
        "analyse", "--strategy", Strategy, "--data", "store:sim/BTC/USDT/1h", "--to", "2024-03-01", "--out", folder["out"],
        .. more.Contains("--draws") ? more : ["--draws", "20", .. more],
    ];

    private Task<VerbRun> RunAsync(params string[] more) => VerbRun.Of(Args(more));

    private Task<string> TextAsync() =>
        File.ReadAllTextAsync(Path.Combine(folder["out"], "overfitting.json"), TestContext.Current.CancellationToken);
}
