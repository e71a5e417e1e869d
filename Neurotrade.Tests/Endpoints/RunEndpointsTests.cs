using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Neurotrade.Tests.Browser;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Tests.Endpoints;

/// <summary>What charts fetch, from a server that really listens.</summary>
public sealed class RunEndpointsTests : IAsyncLifetime
{
    private RunningDashboard dashboard = null!;
    private HttpClient client = null!;
    private PastRun run = null!;

    public async ValueTask InitializeAsync()
    {
        dashboard = await RunningDashboard.StartAsync();
        client = new HttpClient { BaseAddress = dashboard.Address };
        run = StoredRuns.Keep(dashboard.Archive);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await dashboard.DisposeAsync();
    }

    [Fact]
    public async Task Candles_OfARange_ComeWithTheStrategysIndicatorsAndMayBeKeptForGood()
    {
        using HttpResponseMessage answer = await GetAsync($"candles?symbol=BTC-USDT&from=100&to=1100&points=250");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        using JsonDocument header = Header(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(60 * 24, header.RootElement.GetProperty("total").GetInt32());
        Assert.Equal(100, header.RootElement.GetProperty("from").GetInt32());
        Assert.Equal(4, header.RootElement.GetProperty("stride").GetInt32());
        Assert.Equal(["time", "open", "high", "low", "close", "volume", "fast.ema", "rsi.rsi", "slow.ema"], NamesOf(header));
        Assert.All(header.RootElement.GetProperty("columns").EnumerateArray(), column => Assert.Equal(250, column.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task Candles_WithAnIndicatorHidden_ComeWithoutIt()
    {
        using HttpResponseMessage answer = await GetAsync("candles?symbol=BTC-USDT&points=100&hide=fast,*levels");

        using JsonDocument header = Header(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain("fast.ema", NamesOf(header));
        Assert.Contains("slow.ema", NamesOf(header));
    }

    [Fact]
    public async Task Levels_OfARange_AreColumnsWithOneForEachTarget()
    {
        PastRun guarded = StoredRuns.Keep(dashboard.Archive, strategy: StoredRuns.Strategy + """

            orders: { stop_loss: 3%, take_profit: [{ at: 1%, close: 50% }, { at: 2%, close: 100% }], trailing_stop: 4% }
            """);

        using HttpResponseMessage answer = await client.GetAsync(
            new Uri($"api/runs/{guarded.Id}/levels?symbol=BTC-USDT&from=0&to=1000", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using JsonDocument header = Header(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["row", "stop", "trail", "limit", "target1", "target2"], NamesOf(header));
        Assert.InRange(header.RootElement.GetProperty("columns")[0].GetProperty("count").GetInt32(), 20, 1000);
    }

    [Fact]
    public async Task Trades_OfARun_AreAllOfThem()
    {
        using HttpResponseMessage answer = await GetAsync("trades?symbol=BTC-USDT");

        using JsonDocument header = Header(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.InRange(header.RootElement.GetProperty("total").GetInt32(), run.Trades, run.Trades + 1);
    }

    [Theory]
    [InlineData("candles?symbol=ETH-USDT", HttpStatusCode.NotFound)]
    [InlineData("candles?symbol=nonsense", HttpStatusCode.NotFound)]
    [InlineData("candles", HttpStatusCode.BadRequest)]
    [InlineData("candles?symbol=BTC-USDT&from=x", HttpStatusCode.BadRequest)]
    [InlineData("levels?symbol=BTC-USDT", HttpStatusCode.BadRequest)]
    [InlineData("levels?symbol=ETH-USDT&from=0&to=9", HttpStatusCode.NotFound)]
    [InlineData("levels?symbol=BTC-USDT&from=-9&to=99999999", HttpStatusCode.OK)]
    [InlineData("levels?symbol=BTC-USDT&from=9&to=1", HttpStatusCode.OK)]
    [InlineData("candles?symbol=BTC-USDT&from=-9&to=99999999&points=-1", HttpStatusCode.OK)]
    [InlineData("curves?names=equity,nonsense", HttpStatusCode.BadRequest)]
    [InlineData("curves?names=equity,drawdown&from=9000000000000&points=0", HttpStatusCode.OK)]
    [InlineData("files/trades.csv", HttpStatusCode.OK)]
    [InlineData("files/equity.csv", HttpStatusCode.OK)]
    [InlineData("files/record.json", HttpStatusCode.NotFound)]
    [InlineData("files/..%2F..%2Fneurotrade.db", HttpStatusCode.NotFound)]
    public async Task Get_WhateverIsAskedFor_IsAnsweredPlainly(string path, HttpStatusCode expected)
    {
        using HttpResponseMessage answer = await GetAsync(path);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("api/runs/..%2F..%2Fkeys/files.zip")]
    [InlineData("api/runs/20200101T000000000-00000000/files.zip")]
    [InlineData("api/runs/20200101T000000000-00000000/candles?symbol=BTC-USDT")]
    public async Task Get_OfARunThatIsNot_IsNotFound(string path)
    {
        using HttpResponseMessage answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Files_OfARun_AreAllOfThemInAZip()
    {
        using HttpResponseMessage answer = await GetAsync("files.zip");

        await using Stream stream = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer, TestContext.Current.CancellationToken);
        using var zip = new ZipArchive(buffer, ZipArchiveMode.Read);
        string[] names = [.. zip.Entries.Select(entry => entry.Name).Order(StringComparer.Ordinal)];
        Assert.Superset(
            new HashSet<string> { "metrics.json", "trades.csv", "fills.csv", "equity.csv", "strategy.yaml", "run.json" },
            new HashSet<string>(names));
        using var equity = new StreamReader(zip.GetEntry("equity.csv")!.Open());
        string[] rows = (await equity.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n');
        Assert.Equal("time,equity,cash,position_value,drawdown", rows[0]);
        Assert.Equal(run.Bars + 2, rows.Length);
    }

    private Task<HttpResponseMessage> GetAsync(string path) =>
        client.GetAsync(new Uri($"api/runs/{run.Id}/{path}", UriKind.Relative), TestContext.Current.CancellationToken);

    private static IEnumerable<string?> NamesOf(JsonDocument header) =>
        header.RootElement.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("name").GetString());

    private static JsonDocument Header(byte[] file) =>
        JsonDocument.Parse(Encoding.UTF8.GetString(file, 8, BitConverter.ToInt32(file, 4)));
}
