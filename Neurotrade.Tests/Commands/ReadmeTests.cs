using Neurotrade.Web.Commands;

namespace Neurotrade.Tests.Commands;

/// <summary>What the README and the page tell people to type works as it stands there.</summary>
public sealed class ReadmeTests : IDisposable
{
    private const string Start = "dotnet run --project Neurotrade.Web -- ";
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Commands =>
    [
        .. CommandsIn("README.md"), .. CommandsIn("samples/strategies/README.md"),
        .. CommandsIn("Neurotrade.Web/Components/Pages/MakeOne.razor"),
    ];

    public static TheoryData<string> Samples =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "samples", "strategies"), "*.yaml").Select(path => Path.GetFileName(path)!)];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Readme_HoldsCommands() => Assert.True(Commands.Count >= 4, $"found {Commands.Count}");

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_AsItIsPrinted_Works(string command)
    {
        string[] args = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < args.Length; i++)
        {
            args[i] = args[i] switch
            {
                ['s', 'a', 'm', 'p', 'l', 'e', 's', '/', ..] => Path.Combine(Repository.Root, args[i]),
                "BTCUSDT-1m-2020.csv.gz" => SharedData.Require("data/binance_spot_1m/BTCUSDT-1m-2020.csv.gz"),
                ['o', 'u', 't', '/', ..] => folder[args[i]],
                _ => args[i],
            };
        }

        VerbRun run = await VerbRun.WithStateAsync(folder["state"], args);

        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Sample_OnTheGeneratedMarket_TradesAndIsProved(string sample)
    {
        List<string> args = ["backtest", "--strategy", Path.Combine(Repository.Root, "samples", "strategies", sample)];
        string[] symbols = sample.Contains("basket", StringComparison.Ordinal)
            ? ["BTC/USDT", "ETH/USDT", "SOL/USDT"]
            : ["BTC/USDT"];
        foreach (string symbol in symbols)
        {
            args.AddRange(["--data", $"store:sim/{symbol}/15m"]);
        }

        VerbRun run = await VerbRun.WithStateAsync(folder["state"], [.. args, "--out", folder["out"]]);

        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        Assert.Contains("No look-ahead, proved on", run.Out, StringComparison.Ordinal);
        string[] trades = await File.ReadAllLinesAsync(folder["out/trades.csv"], TestContext.Current.CancellationToken);
        Assert.True(trades.Length > 1, "a sample that never trades shows nothing");
    }

    private static IEnumerable<string> CommandsIn(string file)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, file)).Replace("\\\n", " ", StringComparison.Ordinal);
        return text.Split('\n')
            .Select(line => (line, at: line.IndexOf(Start, StringComparison.Ordinal)))
            .Where(found => found.at >= 0)
            .Select(found => found.line[(found.at + Start.Length)..].Split('<')[0].Trim());
    }
}
