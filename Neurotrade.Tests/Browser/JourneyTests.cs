using Microsoft.Playwright;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Dashboard;
using static Microsoft.Playwright.Assertions;

namespace Neurotrade.Tests.Browser;

/// <summary>What a new user does, in a real browser with real candles.</summary>
public sealed class JourneyTests(Chromium chromium)
{
    private static readonly string Mistaken = StoredRuns.Strategy
        .Replace("exchange: sim", "exchange: binance", StringComparison.Ordinal)
        .Replace("timeframe: 1h", "timeframe: 4h", StringComparison.Ordinal)
        .Replace("type: rsi", "type: rsj", StringComparison.Ordinal);

    [Fact]
    public async Task Journey_FromCandlesAndAStrategyWithAMistake_ToTheReasonOfATrade()
    {
        string candles = SharedData.Require("data/binance_spot_klines/BTCUSDT-1h.csv.gz");
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        IPage page = await chromium.OpenAsync();
        List<string> complaints = Complaints(page);

        await OpenAsync(page, dashboard, "data");
        await page.GetByLabel("Import candle files").SetInputFilesAsync(candles);
        await Expect(page.GetByText("BTC/USDT 1h: 43,803 new")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(page.GetByText("10 gaps", new() { Exact = true })).ToBeVisibleAsync();

        await OpenAsync(page, dashboard, "strategies");
        await page.GetByLabel("Upload strategies").SetInputFilesAsync(new FilePayload
        {
            Name = "my-cross.yaml",
            MimeType = "text/yaml",
            Buffer = System.Text.Encoding.UTF8.GetBytes(Mistaken),
        });
        await Expect(page.Locator(".cm-lintRange-error")).ToHaveTextAsync("rsj");
        await page.GetByRole(AriaRole.Button, new() { Name = "Replace with rsi" }).ClickAsync();
        await Expect(page.GetByText("No problem")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.GetByText("not saved")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Backtest", Exact = true }).ClickAsync();

        await Expect(page.Locator("select").Nth(1)).ToHaveValueAsync("binance");
        await page.GetByRole(AriaRole.Button, new() { Name = "Run backtest" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Open the result" }).ClickAsync(new() { Timeout = 60_000 });

        await Expect(page.Locator(".tile")).ToHaveCountAsync(8, new() { Timeout = 30_000 });
        await Expect(page.Locator(".prices canvas").First).ToBeVisibleAsync();
        await page.Locator("tr.pick button").Nth(2).ClickAsync();
        await Expect(page.Locator(".why")).ToContainTextAsync("Entered long");
        await Expect(page.Locator(".why")).ToContainTextAsync("crosses_above(fast, slow)");

        string before = page.Url;
        await page.Locator(".prices [tabindex='0']").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page).Not.ToHaveURLAsync(before);
        await Expect(page.Locator(".why")).ToContainTextAsync("Bought in this bar");
        await page.ReloadAsync();
        await Expect(page.Locator(".why")).ToContainTextAsync("Bought in this bar", new() { Timeout = 30_000 });

        IDownload download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "Download all" }).ClickAsync());
        Assert.EndsWith(".zip", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Pages_OnAPhone_FitTheirWidth()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        PastRun run = StoredRuns.Keep(dashboard.Archive);
        dashboard.BringCandles();
        IPage page = await chromium.OpenAsync(width: 360, height: 720);

        foreach (string address in (string[])["", "backtests", "strategies?file=05-turtle-breakout.yaml", "data", "backtests/new", $"runs/{run.Id}"])
        {
            await OpenAsync(page, dashboard, address);
            await Expect(page.Locator("main .panel").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360, address);
        }
    }

    private static async Task OpenAsync(IPage page, RunningDashboard dashboard, string address)
    {
        await page.GotoAsync(dashboard.Address + address);
        await Expect(page.Locator("main[data-interactive]")).ToBeVisibleAsync();
    }

    private static List<string> Complaints(IPage page)
    {
        List<string> complaints = [];
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
        return complaints;
    }
}
