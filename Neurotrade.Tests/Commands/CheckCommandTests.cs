using System.Text.Json;

namespace Neurotrade.Tests.Commands;

public sealed class CheckCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Strategy => folder.Write("rules.yaml", """
        schema: 1
        name: checked
        market: { exchange: sim, symbols: [BTC/USDT], timeframe: 15m }
        indicators:
          slow: { type: sma, period: 50 }
          spare: { type: rsi, period: 14 }
        rules:
          entry: close[3] > slow
        """);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Check_OfASoundStrategy_ProvesItAndSaysWhatItNeeds()
    {
        VerbRun run = await RunAsync("--json");

        Assert.Equal(0, run.ExitCode);
        using JsonDocument document = JsonDocument.Parse(run.Out);
        JsonElement found = document.RootElement;
        Assert.Equal("proved", found.GetProperty("certificate").GetProperty("result").GetString());
        Assert.Equal(["spare"], found.GetProperty("unused_indicators").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(3, found.GetProperty("look_back_bars").GetInt32());
        Assert.InRange(found.GetProperty("warm_up_bars").GetInt32(), 49, 50);
        Assert.NotEmpty(found.GetProperty("rules_in_words").EnumerateArray());
    }

    [Fact]
    public async Task Check_AsText_LeadsWithTheVerdict()
    {
        VerbRun run = await RunAsync();

        string[] lines = run.Out.Split('\n');
        Assert.Equal("checked  BTC/USDT 15m", lines[0]);
        Assert.StartsWith("No look-ahead, proved on ", lines[1], StringComparison.Ordinal);
        Assert.Contains("Unused indicators  spare", run.Out, StringComparison.Ordinal);
    }

    private Task<VerbRun> RunAsync(params string[] more) => VerbRun.Of(
    [
        "check", "--strategy", Strategy, "--data", "store:sim/BTC/USDT/15m", "--from", "2024-01-01", "--to", "2024-02-01",
        .. more,
    ]);
}
