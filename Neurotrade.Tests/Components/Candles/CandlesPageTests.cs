using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Tests.Dashboard.Imports;
using Neurotrade.Web.Components.Pages.Candles;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Imports;
using Neurotrade.Web.Dashboard.Jobs;
using Neurotrade.Web.Hosting;

namespace Neurotrade.Tests.Components.Candles;

public sealed class CandlesPageTests : DashboardContext
{
    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public void Page_WithoutCandles_SaysWhereTheyComeFrom()
    {
        IRenderedComponent<CandlesPage> page = Render<CandlesPage>();

        WaitFor("No candles are stored yet.", page);
        Assert.StartsWith("https://data.binance.vision", page.Find("a[target='_blank']").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_WhileThePageIsElsewhere_IsFoundAgainWithItsReport()
    {
        byte[] good = CandleTexts.Hours(30, skip: 10, bad: 20);
        IReadOnlyList<FileImport> announced = Imports.Announce(
            [new AnnouncedFile("ETHUSDT-1h-2024.csv", good.Length), new AnnouncedFile("SOLUSDT-1h.csv", 0)], "binance");
        await Imports.ReceiveAsync(announced[0].Id, new MemoryStream(good), Cancel);

        IRenderedComponent<CandlesPage> page = Render<CandlesPage>();
        Assert.Contains("waits its turn", page.Markup, StringComparison.Ordinal);
        Assert.Contains("The file is empty.", page.Markup, StringComparison.Ordinal);
        using var worker = new ImportWorker(Imports, Candles, NullLogger<ImportWorker>.Instance);
        await worker.StartAsync(Cancel);

        WaitFor("ETH/USDT 1h: 28 new", page);
        WaitFor("1 rows refused", page);
        WaitFor("2 gaps", page);
        Services.GetRequiredService<NavigationManager>().NavigateTo($"data?import={announced[0].Id}");
        IRenderedComponent<CandlesPage> again = Render<CandlesPage>();
        Assert.Equal("21", again.Find(".faults td.r").TextContent);
        Assert.Contains("high", again.Find(".faults td.wrap").TextContent, StringComparison.Ordinal);
        await worker.StopAsync(Cancel);
    }

    [Fact]
    public async Task Import_InProgress_IsCancelledByItsButton()
    {
        Imports.Announce([new AnnouncedFile("ETHUSDT-1h-2024.csv", 10), new AnnouncedFile("BTCUSDT-1h-2024.csv", 10)], "binance");
        IRenderedComponent<CandlesPage> page = Render<CandlesPage>();

        await page.InvokeAsync(() => page.Find("button[aria-label='Cancel BTCUSDT-1h-2024.csv']").Click());

        page.WaitForAssertion(() => Assert.Single(page.FindAll(".import button")));
        Assert.Equal(["ETHUSDT-1h-2024.csv"], Imports.List().Where(one => one.IsActive).Select(one => one.Name));
    }

    [Fact]
    public void Import_OfAFileNamedLikeAScript_ShowsItAsText()
    {
        Imports.Announce([new AnnouncedFile("<img src=x onerror=alert(1)>.csv", 0)], "binance");

        IRenderedComponent<CandlesPage> page = Render<CandlesPage>();

        Assert.Empty(page.FindAll("img"));
        Assert.Contains("<img src=x", page.Find(".import").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Exchange_ThatIsNoName_ClosesTheFieldAndSaysWhatIsExpected()
    {
        IRenderedComponent<CandlesPage> page = Render<CandlesPage>();
        Assert.Equal("binance", page.Find("[data-import]").GetAttribute("data-import"));

        // Once the store is read the page is drawn no more by itself: what was found in it is still there when it is used.
        WaitFor("No candles are stored yet.", page);
        page.Find("input[aria-label='Exchange']").Input("../etc");

        WaitFor("Expected lower-case letters", page);
        Assert.True(page.Find("[data-import]").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Gap_ThatIsPressed_IsShownOnTheChart()
    {
        Store(30, skip: 10);
        IRenderedComponent<CandlesPage> page = await OpenAsync();

        string address = page.Find("td a").GetAttribute("href")!;
        Assert.Equal("2024-01-01 10:00", page.Find("td a").TextContent);
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("tr[aria-selected='true']")), TimeSpan.FromSeconds(10));

        PriceChartState(page, 9);
    }

    [Fact]
    public async Task Export_OfSomeDays_NamesThemAndCountsTheirCandles()
    {
        Store(72);
        IRenderedComponent<CandlesPage> page = await OpenAsync();
        await page.InvokeAsync(() => Button(page, "Export").Click());
        Assert.Equal("api/candles/binance/BTC-USDT/1h/file.csv", page.Find("a[download]").GetAttribute("href"));

        await page.InvokeAsync(() => page.FindAll("input[type='date']")[0].Change("2024-01-02"));
        await page.InvokeAsync(() => page.FindAll("input[type='date']")[1].Change("2024-01-03"));

        Assert.Equal("api/candles/binance/BTC-USDT/1h/file.csv?from=2024-01-02&to=2024-01-03", page.Find("a[download]").GetAttribute("href"));
        Assert.Contains("24 candles", page.Find(".asked").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.FindAll("input[type='date']")[1].Change("2020-01-03"));
        Assert.Empty(page.FindAll("a[download]"));
    }

    [Fact]
    public async Task Delete_IsAskedTwiceAndSaysWhatIsLost()
    {
        Store(30);
        PastRun made = SampleRuns.Make(1, "mine") with { Origin = new RunOrigin { Sources = ["store:binance/BTC-USDT/1h"] } };
        SampleRuns.Keep(Archive, made);
        IRenderedComponent<CandlesPage> page = await OpenAsync();

        await page.InvokeAsync(() => Button(page, "Delete…").Click());
        Assert.Single(Candles.Addresses());
        string told = page.Find(".asked").TextContent;
        Assert.Contains("30 candles of BTC/USDT 1h (binance), 2024-01-01 00:00 to 2024-01-02 05:00", told, StringComparison.Ordinal);
        Assert.Contains("One result was made from it", told, StringComparison.Ordinal);
        await page.InvokeAsync(() => Button(page, "Delete 30 candles").Click());

        WaitFor("No candles are stored yet.", page);
        Assert.Empty(Candles.Addresses());
    }

    [Fact]
    public async Task Delete_WhileAJobReadsIt_IsRefused()
    {
        Store(30);
        Job job = Jobs.Ask("cross.yaml", StoredRuns.Strategy, new RunOrigin { Sources = ["store:binance/BTCUSDT/1h"] });
        IRenderedComponent<CandlesPage> page = await OpenAsync();

        await page.InvokeAsync(() => Button(page, "Delete…").Click());

        Assert.Contains(job.Title, page.Find(".asked").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".btn.dan"));
        Assert.Single(Candles.Addresses());
    }

    private static void PriceChartState(IRenderedComponent<CandlesPage> page, int row)
    {
        var options = page.FindComponent<Web.Components.Controls.PriceChart>().Instance.Options;
        Assert.Equal(row, options.Selected);
        Assert.InRange(row, options.Visible.From, options.Visible.To);
    }

    private async Task<IRenderedComponent<CandlesPage>> OpenAsync()
    {
        IRenderedComponent<CandlesPage> page = Render<CandlesPage>();
        await page.WaitForElementAsync("#quality-title", TimeSpan.FromSeconds(10));
        return page;
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<CandlesPage> page, string name) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == name);

    private void Store(int hours, int skip = -1)
    {
        Candle[] candles =
        [
            .. Enumerable.Range(0, hours).Where(hour => hour != skip)
                .Select(hour => new Candle(StoredRuns.From.UnixMillis + (hour * 3_600_000L), 100, 110, 90, 105, 5)),
        ];
        Assert.True(Symbol.TryParse("BTC/USDT", out Symbol symbol));
        Candles.Merge(new StoreAddress("binance", symbol, Timeframe.Hour), CandleSeries.From(symbol, Timeframe.Hour, candles));
    }

    private static void WaitFor(string text, IRenderedComponent<CandlesPage> page) =>
        page.WaitForAssertion(() => Assert.Contains(text, page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
}
