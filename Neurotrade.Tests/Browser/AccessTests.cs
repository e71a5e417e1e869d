using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Tests.Dashboard.Optimising;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Optimising;
using static Microsoft.Playwright.Assertions;

namespace Neurotrade.Tests.Browser;

/// <summary>What axe-core finds on every page, in both themes and on a phone, and with what opens over a page (WCAG 2 A and AA).</summary>
public sealed class AccessTests(Chromium chromium)
{
    private const string Strategy = "strategies?file=05-turtle-breakout.yaml";

    private const string Rules =
        "async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })).violations"
        + ".flatMap(v => v.nodes.map(n => `${v.impact} ${v.id} ${n.target.join(' ')}`))";

    // Its form has problems at fields, with a fix and without, and names what it has no field for.
    private static readonly string Odd = StoredRuns.Strategy
        .Replace("type: rsi", "type: rsj", StringComparison.Ordinal)
        .Replace("crosses_above(fast, slow)", "fast > solw", StringComparison.Ordinal)
        + "\norders:\n  stop_loss: { at: 2% }\n  take_profit: 2\nagents: { mode: gate }\n";

    [Theory]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Pages_InATheme_HaveNoViolation(ColorScheme scheme, int width)
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        PastRun run = StoredRuns.Keep(dashboard.Archive);
        Directory.CreateDirectory(dashboard["strategies"]);
        await File.WriteAllTextAsync(Path.Combine(dashboard["strategies"], "odd.yaml"), Odd, TestContext.Current.CancellationToken);
        string sweep = await SweepBench.RunAsync(dashboard.Services.GetRequiredService<SweepQueue>(), SweepBench.Asked(("stop", "1%,2%")));
        IPage page = await chromium.OpenAsync(width, scheme: scheme);
        List<string> found = [];
        foreach (string address in (string[])
            [
                string.Empty, "backtests", "strategies", Strategy, $"{Strategy}&view=form", "strategies?file=odd.yaml&view=form",
                $"{Strategy}&view=versions", "data", "backtests/new",
                "backtests/new?strategy=05-turtle-breakout.yaml", $"runs/{run.Id}", $"compare?runs={run.Id}", "compare",
                $"runs/{run.Id}?bar=200", "runs/none", $"runs/{run.Id}?proof=1",
                $"runs/{run.Id}?table=prices,equity,returns,rolling,exposure&bar=200",
                "optimise", "optimise?strategy=05-turtle-breakout.yaml&set=leave%3D5,7&search=random&objective=sharp", $"optimise/{sweep}",
                $"optimise/{sweep}?table=heat,spread&q=trades%20%3E%3D%201", "optimise/none",
            ])
        {
            await OpenAsync(page, dashboard, address);
            found.AddRange(await LookAsync(page, address));
        }

        // No first start any more, and a page of data with something on it.
        dashboard.BringCandles();
        foreach (string address in (string[])[string.Empty, "data", "data?import=1"])
        {
            await OpenAsync(page, dashboard, address);
            found.AddRange(await LookAsync(page, address));
        }

        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    [Theory]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 390)]
    public async Task Page_WithWhatOpensOverIt_HasNoViolation(ColorScheme scheme, int width)
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        IPage page = await chromium.OpenAsync(width, scheme: scheme);
        List<string> found = [];
        (string Name, string Address, Func<Task> Act, ILocator Shown)[] states =
        [
            ("find", Strategy, () => page.Keyboard.PressAsync("Control+k"), page.Locator("dialog[open]")),
            ("keys", Strategy, () => page.Keyboard.PressAsync("?"), page.Locator("dialog[open]")),
            ("new", Strategy, () => PressAsync("New strategy"), page.Locator("dialog[open]")),
            ("file menu", Strategy, () => PressAsync("File"), page.Locator(".menu")),
            ("rule menu", $"{Strategy}&view=form", () => page.Locator(".rnode .menu-place button").First.PressAsync("Enter"), page.Locator(".menu")),
            ("question", Strategy, AskAsync, page.Locator("dialog[open]")),
            ("problem", Strategy, MistakeAsync, page.Locator(".cm-lintRange-error")),
        ];
        foreach ((string name, string address, Func<Task> act, ILocator shown) in states)
        {
            await OpenAsync(page, dashboard, address);
            await act();
            await Expect(shown.First).ToBeVisibleAsync();
            found.AddRange(await LookAsync(page, name));
        }

        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));

        Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).PressAsync("Enter");

        async Task TypeAsync(string text)
        {
            await page.Locator(".cm-content").PressAsync("Control+Home");
            await page.Keyboard.TypeAsync(text);
            await Expect(page.Locator("#edit-title ~ .chip")).ToBeVisibleAsync();
        }

        async Task AskAsync()
        {
            await TypeAsync("# typed\n");
            await page.Keyboard.PressAsync("Control+k");
            await page.Locator("#found a", new() { HasText = "Data" }).ClickAsync();
            await Expect(page.Locator(".ask")).ToContainTextAsync("is not saved");
        }

        Task MistakeAsync() => TypeAsync("nonsense: 1\n");
    }

    private static async Task OpenAsync(IPage page, RunningDashboard dashboard, string address)
    {
        await page.GotoAsync(dashboard.Address + address);
        await Expect(page.Locator("main[data-interactive]")).ToBeVisibleAsync();
        await Expect(page.Locator("main .panel, main .failure, main .empty").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
    }

    private static async Task<IEnumerable<string>> LookAsync(IPage page, string what)
    {
        string axe = Path.Combine(Repository.Root, "wwwroot-assets", "node_modules", "axe-core", "axe.min.js");

        // Not as a script of the page, which its policy forbids.
        await page.EvaluateAsync(await File.ReadAllTextAsync(axe, TestContext.Current.CancellationToken));
        return (await page.EvaluateAsync<string[]>(Rules)).Select(one => $"{what}: {one}");
    }
}
