using Microsoft.Playwright;
using Neurotrade.Tests.Dashboard;
using static Microsoft.Playwright.Assertions;

namespace Neurotrade.Tests.Browser;

/// <summary>
/// A strategy changed in its form as a person does it: an indicator is added and used in a rule, a stop is set, a name is
/// changed, all is saved and tried, and the text agrees.
/// </summary>
public sealed class FormTests(Chromium chromium) : IAsyncDisposable
{
    private static readonly string Expected = StoredRuns.Strategy
        .Replace("rules:", "  drift: { type: sma, period: 20 }\nrules:", StringComparison.Ordinal)
        .Replace(
            "entry: { tag: up, when: \"crosses_above(fast, slow)\" }",
            "entry:\n    all:\n      - { tag: up, when: \"crosses_above(fast, slow)\" }\n      - close > drift",
            StringComparison.Ordinal)
        + "\norders:\n  stop_loss: 3%";

    private RunningDashboard? dashboard;

    private string Place => Path.Combine(dashboard!["strategies"], "mine.yaml");

    public async ValueTask DisposeAsync()
    {
        if (dashboard is not null)
        {
            await dashboard.DisposeAsync();
        }
    }

    [Fact]
    public async Task Form_ByPointer_ChangesTriesAndSavesAStrategy()
    {
        IPage page = await OpenAsync();

        await Add(page).GetByLabel("New indicator").FillAsync("trend");
        await Add(page).GetByLabel("Type").SelectOptionAsync("sma");
        await Add(page).GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        await Expect(page.GetByLabel("Name of trend")).ToBeVisibleAsync();
        await page.GetByLabel("More for crosses_above(fast, slow)").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Group: all of" }).ClickAsync();
        await page.GetByLabel("Add a condition to all of 1").ClickAsync();
        await page.GetByLabel("Second value of close > open").FillAsync("trend");
        await page.GetByLabel("Stop-loss").FillAsync("3%");
        await page.GetByLabel("Name of trend").FillAsync("drift");
        await page.GetByLabel("Name of trend").PressAsync("Enter");
        await Expect(page.GetByLabel("Second value of close > drift")).ToHaveValueAsync("drift");

        // One step back and forth again: the name, wherever it is said.
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.GetByLabel("Second value of close > trend")).ToHaveValueAsync("trend");
        await page.GetByRole(AriaRole.Button, new() { Name = "Redo" }).ClickAsync();
        await Expect(page.GetByLabel("Name of drift")).ToHaveValueAsync("drift");

        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await AgreesAsync(page);
    }

    [Fact]
    public async Task Form_ByKeyboardAlone_ChangesTriesAndSavesAStrategy()
    {
        IPage page = await OpenAsync();
        await TabToAsync(page, "More for crosses_above(fast, slow)");
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "Group: all of");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Add a condition to all of 1")).ToBeVisibleAsync();
        await TabToAsync(page, "Add a condition to all of 1");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Second value of close > open")).ToBeVisibleAsync();

        // The new condition has the focus, up and down again it keeps it.
        await FocusedAsync(page, "Move close > open");
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Expect(page.Locator("[data-row='entry.0'] [aria-label='Move close > open']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Expect(page.Locator("[data-row='entry.1'] [aria-label='Move close > open']")).ToBeFocusedAsync();

        await TabToAsync(page, "Stop-loss");
        await page.Keyboard.TypeAsync("3%");
        await TabToAsync(page, "New indicator");
        await page.Keyboard.TypeAsync("trend");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("sma");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Name of trend")).ToBeVisibleAsync();
        await TabToAsync(page, "Second value of close > open", "Shift+Tab");
        await page.Keyboard.TypeAsync("trend");
        await TabToAsync(page, "Name of trend");
        await page.Keyboard.TypeAsync("drift");
        await page.Keyboard.PressAsync("Tab");
        await FocusedAsync(page, "Type of drift");

        await page.Keyboard.PressAsync("Control+s");
        await AgreesAsync(page);
    }

    private async Task<IPage> OpenAsync()
    {
        dashboard = await RunningDashboard.StartAsync();
        Directory.CreateDirectory(dashboard["strategies"]);
        await File.WriteAllTextAsync(Place, StoredRuns.Strategy, TestContext.Current.CancellationToken);
        IPage page = await chromium.OpenAsync();
        await page.GotoAsync($"{dashboard.Address}strategies?file=mine.yaml&view=form");
        await Expect(page.Locator("main[data-interactive]")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-row]").First).ToBeVisibleAsync();
        return page;
    }

    // What is saved is what was meant, the text view shows it, and the quick backtest has run it.
    private async Task AgreesAsync(IPage page)
    {
        await Expect(page.GetByText("not saved", new() { Exact = true })).ToHaveCountAsync(0);
        Assert.Equal(Expected, await File.ReadAllTextAsync(Place, TestContext.Current.CancellationToken));
        await Expect(page.Locator(".quick .quick-figures dd").First).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("%"));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Backtest", Exact = true })).ToBeEnabledAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Text", Exact = true }).ClickAsync();
        await Expect(page.Locator(".cm-content")).ToContainTextAsync("drift: { type: sma, period: 20 }");
        await Expect(page.Locator(".cm-content")).ToContainTextAsync("close > drift");
        await Expect(page.Locator(".problems")).ToContainTextAsync("No problem");
    }

    private static ILocator Add(IPage page) => page.Locator("form", new() { HasText = "New indicator" });

    // As somebody without a pointer gets there.
    private static async Task TabToAsync(IPage page, string name, string key = "Tab")
    {
        for (int press = 0; press < 150; press++)
        {
            if (await NameOfFocusAsync(page) == name)
            {
                return;
            }

            await page.Keyboard.PressAsync(key);
        }

        Assert.Fail($"{key} does not lead to {name}");
    }

    private static async Task FocusedAsync(IPage page, string name)
    {
        await page.WaitForFunctionAsync("name => document.activeElement?.getAttribute('aria-label') === name", name);
    }

    private static Task<string> NameOfFocusAsync(IPage page) => page.EvaluateAsync<string>("""
        () => {
          const e = document.activeElement;
          return (e?.getAttribute('aria-label') ?? e?.labels?.[0]?.querySelector('span')?.textContent ?? e?.textContent ?? '').trim();
        }
        """);
}
