using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Dashboard;
using static Microsoft.Playwright.Assertions;

namespace Neurotrade.Tests.Browser;

/// <summary>What a new user does, in a real browser with real candles.</summary>
public sealed class JourneyTests(Chromium chromium)
{
    private const string Year = "data/binance_spot_1m/BTCUSDT-1m-2020.csv.gz";

    private static readonly string Mistaken = StoredRuns.Strategy
        .Replace("exchange: sim", "exchange: binance", StringComparison.Ordinal)
        .Replace("timeframe: 1h", "timeframe: 15m, detail: 1m", StringComparison.Ordinal)
        .Replace("type: rsi", "type: rsj", StringComparison.Ordinal);

    [Fact]
    public async Task Journey_OfANewUser_FromTheFirstStartToTwoRunsCompared()
    {
        string candles = SharedData.Require(Year);
        using var state = new TemporaryFolder();
        await using ServedDashboard dashboard = await ServedDashboard.StartAsync(state.Path);
        IPage page = await chromium.OpenAsync();
        List<string> complaints = Complaints(page);
        await SeenProgress.WatchAsync(page);
        await OpenAsync(page, dashboard.Address, string.Empty);

        await page.GetByRole(AriaRole.Link, new() { Name = "Import candles" }).PressAsync("Enter");
        await ImportAsync(page, candles);
        await FollowAsync(page, "Strategies");
        await MendAsync(page, state.Write("my-cross.yaml", Mistaken));

        await page.GetByRole(AriaRole.Button, new() { Name = "Backtest", Exact = true }).ClickAsync();
        await RunAsync(page, "2020-03-01", "2020-06-01");
        await AskWhyAsync(page);

        await FollowAsync(page, "Backtests");
        await page.GetByRole(AriaRole.Link, new() { Name = "New backtest" }).ClickAsync();
        await page.GetByLabel("Strategy").SelectOptionAsync("my-cross.yaml");
        await page.GetByLabel("$fast").FillAsync("9");
        await page.GetByLabel("$fast").BlurAsync();
        await RunAsync(page, "2020-03-01", "2020-06-01");
        await Expect(page.Locator(".tile")).ToHaveCountAsync(8, new() { Timeout = 30_000 });

        await FollowAsync(page, "Backtests");
        await CompareAsync(page);
        await DownloadAsync(page);
        Assert.Empty(complaints);
    }

    private static async Task ImportAsync(IPage page, string candles)
    {
        await Expect(page.GetByText("No candles are stored yet.")).ToBeVisibleAsync();
        await FileDrop.OnAsync(page.Locator(".drop", new() { HasText = "Drop candle files here" }), candles);
        await Expect(page.GetByText("BTC/USDT 1m: 525,766 new")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Assert.NotEmpty(await SeenProgress.OfAsync(page, "BTCUSDT-1m-2020"));
        await Expect(page.Locator(".gap-row", new() { HasText = "BTC/USDT" })).ToContainTextAsync("8 gaps");
        await Expect(page.Locator(".prices canvas").First).ToBeVisibleAsync();
    }

    private static async Task MendAsync(IPage page, string path)
    {
        await FileDrop.OnAsync(page.Locator(".drop", new() { HasText = "Drop YAML or JSON here" }), path);
        await Expect(page.Locator(".cm-lintRange-error")).ToHaveTextAsync("rsj");
        await Expect(page.Locator(".problems .problem")).ToContainTextAsync("rsj");
        await page.GetByRole(AriaRole.Button, new() { Name = "Replace with rsi" }).ClickAsync();
        await Expect(page.GetByText("No problem")).ToBeVisibleAsync();
        await Expect(page.Locator(".cm-lintRange-error")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.Locator("#edit-title ~ .chip")).ToBeHiddenAsync();
    }

    private static async Task RunAsync(IPage page, string from, string to)
    {
        await Expect(page.GetByLabel("Candles")).ToHaveValueAsync("binance");
        foreach ((string name, string day) in ((string, string)[])[("From", from), ("To", to)])
        {
            await page.GetByLabel(name, new() { Exact = true }).FillAsync(day);
            await page.GetByLabel(name, new() { Exact = true }).BlurAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Run backtest" }).ClickAsync();
        ILocator job = page.Locator(".panel", new() { Has = page.Locator("#asked-title") });
        string title = await page.Locator("#asked-title").InnerTextAsync();
        await job.GetByRole(AriaRole.Link, new() { Name = "Open the result" }).ClickAsync(new() { Timeout = 60_000 });
        Assert.NotEmpty(await SeenProgress.OfAsync(page, title));
    }

    private static async Task AskWhyAsync(IPage page)
    {
        ILocator why = page.Locator(".why");
        await Expect(page.Locator(".tile")).ToHaveCountAsync(8, new() { Timeout = 30_000 });
        await Expect(page.Locator(".prices canvas").First).ToBeVisibleAsync();
        await page.Locator("tr.pick button").Nth(2).ClickAsync();
        await Expect(why).ToContainTextAsync("Entered long");
        ILocator condition = why.Locator(".cond", new() { HasText = "crosses_above(fast, slow)" }).First;
        await Expect(condition.Locator(".v")).ToHaveTextAsync(new Regex(@"fast [\d,.]+ .* slow [\d,.]+"));

        // The chart has the bar as soon as the page has it.
        string before = page.Url;
        await page.Locator(".prices [tabindex='0']").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page).Not.ToHaveURLAsync(before);
        await Expect(why).ToContainTextAsync("Bought in this bar");
        await page.ReloadAsync();
        await Expect(why).ToContainTextAsync("Bought in this bar");
    }

    private static async Task CompareAsync(IPage page)
    {
        ILocator picks = page.GetByLabel("Pick cross", new() { Exact = true });
        await Expect(picks).ToHaveCountAsync(2);
        await picks.Nth(0).CheckAsync();
        await picks.Nth(1).CheckAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "Picked runs" }).GetByRole(AriaRole.Link, new() { Name = "Compare" }).ClickAsync();

        await Expect(page.Locator(".curve-keys .key")).ToHaveCountAsync(2, new() { Timeout = 30_000 });
        await Expect(page.Locator(".compare .best")).Not.ToHaveCountAsync(0);
        ILocator fact = page.Locator(".facts tr", new() { Has = page.Locator(".differs") });
        await Expect(fact.Filter(new() { HasText = "fast" }).Locator("td")).ToHaveTextAsync(["9", "5"]);
    }

    private static async Task DownloadAsync(IPage page)
    {
        await page.Locator(".run-head a.med").First.ClickAsync();
        await Expect(page.Locator(".tile")).ToHaveCountAsync(8, new() { Timeout = 30_000 });
        string shown = await page.Locator("#trades-title ~ .hint").InnerTextAsync();
        IDownload download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "Download all" }).ClickAsync());

        Assert.EndsWith(".zip", download.SuggestedFilename, StringComparison.Ordinal);
        using ZipArchive zip = ZipFile.OpenRead(await download.PathAsync());
        using JsonDocument metrics = JsonDocument.Parse(Read(zip, "metrics.json"));
        string[] trades = Read(zip, "trades.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith($"{trades.Length - 1} ", shown, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Object, metrics.RootElement.ValueKind);
    }

    private static string Read(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(Assert.Single(zip.Entries, entry => entry.Name == name).Open());
        return reader.ReadToEnd();
    }

    private static Task FollowAsync(IPage page, string name) =>
        page.GetByLabel("Main").GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();

    [Fact]
    public async Task Pages_OnAPhone_FitTheirWidth()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        PastRun run = StoredRuns.Keep(dashboard.Archive);
        dashboard.BringCandles();
        IPage page = await chromium.OpenAsync(width: 360, height: 720);

        foreach (string address in (string[])["", "backtests", "strategies?file=05-turtle-breakout.yaml", "data", "backtests/new", $"runs/{run.Id}"])
        {
            await OpenAsync(page, dashboard.Address, address);
            await Expect(page.Locator("main .panel").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360, address);
        }
    }

    private static async Task OpenAsync(IPage page, Uri dashboard, string address)
    {
        await page.GotoAsync(dashboard + address);
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
