using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Neurotrade.Tests.Dashboard.Optimising;
using Neurotrade.Web.Dashboard.Optimising;
using Neurotrade.Web.Dashboard.Strategies;
using static Microsoft.Playwright.Assertions;

namespace Neurotrade.Tests.Browser;

/// <summary>A sweep in a real browser, from its ranges to the backtest of one of its runs.</summary>
public sealed class OptimiseTests(Chromium chromium)
{
    [Fact]
    public async Task Sweep_FromItsRangesToOneRunsBacktest_TakesAPressEach()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        dashboard.Services.GetRequiredService<StrategyShelf>().Save("two.yaml", SweepBench.Strategy);
        IPage page = await chromium.OpenAsync();
        await OpenAsync(page, dashboard, "optimise");

        await page.GetByLabel("Strategy").SelectOptionAsync("two.yaml");
        await page.GetByLabel("To", new() { Exact = true }).FillAsync("2024-03-01");
        ILocator fast = page.GetByRole(AriaRole.Group, new() { Name = "$fast", Exact = true });
        await fast.GetByLabel("from").FillAsync("6");
        await fast.GetByLabel("by").FillAsync("1");
        await fast.GetByLabel("by").BlurAsync();
        await Expect(page.Locator(".op-count")).ToContainTextAsync("15 × 3 = 45");
        await Expect(page.Locator(".op-count")).ToContainTextAsync("timed just now on 45 of them", new() { Timeout = 20_000 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the sweep" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Open the results" }).ClickAsync(new() { Timeout = 30_000 });

        // The table: by trades, then those with a fast average of ten at most.
        await Expect(page.Locator("#point-title")).ToHaveTextAsync("The best run", new() { Timeout = 20_000 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Trades", Exact = true }).ClickAsync();
        await Expect(page.Locator("th[aria-sort='descending']")).ToHaveTextAsync("Trades");
        await page.GetByLabel("Filter runs").FillAsync("fast <= 10");
        await Expect(page.Locator("#rows-title + .hint")).ToHaveTextAsync("15 of 45");

        // A range that is drawn on an axis takes the place of what the filter said of it.
        ILocator lines = page.Locator("[role='img'][aria-label*='runs as lines']");
        await lines.ScrollIntoViewIfNeededAsync();
        LocatorBoundingBoxResult box = (await lines.BoundingBoxAsync())!;
        await Expect(lines.Locator("canvas").First).ToBeVisibleAsync();
        await page.Mouse.MoveAsync((float)box.X + 40, (float)box.Y + 40);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync((float)box.X + 40, (float)box.Y + 90, new() { Steps = 4 });
        await page.Mouse.UpAsync();
        await Expect(page.GetByLabel("Filter runs")).ToHaveValueAsync(new Regex(@"^fast >= 1\d$"));

        // A cell of the map by keys, then by a press.
        ILocator heat = page.Locator("[role='group'][aria-label^='Sharpe over']");
        await Expect(heat.Locator("canvas").First).ToBeVisibleAsync();
        await heat.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(heat.Locator("[aria-live]")).ToContainTextAsync("fast ");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex(@"point=\d+"));
        string byKeys = page.Url;
        await heat.ClickAsync(new() { Position = new() { X = 120, Y = 60 } });
        await Expect(page).Not.ToHaveURLAsync(byKeys);

        await page.GetByRole(AriaRole.Button, new() { Name = "Full backtest" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/runs/"), new() { Timeout = 30_000 });
        await Expect(page.Locator(".tile")).ToHaveCountAsync(8, new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task Sweep_ThatIsCancelled_GoesOnAtAPress()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        dashboard.Services.GetRequiredService<StrategyShelf>().Save("two.yaml", SweepBench.Strategy);
        IPage page = await chromium.OpenAsync();
        var queue = dashboard.Services.GetRequiredService<SweepQueue>();
        await OpenAsync(page, dashboard, "optimise?strategy=two.yaml&set=fast%3D5:20:1&set=slow%3D21:60:1&set=stop%3D1%25:39.9%25:0.1%25");

        await page.GetByRole(AriaRole.Button, new() { Name = "Start the sweep" }).ClickAsync();
        ILocator panel = page.Locator(".op-main .panel").First;
        await Expect(panel).ToContainTextAsync(new Regex(@"[1-9]\d* of 249,600 runs"), new() { Timeout = 60_000 });
        await Expect(panel).ToContainTextAsync("Best so far", new() { Timeout = 30_000 });
        await panel.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(panel).ToContainTextAsync("cancelled", new() { Timeout = 30_000 });
        await panel.GetByRole(AriaRole.Button, new() { Name = "Go on", Exact = true }).ClickAsync();
        await Expect(panel.GetByRole(AriaRole.Button, new() { Name = "Cancel" })).ToBeVisibleAsync();
        queue.Cancel(queue.List()[0].Id);
    }

    private static async Task OpenAsync(IPage page, RunningDashboard dashboard, string address)
    {
        await page.GotoAsync(dashboard.Address + address);
        await Expect(page.Locator("main[data-interactive]")).ToBeVisibleAsync();
    }
}
