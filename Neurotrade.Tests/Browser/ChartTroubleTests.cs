using Microsoft.Playwright;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Dashboard;
using static Microsoft.Playwright.Assertions;

namespace Neurotrade.Tests.Browser;

/// <summary>Data of a chart that cannot be had: the chart says so and tries again on demand, and the page goes on.</summary>
public sealed class ChartTroubleTests(Chromium chromium)
{
    [Theory]
    [InlineData("curves", "The curves could not be loaded: 503", 3)]
    [InlineData("candles", "Prices could not be loaded: 503", 1)]
    [InlineData("trades", "Trades could not be loaded: 503", 1)]
    public async Task Data_ThatCannotBeHad_AreToldAndAskedForAgain(string data, string told, int count)
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        PastRun run = StoredRuns.Keep(dashboard.Archive);
        IPage page = await chromium.OpenAsync();
        string address = $"**/api/runs/*/{data}?*";
        await page.RouteAsync(address, route => route.FulfillAsync(new() { Status = 503 }));
        await page.GotoAsync($"{dashboard.Address}runs/{run.Id}");
        ILocator trouble = page.Locator(".chart-trouble");
        await Expect(trouble).ToHaveCountAsync(count, new() { Timeout = 20_000 });
        await Expect(trouble.First).ToContainTextAsync(told);

        // The page is still served.
        await page.GetByRole(AriaRole.Button, new() { Name = "Equity as a table" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Equity, buy and hold" })).ToBeVisibleAsync();
        int left = await trouble.CountAsync();
        await page.UnrouteAsync(address);
        for (int again = 0; again < left; again++)
        {
            await trouble.First.GetByRole(AriaRole.Button, new() { Name = "Try again" }).PressAsync("Enter");
        }

        await Expect(trouble).ToHaveCountAsync(0);
        await Expect(page.Locator(".chart[role=group]")).ToHaveCountAsync(0);
        await page.Locator(".prices [tabindex='0']").PressAsync("ArrowLeft");
        await Expect(page.Locator(".why .hint")).Not.ToHaveTextAsync("no bar chosen");
    }
}
