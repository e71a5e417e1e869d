using Microsoft.Playwright;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Dashboard;
using static Microsoft.Playwright.Assertions;

namespace Neurotrade.Tests.Browser;

/// <summary>Where one is on a page: kept while only what is chosen on it changes, at the top of another.</summary>
public sealed class PlaceTests(Chromium chromium)
{
    [Fact]
    public async Task Result_WhenItsTableIsSorted_KeepsItsPlace_AndATradeBringsTheChart()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        PastRun run = StoredRuns.Keep(dashboard.Archive);
        IPage page = await chromium.OpenAsync();
        await page.GotoAsync($"{dashboard.Address}runs/{run.Id}");
        await Expect(page.Locator("main[data-interactive]")).ToBeVisibleAsync();
        await Expect(page.Locator("tr.pick").First).ToBeVisibleAsync();
        await page.Locator("section:has(#trades-title)").EvaluateAsync("panel => panel.scrollIntoView()");
        int before = await PlaceAsync(page);
        Assert.True(before > 300, $"{before} pixels");

        await page.Locator("section:has(#trades-title) th button").First.PressAsync("Enter");
        await Expect(page.Locator("section:has(#trades-title) th[aria-sort=ascending]")).ToHaveCountAsync(1);
        Assert.Equal(before, await PlaceAsync(page));

        await page.Locator("tr.pick button").First.PressAsync("Enter");
        await Expect(page.Locator(".prices")).ToBeInViewportAsync(new() { Ratio = 0.5f });

        await page.GetByRole(AriaRole.Link, new() { Name = "Data" }).First.PressAsync("Enter");
        await Expect(page.GetByText("No candles are stored yet.")).ToBeVisibleAsync();
        Assert.Equal(0, await PlaceAsync(page));
    }

    private static Task<int> PlaceAsync(IPage page) => page.EvaluateAsync<int>("Math.round(window.scrollY)");
}
