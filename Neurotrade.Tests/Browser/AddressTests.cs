using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Dashboard;
using static Microsoft.Playwright.Assertions;

namespace Neurotrade.Tests.Browser;

/// <summary>What is done within one round trip to the server: no link is undone, and of two changes of an address none is lost.</summary>
public sealed class AddressTests(Chromium chromium)
{
    [Fact]
    public async Task Link_FollowedWhileTheChartTellsItsRange_IsNotUndone()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        PastRun run = StoredRuns.Keep(dashboard.Archive);
        (IPage page, HeldCircuit circuit) = await OpenAsync($"{dashboard.Address}runs/{run.Id}");
        await Expect(page.Locator(".chart:has(canvas)")).ToHaveCountAsync(5);
        foreach (string key in (string[])["+", "-"])
        {
            await page.Locator(".prices [tabindex='0']").FocusAsync();
            Task told = circuit.HoldAtAsync("Moved");
            await page.Keyboard.PressAsync(key);
            await told;
            await FollowAsync(page, "Backtests");
            circuit.Release();

            await Expect(page.Locator("#runs-title")).ToBeVisibleAsync();
            Assert.Equal($"{dashboard.Address}backtests", page.Url);
            await page.GoBackAsync();
            await Expect(page.Locator(".chart:has(canvas)")).ToHaveCountAsync(5);
        }

        // The window is real: what the chart told does stand in the address where the page is not left.
        await page.Locator(".prices [tabindex='0']").FocusAsync();
        await page.Keyboard.PressAsync("+");
        await Expect(page).ToHaveURLAsync(new Regex("from=.*to="));
    }

    [Fact]
    public async Task History_WordsAndOrderWithinARoundTrip_BothStandInTheAddress()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        SampleRuns.Keep(dashboard.Archive, SampleRuns.Make(1, "golden-cross"));
        SampleRuns.Keep(dashboard.Archive, SampleRuns.Make(2, "rsi-dip"));
        (IPage page, HeldCircuit circuit) = await OpenAsync(dashboard.Address + "backtests");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);

        circuit.Hold();
        await page.GetByLabel("Filter runs").FillAsync("golden");
        await page.GetByLabel("Pick golden-cross").CheckAsync();
        await page.GetByLabel("Pick rsi-dip").CheckAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Return" }).ClickAsync();
        circuit.Release();

        await Expect(page).ToHaveURLAsync(new Regex("sort=-return.*q=golden.*pick=[^,&]+%2C"));
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
    }

    // A page that is asked before it is left: Blazor would give up the link for any other navigation.
    [Fact]
    public async Task Link_FollowedWhileWordsAreOnTheirWay_IsNotLost()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        (IPage page, HeldCircuit circuit) = await OpenAsync(dashboard.Address + "strategies?file=05-turtle-breakout.yaml");
        await Expect(page.Locator(".cm-content")).ToContainTextAsync("schema");

        circuit.Hold();
        await page.GetByLabel("Filter files").FillAsync("turtle");
        await FollowAsync(page, "Data");
        circuit.Release();

        await Expect(page).ToHaveURLAsync(dashboard.Address + "data");
    }

    [Fact]
    public async Task Link_FollowedFromATextThatIsNotSaved_IsAskedAbout_AndWhatWasTypedBesidesIsKept()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        (IPage page, HeldCircuit circuit) = await OpenAsync(dashboard.Address + "strategies?file=05-turtle-breakout.yaml");
        await page.Locator(".cm-content").PressAsync("Control+Home");
        await page.Keyboard.TypeAsync("# typed\n");
        await Expect(page.Locator("#edit-title ~ .chip")).ToBeVisibleAsync();

        circuit.Hold();
        await page.GetByLabel("Filter files").FillAsync("turtle");
        await FollowAsync(page, "Data");
        circuit.Release();

        await Expect(page.Locator(".ask")).ToContainTextAsync("is not saved");
        await page.GetByRole(AriaRole.Button, new() { Name = "Stay" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("strategies.*q=turtle"));
        await FollowAsync(page, "Data");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go without saving" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(dashboard.Address + "data");
    }

    // Leaving a field and following the link are one press.
    [Fact]
    public async Task Link_FollowedOutOfAFieldOfTheForm_IsNotUndone()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        (IPage page, HeldCircuit circuit) = await OpenAsync(dashboard.Address + "backtests/new?strategy=05-turtle-breakout.yaml");
        await page.GetByLabel("Capital").FillAsync("2500");

        circuit.Hold();
        await FollowAsync(page, "Data");
        circuit.Release();

        await Expect(page.Locator("h1")).ToContainTextAsync("Data");
        Assert.Equal(dashboard.Address + "data", page.Url);
    }

    private static Task FollowAsync(IPage page, string name) =>
        page.GetByLabel("Main").GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();

    private async Task<(IPage Page, HeldCircuit Circuit)> OpenAsync(string address)
    {
        IPage page = await chromium.OpenAsync();
        HeldCircuit circuit = await HeldCircuit.OfAsync(page);
        await page.GotoAsync(address);
        await Expect(page.Locator("main[data-interactive]")).ToBeVisibleAsync();
        return (page, circuit);
    }
}
