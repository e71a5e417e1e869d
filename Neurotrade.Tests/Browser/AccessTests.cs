using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Tests.Dashboard.Optimising;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Optimising;
using static Microsoft.Playwright.Assertions;

namespace Neurotrade.Tests.Browser;

/// <summary>What axe-core finds on every page, in both themes (WCAG 2 A and AA).</summary>
public sealed class AccessTests(Chromium chromium)
{
    private const string Rules =
        "async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })).violations"
        + ".flatMap(v => v.nodes.map(n => `${v.impact} ${v.id} ${n.target.join(' ')}`))";

    // Its form has problems at fields, with a fix and without, and names what it has no field for.
    private static readonly string Odd = StoredRuns.Strategy
        .Replace("type: rsi", "type: rsj", StringComparison.Ordinal)
        .Replace("crosses_above(fast, slow)", "fast > solw", StringComparison.Ordinal)
        + "\norders:\n  stop_loss: { at: 2% }\n  take_profit: 2\nagents: { mode: gate }\n";

    [Theory]
    [InlineData(ColorScheme.Dark)]
    [InlineData(ColorScheme.Light)]
    public async Task Pages_InATheme_HaveNoViolation(ColorScheme scheme)
    {
        string axe = Path.Combine(Repository.Root, "wwwroot-assets", "node_modules", "axe-core", "axe.min.js");
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        PastRun run = StoredRuns.Keep(dashboard.Archive);
        Directory.CreateDirectory(dashboard["strategies"]);
        await File.WriteAllTextAsync(Path.Combine(dashboard["strategies"], "odd.yaml"), Odd, TestContext.Current.CancellationToken);
        string sweep = await SweepBench.RunAsync(dashboard.Services.GetRequiredService<SweepQueue>(), SweepBench.Asked(("stop", "1%,2%")));
        IPage page = await chromium.OpenAsync(scheme: scheme);
        string script = await File.ReadAllTextAsync(axe, TestContext.Current.CancellationToken);
        string[] addresses =
        [
            string.Empty, "backtests", "strategies", "strategies?file=05-turtle-breakout.yaml", "data", "backtests/new",
            "backtests/new?strategy=05-turtle-breakout.yaml", $"runs/{run.Id}",
            $"compare?runs={run.Id}", "compare", $"runs/{run.Id}?bar=200", "runs/none",
            "strategies?file=05-turtle-breakout.yaml&view=form", "strategies?file=odd.yaml&view=form",
            "optimise", "optimise?strategy=05-turtle-breakout.yaml&set=leave%3D5,7&search=random&objective=sharp", $"optimise/{sweep}",
            $"optimise/{sweep}?table=heat,spread&q=trades%20%3E%3D%201", "optimise/none",
            $"runs/{run.Id}?proof=1", $"runs/{run.Id}?table=prices,equity,returns,rolling,exposure&bar=200",
        ];
        List<string> found = await LookAsync(addresses);

        // No first start any more, and a page of data with something on it.
        dashboard.BringCandles();
        found.AddRange(await LookAsync([string.Empty, "data", "data?import=1"]));

        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));

        async Task<List<string>> LookAsync(string[] addresses)
        {
            List<string> found = [];
            foreach (string address in addresses)
            {
                await page.GotoAsync(dashboard.Address + address);
                await Expect(page.Locator("main[data-interactive]")).ToBeVisibleAsync();
                await Expect(page.Locator("main .panel, main .failure, main .empty").First).ToBeVisibleAsync(new() { Timeout = 20_000 });

                // Not as a script of the page, which its policy forbids.
                await page.EvaluateAsync(script);
                found.AddRange((await page.EvaluateAsync<string[]>(Rules)).Select(one => $"/{address}: {one}"));
            }

            return found;
        }
    }
}
