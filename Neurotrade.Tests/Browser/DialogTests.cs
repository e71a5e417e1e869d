using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Neurotrade.Tests.Browser;

/// <summary>What opens over a page holds the focus, and gives it back to where it was.</summary>
public sealed class DialogTests(Chromium chromium)
{
    private const string IsInside =
        "() => document.activeElement === document.body || document.querySelector('dialog[open]')?.contains(document.activeElement) === true";

    [Fact]
    public async Task Dialog_HoldsTab_AndGivesTheFocusBackHoweverItIsDismissed()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        IPage page = await OpenAsync(dashboard);
        ILocator opener = page.GetByRole(AriaRole.Button, new() { Name = "New strategy" });
        ILocator dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "New strategy" });

        await opener.PressAsync("Enter");
        await Expect(dialog.GetByLabel("File name")).ToBeFocusedAsync();
        for (int press = 0; press < 9; press++)
        {
            await page.Keyboard.PressAsync(press < 5 ? "Tab" : "Shift+Tab");
            Assert.True(await page.EvaluateAsync<bool>(IsInside), $"press {press}");
        }

        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(opener).ToBeFocusedAsync();

        await opener.PressAsync("Enter");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).PressAsync("Enter");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(opener).ToBeFocusedAsync();

        await opener.PressAsync("Enter");
        await Expect(dialog).ToBeVisibleAsync();
        await page.Mouse.ClickAsync(10, 700);
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(opener).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Menu_GivesTheFocusBack_AlsoFromAQuestionThatItAsked()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        IPage page = await OpenAsync(dashboard);
        ILocator opener = page.GetByRole(AriaRole.Button, new() { Name = "File", Exact = true });
        ILocator item = page.GetByRole(AriaRole.Button, new() { Name = "Duplicate…" });

        await opener.PressAsync("Enter");
        await item.FocusAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(item).ToHaveCountAsync(0);
        await Expect(opener).ToBeFocusedAsync();

        await opener.PressAsync("Enter");
        await item.PressAsync("Enter");
        await Expect(page.GetByLabel("File name")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(opener).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Find_OpenedOutOfAField_GoesBackIntoIt_AndToTheTitleOfThePageItGoesTo()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        IPage page = await OpenAsync(dashboard);
        ILocator field = page.GetByLabel("Filter files");
        await field.FocusAsync();

        await page.Keyboard.PressAsync("Control+k");
        await Expect(page.GetByLabel("Find", new() { Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(field).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Control+k");
        await Expect(page.GetByLabel("Find", new() { Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("data page");
        await Expect(page.Locator("#found [role=option]")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(dashboard.Address + "data");
        await Expect(page.Locator("h1")).ToBeFocusedAsync();
    }

    private async Task<IPage> OpenAsync(RunningDashboard dashboard)
    {
        IPage page = await chromium.OpenAsync();
        await page.GotoAsync(dashboard.Address + "strategies?file=05-turtle-breakout.yaml");
        await Expect(page.Locator("main[data-interactive] .cm-content")).ToBeVisibleAsync();
        return page;
    }
}
