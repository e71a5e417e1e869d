using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Neurotrade.Tests.Browser;

/// <summary>The server ends in the middle of a backtest: the job is marked and can be run again, never silently gone.</summary>
public sealed class RestartTests(Chromium chromium)
{
    // A year of minutes with a finer walk and many indicators: long enough to be killed in its middle.
    private const string Long = """
        schema: 1
        name: long-one
        market: { exchange: sim, symbols: [BTC/USDT], timeframe: 1m }
        indicators:
          hull: { type: hma, period: 400 }
          cci: { type: cci, period: 900 }
          alma: { type: alma, period: 900 }
          ulcer: { type: ulcer, period: 900 }
          stoch: { type: stoch, period: 300 }
        rules: { entry: "close > hull and cci > 0 and close > alma and ulcer > 0", exit: "stoch.k > 90 or close < hull" }
        """;

    private const string Short = """
        schema: 1
        name: short-one
        market: { exchange: sim, symbols: [BTC/USDT], timeframe: 1d }
        rules: { entry: close > open, exit: close < open }
        """;

    [Fact]
    public async Task Job_WhoseServerIsKilled_IsMarkedAndRunsAgain_AndWhatWaitedRuns()
    {
        using var state = new TemporaryFolder();
        Directory.CreateDirectory(state["runs"]);
        state.Write("strategies/long.yaml", Long);
        state.Write("strategies/short.yaml", Short);
        await using ServedDashboard served = await ServedDashboard.StartAsync(state.Path);
        IPage page = await chromium.OpenAsync();
        await AskAsync(page, served, "long.yaml");
        await Expect(page.GetByRole(AriaRole.Meter, new() { Name = "long.yaml" })).ToBeVisibleAsync();
        IPage other = await chromium.OpenAsync();
        await AskAsync(other, served, "short.yaml");
        await Expect(other.GetByText("waits for its turn")).ToBeVisibleAsync();

        served.Kill();
        await served.StartAgainAsync();

        await page.GotoAsync(served.Address + "backtests");
        await Expect(page.Locator("main[data-interactive]")).ToBeVisibleAsync();
        ILocator row = page.Locator(".job-row").Filter(new() { HasText = "long.yaml" });
        await Expect(row).ToContainTextAsync("The server ended while it ran");
        await Expect(page.Locator("tbody")).ToContainTextAsync("short-one", new() { Timeout = 30_000 });
        await row.GetByRole(AriaRole.Button, new() { Name = "Run again" }).PressAsync("Enter");
        await Expect(page.Locator(".job-row").GetByRole(AriaRole.Button, new() { Name = "Cancel" })).ToHaveCountAsync(1);
        await page.Locator(".job-row").GetByRole(AriaRole.Button, new() { Name = "Cancel" }).PressAsync("Enter");
        await Expect(page.Locator(".job-row").GetByRole(AriaRole.Button, new() { Name = "Cancel" })).ToHaveCountAsync(0, new() { Timeout = 30_000 });
    }

    // Pressing in a hurry, and Enter in a field besides: one job, whose progress the page then shows.
    private static async Task AskAsync(IPage page, ServedDashboard served, string strategy)
    {
        await page.GotoAsync($"{served.Address}backtests/new?strategy={strategy}");
        await Expect(page.Locator("main[data-interactive]")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Run backtest" }).EvaluateAsync(
            "button => { for (let i = 0; i < 8; i++) { button.click(); } button.form.requestSubmit(); }");
        await Expect(page.Locator(".job")).ToHaveCountAsync(1);
        IPage list = await page.Context.NewPageAsync();
        await list.GotoAsync(served.Address + "backtests");
        await Expect(list.Locator(".job-row").Filter(new() { HasText = strategy })).ToHaveCountAsync(1);
        await list.CloseAsync();
    }
}
