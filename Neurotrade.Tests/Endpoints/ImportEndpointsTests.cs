using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Neurotrade.Tests.Browser;
using Neurotrade.Tests.Dashboard.Imports;
using Neurotrade.Web.Dashboard.Imports;

namespace Neurotrade.Tests.Endpoints;

/// <summary>How browsers bring candle files and take them out again, against a server that really listens.</summary>
public sealed class ImportEndpointsTests : IAsyncLifetime
{
    private RunningDashboard dashboard = null!;
    private HttpClient client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        dashboard = await RunningDashboard.StartAsync();
        client = new HttpClient { BaseAddress = dashboard.Address };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await dashboard.DisposeAsync();
    }

    [Fact]
    public async Task AFile_AnnouncedAndSent_ComesOutAsCsvOfTheDaysAskedFor()
    {
        byte[] file = CandleTexts.Hours(72);
        long?[] ids = await AnnounceAsync(("BTCUSDT-1h.csv", file.Length), ("b.exe", 5));
        Assert.Null(ids[1]);

        using HttpResponseMessage sent = await SendAsync(ids[0]!.Value, file);
        Assert.Equal(HttpStatusCode.NoContent, sent.StatusCode);
        using HttpResponseMessage again = await SendAsync(ids[0]!.Value, file);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        await EndOfAsync(ids[0]!.Value);

        using HttpResponseMessage all = await GetAsync("file.csv");
        Assert.Equal("BTCUSDT-1h-2024-01-01-2024-01-03.csv", all.Content.Headers.ContentDisposition!.FileName);
        string[] lines = (await all.Content.ReadAsStringAsync(Cancel)).Split('\n');
        Assert.Equal((74, "2024-01-01T00:00:00Z,100,110,90,105,5"), (lines.Length, lines[1]));
        using HttpResponseMessage day = await GetAsync("file.csv?from=2024-01-02&to=2024-01-03");
        string[] part = (await day.Content.ReadAsStringAsync(Cancel)).Split('\n');
        Assert.Equal((26, "2024-01-02T00:00:00Z,100,110,90,105,5"), (part.Length, part[1]));
    }

    [Theory]
    [InlineData("file.csv?from=x", HttpStatusCode.BadRequest)]
    [InlineData("file.csv?from=2030-01-01", HttpStatusCode.BadRequest)]
    [InlineData("file.csv?from=2024-01-03&to=2024-01-02", HttpStatusCode.BadRequest)]
    [InlineData("file.csv?from=&to=", HttpStatusCode.OK)]
    public async Task Csv_WhateverIsAskedFor_IsAnsweredPlainly(string path, HttpStatusCode expected)
    {
        byte[] file = CandleTexts.Hours(72);
        long id = (await AnnounceAsync(("BTCUSDT-1h.csv", file.Length)))[0]!.Value;
        using HttpResponseMessage sent = await SendAsync(id, file);
        await EndOfAsync(id);

        using HttpResponseMessage answer = await GetAsync(path);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("""{"exchange":"../x","files":[{"name":"a.csv","size":1}]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"exchange":"binance","files":[]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"exchange":"binance"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"exchange":"binance","files":[null]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"exchange":"binance","files":[{"size":1}]}""", HttpStatusCode.BadRequest)]
    [InlineData("nonsense", HttpStatusCode.BadRequest)]
    public async Task Announcement_ThatIsNone_IsRefused(string text, HttpStatusCode expected)
    {
        using var body = new StringContent(text, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await client.PostAsync(new Uri("api/imports", UriKind.Relative), body, Cancel);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Empty(Queue.List());
    }

    [Fact]
    public async Task File_WhoseConnectionIsClosedMidway_IsEndedAtOnceWithTheOthersOfItsTab()
    {
        long?[] ids = await AnnounceAsync(("BTCUSDT-1h.csv", 100_000), ("ETHUSDT-1h.csv", 100_000));
        using (var connection = new TcpClient())
        {
            await connection.ConnectAsync(dashboard.Address.Host, dashboard.Address.Port, Cancel);
            string head = $"PUT /api/imports/{ids[0]} HTTP/1.1\r\nHost: {dashboard.Address.Authority}\r\nContent-Length: 100000\r\n\r\nhalf";
            await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), Cancel);
            await UntilAsync(() => Queue.Find(ids[0]!.Value)!.State == ImportState.Arriving);
        }

        // Long before a browser that is silent is given up.
        await UntilAsync(() => Queue.List().All(one => one.State == ImportState.Interrupted)).WaitAsync(ImportQueue.Patience / 2, Cancel);

        Assert.Equal(2, Queue.List().Count);
    }

    // A form is what another site's page could send without being asked for permission.
    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Announcement_AsAnotherSitesPageCouldSendIt_IsRefused(string type)
    {
        using var body = new StringContent("""{"exchange":"binance","files":[{"name":"a.csv","size":1}]}""", Encoding.UTF8, type);
        using HttpResponseMessage answer = await client.PostAsync(new Uri("api/imports", UriKind.Relative), body, Cancel);

        Assert.False(answer.IsSuccessStatusCode);
        Assert.Empty(Queue.List());
    }

    [Fact]
    public async Task File_ThatNobodyAnnounced_IsNotFound()
    {
        using HttpResponseMessage answer = await SendAsync(77, [1, 2, 3]);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private ImportQueue Queue => dashboard.Services.GetRequiredService<ImportQueue>();

    private async Task<long?[]> AnnounceAsync(params (string Name, long Size)[] files)
    {
        using HttpResponseMessage answer = await client.PostAsJsonAsync(
            new Uri("api/imports", UriKind.Relative),
            new { exchange = "binance", sender = "tab", files = files.Select(file => new { name = file.Name, size = file.Size }) }, Cancel);
        return (await answer.Content.ReadFromJsonAsync<long?[]>(Cancel))!;
    }

    private Task<HttpResponseMessage> SendAsync(long id, byte[] file) =>
        client.PutAsync(new Uri($"api/imports/{id}", UriKind.Relative), new ByteArrayContent(file), Cancel);

    private Task<HttpResponseMessage> GetAsync(string path) =>
        client.GetAsync(new Uri($"api/candles/binance/BTC-USDT/1h/{path}", UriKind.Relative), Cancel);

    private async Task EndOfAsync(long id) => Assert.Equal(ImportState.Done, (await ImportEnds.OfAsync(Queue, id, Cancel)).State);

    private Task UntilAsync(Func<bool> isSo) => ImportEnds.UntilAsync(Queue, isSo, Cancel);
}
