using System.Text;
using Microsoft.Playwright;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Dashboard;
using static Microsoft.Playwright.Assertions;

namespace Neurotrade.Tests.Browser;

/// <summary>
/// Mark-up and scripts in every text that pages show: they stay text. The policy that would stop a script is switched off,
/// so that one which got through would run and be seen.
/// </summary>
public sealed class HostileTextTests(Chromium chromium)
{
    private const string Image = """<img data-hostile src=x onerror="window.hostile=1;alert(1)">""";
    private const string Script = "</script><script data-hostile>window.hostile=1;alert(1)</script>";
    private const string Drawing = "\"'><svg data-hostile onload=window.hostile=1;alert(1)>";

    private static readonly string Strategy = $$"""
        schema: 1
        name: '{{Image}}'
        description: '{{Script}}'
        market: { exchange: sim, symbols: [BTC/USDT], timeframe: 1h }
        parameters:
          fast: { value: 5, min: 3, max: 20, step: 1 }
        indicators:
          fast: { type: ema, period: $fast }
          slow: { type: ema, period: 20 }
        rules:
          entry: { tag: '{{Drawing.Replace("'", "''", StringComparison.Ordinal)}}', when: "crosses_above(fast, slow)" }
          exit: { tag: "<a data-hostile href='javascript:window.hostile=1'>x</a>", when: "crosses_below(fast, slow)" }
        """;

    [Fact]
    public async Task Text_OfAStrategyAndItsRun_IsNowhereTakenForMarkUp()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        PastRun run = StoredRuns.Keep(dashboard.Archive, strategy: Strategy);
        Directory.CreateDirectory(dashboard["strategies"]);
        await File.WriteAllTextAsync(Path.Combine(dashboard["strategies"], "hostile.yaml"), Strategy, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(dashboard["strategies"], "broken.yaml"), $"schema: 1\n'{Image}': '{Script}'\nname: [{Image}]\n",
            TestContext.Current.CancellationToken);
        IPage page = await OpenAsync();
        string asked = Uri.EscapeDataString(Drawing + Image);
        (string Address, string Shows)[] pages =
        [
            (string.Empty, Image), ("backtests", Image), ($"backtests?q={asked}", "No run is like that."), ("strategies?file=hostile.yaml", Script),
            ("strategies?file=broken.yaml", Image), ($"strategies?file={asked}", Image), ("backtests/new?strategy=hostile.yaml", Script),
            ($"backtests/new?strategy={asked}", "What to run"), ($"runs/{run.Id}", Image), ($"runs/{run.Id}?bar=300&source=entry", Drawing),
            ($"runs/{run.Id}?q={asked}&sort={asked}&symbol={asked}&convention={asked}", Image), ($"data?series={asked}", "Import"),
        ];
        foreach ((string address, string shows) in pages)
        {
            await page.GotoAsync(dashboard.Address + address);
            await Expect(page.Locator("main[data-interactive]")).ToBeVisibleAsync();
            await Expect(page.Locator("body")).ToContainTextAsync(shows, new() { Timeout = 20_000 });
            await HoldAsync(page, address);
        }

        await page.GotoAsync($"{dashboard.Address}runs/{run.Id}/report");
        await Expect(page.Locator("h1")).ToContainTextAsync(Image);
        await HoldAsync(page, "report");
    }

    [Fact]
    public async Task Text_ThatIsTypedOrUploaded_IsNowhereTakenForMarkUp()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        IPage page = await OpenAsync();
        await page.GotoAsync(dashboard.Address + "data");
        await Expect(page.Locator("main[data-interactive]")).ToBeVisibleAsync();
        await page.GetByLabel("Import candle files").SetInputFilesAsync(new FilePayload
        {
            Name = Image + ".csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes($"time,open,high,low,close,volume\n{Image},1,2,0.5,1,{Script}\n"),
        });
        await Expect(page.Locator(".import")).ToContainTextAsync("not stored");
        await HoldAsync(page, "import");

        await page.GetByRole(AriaRole.Button, new() { Name = "Find or do" }).ClickAsync();
        await page.GetByLabel("Find", new() { Exact = true }).FillAsync(Image);
        await HoldAsync(page, "find");

        await page.GotoAsync(dashboard.Address + "backtests/new?strategy=05-turtle-breakout.yaml");
        await Expect(page.Locator("main[data-interactive]")).ToBeVisibleAsync();
        await page.GetByLabel("Capital").FillAsync(Image);
        await page.GetByRole(AriaRole.Button, new() { Name = "Run backtest" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync(Image);
        await HoldAsync(page, "capital");
    }

    // The suspicion itself: without the policy such a script does run, and is seen.
    [Fact]
    public async Task Script_ThatGotIntoAPage_WouldBeSeen()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        IPage page = await OpenAsync();
        await page.GotoAsync(dashboard.Address.ToString());
        await page.EvaluateAsync("mark => document.body.insertAdjacentHTML('beforeend', mark)", Image);

        await Expect(page.Locator("[data-hostile]")).ToHaveCountAsync(1);
        await Assert.ThrowsAnyAsync<Exception>(() => HoldAsync(page, "made by hand"));
    }

    private async Task<IPage> OpenAsync()
    {
        IPage page = await chromium.OpenAsync(withoutPolicy: true);
        page.Dialog += (_, dialog) => _ = dialog.DismissAsync();
        return page;
    }

    private static async Task HoldAsync(IPage page, string where)
    {
        Assert.True(await page.Locator("[data-hostile]").CountAsync() == 0, $"/{where}: text became mark-up");
        Assert.True(await page.EvaluateAsync<bool>("window.hostile === undefined"), $"/{where}: a script ran");
        string[] links = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('a[href], [src], form[action]')].map(e => e.href || e.src || e.action)"
            + ".filter(url => /^(javascript|data|vbscript):/i.test(url))");
        Assert.True(links.Length == 0, $"/{where}: {string.Join(' ', links)}");
    }
}
