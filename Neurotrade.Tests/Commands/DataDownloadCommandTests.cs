using System.Text.Json;
using Neurotrade.Core.Market;
using Neurotrade.Tests.Adapters.Binance;
using Neurotrade.Tests.Adapters.Binance.Download;

namespace Neurotrade.Tests.Commands;

public sealed class DataDownloadCommandTests
{
    private static readonly string[] Verb = ["data", "download", "--exchange", "binance"];

    // contracts 1
    [Fact]
    public async Task Download_FromAnExchangeOfOnesOwn_FillsTheStore()
    {
        using TemporaryFolder state = new();
        KlineServer klines = new(Instant.FromDate(2024, 1, 1), candleCount: 1_440);
        await using LoopbackVenue venue = await LoopbackVenue.StartAsync(klines.AnswerAsync);
        string[] args =
        [
            .. Verb, "--symbol", "BTC/USDT", "--symbol", "ETHUSDT", "--from", "2024-01-01", "--base-url", venue.Environment.Rest.ToString(),
        ];

        VerbRun run = await VerbRun.WithStateAsync(state.Path, args);
        VerbRun again = await VerbRun.WithStateAsync(state.Path, [.. args, "--json"]);
        VerbRun list = await VerbRun.WithStateAsync(state.Path, "data", "list");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal(
            "store:binance/BTC-USDT/1m: 1,440 new candles\nstore:binance/ETH-USDT/1m: 1,440 new candles\n", run.Out);
        Assert.Contains("store:binance/ETH-USDT/1m", list.Out, StringComparison.Ordinal);
        using JsonDocument document = JsonDocument.Parse(again.Out);
        Assert.Equal(2, document.RootElement.GetArrayLength());
        Assert.Equal(0, document.RootElement[0].GetProperty("added").GetInt64());
    }

    [Fact]
    public async Task Download_OfAPairThatIsNotThere_FailsWithTheExchangesWords()
    {
        using TemporaryFolder state = new();
        KlineServer klines = new(Instant.FromDate(2024, 1, 1), candleCount: 10) { Unknown = "NOPEUSDT" };
        await using LoopbackVenue venue = await LoopbackVenue.StartAsync(klines.AnswerAsync);

        VerbRun run = await VerbRun.WithStateAsync(
            state.Path, [.. Verb, "--symbol", "NOPE/USDT", "--base-url", venue.Environment.Rest.ToString()]);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("NOPE/USDT:0:0: Rejected (-1121): Invalid symbol.", Assert.Single(run.Problems));
    }

    [Fact]
    public async Task Download_FromNobody_FailsWithOneLine()
    {
        LoopbackVenue venue = await LoopbackVenue.StartAsync(_ => Task.CompletedTask);
        string address = venue.Environment.Rest.ToString();
        await venue.DisposeAsync();

        VerbRun run = await VerbRun.Of([.. Verb, "--symbol", "BTC/USDT", "--base-url", address]);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"{address}:0:0: Unreachable", Assert.Single(run.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_WithEveryMistake_NamesEach()
    {
        VerbRun run = await VerbRun.Of(
            "data", "download", "--exchange", "kraken", "--symbol", "what", "--timeframe", "10m", "--from", "2024-02-01", "--to",
            "2024-01-01", "--base-url", "http://example.com", "--store-as", "A B");

        string[] starts =
        [
            "--exchange:0:0: 'kraken'", "--timeframe:0:0: '10m'", "--to:0:0:", "--base-url:0:0: 'http://example.com'",
            "--symbol:0:0: 'what'", "--store-as:0:0: 'A B'",
        ];
        Assert.Equal(2, run.ExitCode);
        Assert.All(starts, start => Assert.Contains(run.Problems, line => line.StartsWith(start, StringComparison.Ordinal)));
    }
}
