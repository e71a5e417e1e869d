using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Neurotrade.Tests.Browser;
using Neurotrade.Tests.Dashboard.Optimising;
using Neurotrade.Web.Dashboard.Optimising;

namespace Neurotrade.Tests.Endpoints;

/// <summary>What the charts of a sweep fetch, from a server that really listens.</summary>
public sealed class SweepEndpointsTests : IAsyncLifetime
{
    private RunningDashboard dashboard = null!;
    private HttpClient client = null!;
    private string id = null!;

    public async ValueTask InitializeAsync()
    {
        dashboard = await RunningDashboard.StartAsync();
        client = new HttpClient { BaseAddress = dashboard.Address };
        id = await SweepBench.RunAsync(dashboard.Services.GetRequiredService<SweepQueue>(), SweepBench.Asked(("stop", "1%,3%")));
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await dashboard.DisposeAsync();
    }

    [Fact]
    public async Task Heat_OverTwoParameters_IsACellForEachPairAndMayBeKeptForGood()
    {
        using HttpResponseMessage answer = await GetAsync("heat?x=fast&y=slow&of=mean");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        using JsonDocument header = Header(await answer.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal(["x", "y", "value", "row", "count"], NamesOf(header));
        Assert.All(header.RootElement.GetProperty("columns").EnumerateArray(), column => Assert.Equal(12, column.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task Lines_OfASweep_AreItsParametersAndFigures()
    {
        using HttpResponseMessage answer = await GetAsync("lines?figures=trades,objective&row=23");

        using JsonDocument header = Header(await answer.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal(["row", "fast", "slow", "stop", "trades", "objective"], NamesOf(header));
        OpenSweep sweep = (await dashboard.Services.GetRequiredService<OpenSweeps>().FindAsync(id, Token))!;
        int lines = header.RootElement.GetProperty("columns")[0].GetProperty("count").GetInt32();
        Assert.Equal(Enumerable.Range(0, sweep.Ranked).Append(23).Distinct().Count(), lines);
    }

    [Fact]
    public async Task Files_OfASweep_AreThoseThatItWrote()
    {
        var store = dashboard.Services.GetRequiredService<SweepStore>();
        foreach (string name in new[] { "sweep.csv", "sweep.json" })
        {
            using HttpResponseMessage answer = await GetAsync(name);

            Assert.Equal(name, answer.Content.Headers.ContentDisposition!.FileName);
            Assert.Equal(await File.ReadAllBytesAsync(store.FileOf(id, name)!, Token), await answer.Content.ReadAsByteArrayAsync(Token));
        }
    }

    [Theory]
    [InlineData("heat?x=fast", HttpStatusCode.OK)]
    [InlineData("heat?x=none", HttpStatusCode.NotFound)]
    [InlineData("heat?x=fast&y=none", HttpStatusCode.NotFound)]
    [InlineData("heat?x=fast&y=slow&of=worst", HttpStatusCode.NotFound)]
    [InlineData("heat", HttpStatusCode.BadRequest)]
    [InlineData("lines", HttpStatusCode.BadRequest)]
    [InlineData("lines?figures=none", HttpStatusCode.BadRequest)]
    [InlineData("lines?figures=fast", HttpStatusCode.BadRequest)]
    [InlineData("plan.json", HttpStatusCode.NotFound)]
    public async Task Question_OfEveryKind_IsAnsweredOrRefused(string question, HttpStatusCode expected)
    {
        using HttpResponseMessage answer = await GetAsync(question);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("..%2F..%2Fetc")]
    public async Task Question_OfNoSweep_IsNotFound(string other)
    {
        foreach (string question in new[] { "heat?x=fast", "lines?figures=trades", "sweep.csv" })
        {
            using HttpResponseMessage answer = await client.GetAsync(new Uri($"api/sweeps/{other}/{question}", UriKind.Relative), Token);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Task<HttpResponseMessage> GetAsync(string question) =>
        client.GetAsync(new Uri($"api/sweeps/{id}/{question}", UriKind.Relative), Token);

    private static JsonDocument Header(byte[] file) => JsonDocument.Parse(file.AsMemory(8, BitConverter.ToInt32(file, 4)));

    private static string[] NamesOf(JsonDocument header) =>
        [.. header.RootElement.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("name").GetString()!)];
}
