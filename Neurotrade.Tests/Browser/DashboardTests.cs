using Microsoft.Playwright;
using Neurotrade.Tests.Dashboard;
using static Microsoft.Playwright.Assertions;

namespace Neurotrade.Tests.Browser;

public sealed class DashboardTests(Chromium chromium)
{
    [Fact]
    public async Task Dashboard_ListsRunsAndOpensAReport_WithoutAComplaintOfTheBrowser()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        IPage page = await chromium.OpenAsync();
        List<string> complaints = Complaints(page);
        await page.GotoAsync(dashboard.Address + "backtests");
        await Expect(page.GetByText("No backtest yet.")).ToBeVisibleAsync();
        await WaitForCircuitAsync(page);

        SampleRuns.Keep(dashboard.Archive, SampleRuns.Make(3, "golden-cross"));
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "golden-cross" })).ToBeVisibleAsync();
        IPage report = await page.Context.RunAndWaitForPageAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "golden-cross" }).ClickAsync());

        await Expect(report.Locator("h1")).ToHaveTextAsync("Report of golden-cross");
        await Expect(report.Locator("#script")).ToHaveTextAsync("run");
        await Expect(report.Locator("h1")).ToHaveCSSAsync("color", "rgb(1, 2, 3)");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Dashboard_AtItsFirstStart_MakesASampleWithAReport()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync(isFirstStart: true);
        IPage page = await chromium.OpenAsync();
        await page.GotoAsync(dashboard.Address.ToString());

        await Expect(page.GetByText("not a real price")).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await WaitForCircuitAsync(page);

        // By key: the page is still being filled, and what moves under the pointer takes no click.
        await page.GetByRole(AriaRole.Link, new() { Name = "Open the result" }).PressAsync("Enter");
        await Expect(page.Locator("main")).ToContainTextAsync("Total return", new() { Timeout = 120_000 });
        ILocator link = page.GetByRole(AriaRole.Link, new() { Name = "Report" });
        IPage report = await page.Context.RunAndWaitForPageAsync(() => link.PressAsync("Enter"));

        await Expect(report.Locator("h1")).ToContainTextAsync("golden-cross");
    }

    [Fact]
    public async Task Dashboard_FilterAndOrder_StandInTheAddress()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        SampleRuns.Keep(dashboard.Archive, SampleRuns.Make(1, "golden-cross"));
        SampleRuns.Keep(dashboard.Archive, SampleRuns.Make(2, "rsi-dip"));
        IPage page = await chromium.OpenAsync();
        await page.GotoAsync(dashboard.Address + "backtests");
        await WaitForCircuitAsync(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Return" }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"{dashboard.Address}backtests?sort=-return");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("golden");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync($"{dashboard.Address}backtests?sort=-return&q=golden");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Dashboard_Theme_FollowsTheSystemThenTheChoice()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        IPage page = await chromium.OpenAsync(scheme: ColorScheme.Light);
        await page.GotoAsync(dashboard.Address.ToString());
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");

        await page.GetByRole(AriaRole.Button, new() { Name = "Dark or light" }).ClickAsync();
        await page.ReloadAsync();

        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }

    [Fact]
    public async Task Dashboard_OnAPhone_FitsItsWidth()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        SampleRuns.Keep(dashboard.Archive, SampleRuns.Make(2, "a-strategy-with-a-rather-long-name-that-must-break"));
        IPage page = await chromium.OpenAsync(width: 320, height: 640);
        await page.GotoAsync(dashboard.Address.ToString());

        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
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

    // The mark-up is there before the circuit, which puts its own in its place: a click or the focus would be lost.
    private static async Task WaitForCircuitAsync(IPage page) =>
        await Expect(page.Locator("main[data-interactive]")).ToBeVisibleAsync();
}
