using Microsoft.Playwright;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Dashboard;
using static Microsoft.Playwright.Assertions;

namespace Neurotrade.Tests.Browser;

/// <summary>A result page without a pointer, and on paper.</summary>
public sealed class ResultKeysTests(Chromium chromium)
{
    [Fact]
    public async Task Result_ByKeysAlone_ShowsBarsTradesReasonsAndTables()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        IPage page = await OpenAsync(dashboard);
        IKeyboard keys = page.Keyboard;

        await keys.PressAsync("w");
        await Expect(page.Locator(".why")).ToContainTextAsync("Risk");
        await keys.PressAsync("Shift+ArrowLeft");
        await Expect(page.Locator(".why")).ToContainTextAsync("Bought in this bar");
        string bar = await page.Locator(".why .hint").InnerTextAsync();
        await keys.PressAsync("ArrowLeft");
        await Expect(page.Locator(".why .hint")).Not.ToHaveTextAsync(bar);
        await keys.PressAsync("Escape");
        await Expect(page.Locator(".why .hint")).ToHaveTextAsync("no bar chosen");

        await keys.PressAsync("t");
        await Expect(page.Locator(".prices table")).ToBeVisibleAsync();
        await keys.PressAsync("t");
        await Expect(page.Locator(".prices .chart")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Log" }).FocusAsync();
        await keys.PressAsync("t");
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Equity, buy and hold" })).ToBeVisibleAsync();

        await keys.PressAsync("/");
        await keys.TypeAsync("twt");
        await Expect(page.GetByText("Nothing matches “twt”.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Result_OnPaper_IsLightAndHasItsCharts_AndTheThemeComesBack()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        IPage page = await OpenAsync(dashboard);
        await page.EvaluateAsync("""
            () => window.addEventListener('beforeprint', () => {
              window.paper = [document.documentElement.dataset.theme, document.querySelectorAll('canvas.print-shot').length];
            })
            """);

        byte[] paper = await page.PdfAsync();

        Assert.True(paper.Length > 30_000, $"{paper.Length} bytes");
        Assert.Equal(["light", "5"], (await page.EvaluateAsync<string[]>("() => window.paper.map(String)")));
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(page.Locator("canvas.print-shot")).ToHaveCountAsync(0);
    }

    private async Task<IPage> OpenAsync(RunningDashboard dashboard)
    {
        PastRun run = StoredRuns.Keep(dashboard.Archive);
        IPage page = await chromium.OpenAsync();
        await page.GotoAsync($"{dashboard.Address}runs/{run.Id}");
        await Expect(page.Locator("main[data-interactive]")).ToBeVisibleAsync();
        await Expect(page.Locator(".prices canvas").First).ToBeVisibleAsync();
        await Expect(page.Locator(".chart:has(canvas)")).ToHaveCountAsync(5);
        return page;
    }
}
