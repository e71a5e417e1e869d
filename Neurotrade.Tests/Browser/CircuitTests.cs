using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Dashboard;
using static Microsoft.Playwright.Assertions;

namespace Neurotrade.Tests.Browser;

/// <summary>The connection to the server is lost, or the server itself: the page says so, and nothing is lost with it.</summary>
public sealed class CircuitTests(Chromium chromium)
{
    [Fact]
    public async Task Page_WhoseConnectionIsCut_SaysSoAndComesBackWithWhatWasTyped()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        using var wire = new CuttableWire(dashboard.Address);
        IPage page = await chromium.OpenAsync();
        await OpenAsync(page, wire.Address + "strategies?file=05-turtle-breakout.yaml");
        ILocator text = page.Locator(".cm-content");
        await Expect(text).ToContainTextAsync("schema");
        await MarkAsync(page);

        wire.Cut();
        await Expect(Strip(page)).ToBeVisibleAsync();
        await Expect(Strip(page)).ToContainTextAsync("The server is not reached.");
        await text.PressAsync("Control+Home");
        await page.Keyboard.TypeAsync("nonsense: typed while away\n");

        // A press that nobody could answer is not taken: the page stays where it is.
        await page.GetByRole(AriaRole.Button, new() { Name = "Backtest", Exact = true }).PressAsync("Enter");
        await JoinAsync(wire, page);

        await Expect(page.Locator(".problems")).ToContainTextAsync("nonsense");
        await Expect(page.Locator("#edit-title ~ .chip")).ToBeVisibleAsync();
        Assert.EndsWith("strategies?file=05-turtle-breakout.yaml", page.Url, StringComparison.Ordinal);
        Assert.True(await IsMarkedAsync(page), "The page was loaded anew.");
    }

    [Fact]
    public async Task Result_WhoseConnectionIsCut_KeepsTheTradeAndTellsTheBarThatWasChosenMeanwhile()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        PastRun run = StoredRuns.Keep(dashboard.Archive);
        using var wire = new CuttableWire(dashboard.Address);
        IPage page = await chromium.OpenAsync();
        await OpenAsync(page, $"{wire.Address}runs/{run.Id}");
        await page.Locator("tr.pick button").First.PressAsync("Enter");
        await Expect(page.Locator("tr[aria-selected]")).ToHaveCountAsync(1);
        int before = BarOf(page);
        DateTimeOffset open = DateTimeOffset.FromUnixTimeMilliseconds(StoredRuns.From.UnixMillis).AddHours(before);
        await Expect(page.Locator(".prices .chart-legend")).ToContainTextAsync(
            open.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        string trade = await page.Locator("tr[aria-selected] button").InnerTextAsync();
        await MarkAsync(page);

        wire.Cut();
        await Expect(Strip(page)).ToBeVisibleAsync();
        await page.Locator(".prices [tabindex='0']").PressAsync("ArrowRight");
        Assert.Equal(before, BarOf(page));
        await JoinAsync(wire, page);

        await Expect(page).ToHaveURLAsync(new Regex($@"[?&]bar={before + 1}(&|$)"));
        await Expect(page.Locator("tr[aria-selected] button")).ToHaveTextAsync(trade);
        Assert.True(await IsMarkedAsync(page), "The page was loaded anew.");
    }

    // What was typed into a field while away is told to the server when it is back.
    [Fact]
    public async Task Field_TypedIntoWhileAway_IsTold()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        using var wire = new CuttableWire(dashboard.Address);
        IPage page = await chromium.OpenAsync();
        await OpenAsync(page, wire.Address + "backtests/new?strategy=05-turtle-breakout.yaml");
        ILocator capital = page.GetByLabel("Capital");

        wire.Cut();
        await Expect(Strip(page)).ToBeVisibleAsync();
        await capital.FillAsync("not money");
        await capital.BlurAsync();
        await JoinAsync(wire, page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Run backtest" }).PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "'not money' is not a capital" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Page_WhoseServerIsKilledAndStartedAgain_ComesBackWithTheTextThatWasNotSaved()
    {
        using var state = new TemporaryFolder();
        Directory.CreateDirectory(state["runs"]);
        await using ServedDashboard served = await ServedDashboard.StartAsync(state.Path);
        IPage page = await chromium.OpenAsync();
        await OpenAsync(page, served.Address + "strategies?file=05-turtle-breakout.yaml");
        await Expect(page.Locator(".cm-content")).ToContainTextAsync("schema");
        await page.Locator(".cm-content").PressAsync("Control+Home");
        await page.Keyboard.TypeAsync("# not saved yet\n");
        await Expect(page.Locator("#edit-title ~ .chip")).ToBeVisibleAsync();
        await MarkAsync(page);

        served.Kill();
        await Expect(Strip(page)).ToBeVisibleAsync();
        await served.StartAgainAsync();
        await ComeBackAsync(page);

        await Expect(page.Locator("main[data-interactive] .cm-content")).ToContainTextAsync("# not saved yet", new() { Timeout = 30_000 });
        await Expect(page.Locator("#edit-title ~ .chip")).ToBeVisibleAsync();
        Assert.False(await IsMarkedAsync(page), "The page is the old one.");
    }

    private static int BarOf(IPage page) =>
        int.Parse(Regex.Match(page.Url, @"[?&]bar=(\d+)").Groups[1].Value, CultureInfo.InvariantCulture);

    private static ILocator Strip(IPage page) => page.Locator("#components-reconnect-modal");

    private static Task JoinAsync(CuttableWire wire, IPage page)
    {
        wire.Join();
        return ComeBackAsync(page);
    }

    // The script waits longer from try to try, and tries at once where somebody looks at the page: so somebody looks.
    private static async Task ComeBackAsync(IPage page)
    {
        for (int look = 0; look < 100 && await Strip(page).IsVisibleAsync(); look++)
        {
            try
            {
                await page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
            }
            catch (PlaywrightException leaving) when (leaving.Message.Contains("navigation", StringComparison.Ordinal))
            {
                // A new server: the page is being loaded anew.
            }

            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        await Expect(Strip(page)).ToBeHiddenAsync();
    }

    private static async Task OpenAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await Expect(page.Locator("main[data-interactive]")).ToBeVisibleAsync();
    }

    private static async Task MarkAsync(IPage page) => await page.EvaluateAsync("window.sameAsBefore = true");

    private static Task<bool> IsMarkedAsync(IPage page) => page.EvaluateAsync<bool>("window.sameAsBefore === true");
}
