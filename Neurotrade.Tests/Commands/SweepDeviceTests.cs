using System.Text.Json;
using Neurotrade.Tests.Adapters.OpenCl;

namespace Neurotrade.Tests.Commands;

/// <summary><c>sweep --device</c> and <c>--precision</c>: what is chosen is said, and files do not depend on it.</summary>
public sealed class SweepDeviceTests : IDisposable
{
    private const string Losses = "\nrisk: { max_drawdown: { limit: 20%, action: halt } }";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // contracts 4.19: the same bytes on the device's double mode.
    [Fact]
    public async Task Sweep_OnADevice_WritesTheSameFiles()
    {
        string name = Devices.Any().Name;

        VerbRun here = await RunAsync("here", string.Empty);
        VerbRun there = await RunAsync("there", string.Empty, "--device", "gpu", "--json");

        Assert.Equal((0, 0, string.Empty), (here.ExitCode, there.ExitCode, here.Error));
        Assert.Contains($"neurotrade: device: {name} (", there.Error, StringComparison.Ordinal);
        Assert.Equal(await TextAsync("here", "sweep.csv"), await TextAsync("there", "sweep.csv"));
        Assert.Equal(await TextAsync("here", "sweep.json"), await TextAsync("there", "sweep.json"));
        using JsonDocument printed = JsonDocument.Parse(there.Out);
        Assert.Equal(name, printed.RootElement.GetProperty("device").GetString());
    }

    [Fact]
    public async Task Sweep_InSingle_MarksEveryRowAndTheRecord()
    {
        Devices.Any();

        VerbRun run = await RunAsync("single", string.Empty, "--device", "gpu", "--precision", "single");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("Single precision", run.Out, StringComparison.Ordinal);
        string[] lines = (await TextAsync("single", "sweep.csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.EndsWith(",precision", lines[0].TrimEnd(), StringComparison.Ordinal);
        Assert.All(lines.Skip(1), line => Assert.EndsWith(",single", line.TrimEnd(), StringComparison.Ordinal));
        using JsonDocument record = JsonDocument.Parse(await TextAsync("single", "sweep.json"));
        Assert.Equal("single", record.RootElement.GetProperty("precision").GetString());
    }

    [Fact]
    public async Task Sweep_OfWhatADeviceDoesNotKnow_RunsOnTheProcessorAndSaysSo()
    {
        Devices.Any();

        VerbRun run = await RunAsync("losses", Losses, "--device", "gpu");
        VerbRun single = await RunAsync("none", Losses, "--device", "gpu", "--precision", "single");

        Assert.Equal((0, 2), (run.ExitCode, single.ExitCode));
        Assert.Equal("neurotrade: device: the processor, because the strategy limits its losses", Assert.Single(run.Problems));
        Assert.Equal("--precision:0:0: 'single' cannot be had: the strategy limits its losses", Assert.Single(single.Problems));
    }

    [Fact]
    public async Task Sweep_OnAuto_SaysWhatItChoseAndWhy()
    {
        VerbRun run = await RunAsync("auto", string.Empty, "--device", "auto");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches("^neurotrade: device: .+, because .+$", Assert.Single(run.Problems));
    }

    // The loader of drivers looks where this variable says.
    [Fact]
    public async Task Sweep_WithoutADevice_IsRefusedWithWhatToInstall()
    {
        ProcessRun run = await ProcessRun.OfAsync(
            folder.Path,
            new Dictionary<string, string?> { ["OCL_ICD_VENDORS"] = folder["none"], ["NEUROTRADE_DATA"] = folder["state"] },
            Args("refused", string.Empty, "--device", "gpu"));

        Assert.Equal(2, run.ExitCode);
        Assert.Matches(@"^--device:0:0: 'gpu': no OpenCL device \(.*\); install .*pocl-opencl-icd.*\n$", run.Error);
    }

    private Task<VerbRun> RunAsync(string into, string block, params string[] more) => VerbRun.Of(Args(into, block, more));

    private string[] Args(string into, string block, params string[] more)
    {
        string strategy = folder.Write("two.yaml", """
            schema: 1
            name: two-averages
            market: { exchange: sim, symbols: [BTC/USDT], timeframe: 1h }
            parameters:
              fast: { value: 10, min: 5, max: 20, step: 5 }
              stop: { value: 2%, min: 1%, max: 3%, step: 1% }
            indicators:
              fast: { type: ema, period: $fast }
              slow: { type: sma, period: 50 }
            rules:
              entry: crosses_above(fast, slow)
              exit: crosses_below(fast, slow)
            orders:
              stop_loss: $stop
            """ + block);
        return
        [
            "sweep", "--strategy", strategy, "--data", "store:sim/BTC/USDT/1h", "--to", "2024-03-01", "--out", folder[into], .. more,
        ];
    }

    private Task<string> TextAsync(string into, string file) =>
        File.ReadAllTextAsync(Path.Combine(folder[into], file), TestContext.Current.CancellationToken);
}
