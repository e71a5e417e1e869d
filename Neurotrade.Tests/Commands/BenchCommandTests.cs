using System.Text.Json;

namespace Neurotrade.Tests.Commands;

public sealed class BenchCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // contracts 7
    [Fact]
    public async Task Bench_WithAFilter_WritesNameUnitMedianMinMaxRunsAndMachine()
    {
        VerbRun run = await VerbRun.Of("bench", "--filter", "candles.resample", "--out", folder["bench.json"]);

        Assert.True(run.ExitCode == 0, run.Error);
        using JsonDocument document = JsonDocument.Parse(
            await File.ReadAllTextAsync(folder["bench.json"], TestContext.Current.CancellationToken));
        JsonElement one = Assert.Single(document.RootElement.EnumerateArray());
        Assert.Equal("candles.resample", one.GetProperty("name").GetString());
        Assert.Equal("rows/s", one.GetProperty("unit").GetString());
        Assert.InRange(
            one.GetProperty("median").GetDouble(), one.GetProperty("min").GetDouble(), one.GetProperty("max").GetDouble());
        Assert.True(one.GetProperty("runs").GetInt32() >= 15);
        Assert.NotEmpty(one.GetProperty("machine").GetString()!);
    }

    [Fact]
    public async Task Bench_WithAFilterThatMatchesNothing_IsRefused()
    {
        VerbRun run = await VerbRun.Of("bench", "--filter", "nothing", "--out", folder["bench.json"]);

        Assert.Equal(2, run.ExitCode);
        Assert.False(File.Exists(folder["bench.json"]));
    }
}
