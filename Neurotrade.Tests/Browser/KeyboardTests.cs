using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Tests.Dashboard.Optimising;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Optimising;
using static Microsoft.Playwright.Assertions;

namespace Neurotrade.Tests.Browser;

/// <summary>Every action of every page by keyboard alone: reached with Tab, seen when it is, named, and none for a mouse only.</summary>
public sealed class KeyboardTests(Chromium chromium)
{
    // Notes each thing that takes the focus, and whether that can be seen on it or on what holds it.
    private const string Watch = """
        () => {
          const wanted = 'a[href], button, input, select, textarea, summary, [role="button"], [role="switch"], [role="tab"],'
            + '[role="slider"], [role="combobox"], [role="checkbox"], [contenteditable="true"], [tabindex="0"]';
          const isShown = (e) => e.checkVisibility({ opacityProperty: false, visibilityProperty: true })
            && !e.disabled && e.tabIndex >= 0 && !e.closest('[inert]') && e.type !== 'hidden';
          const all = [...document.querySelectorAll(wanted)].filter(isShown);
          all.forEach((e, i) => { e.dataset.tabbed = i; });
          const looks = (e) => { const s = getComputedStyle(e); return [s.outlineStyle, s.outlineWidth, s.boxShadow, s.borderColor].join(); };
          const holders = (e) => [e, e.parentElement, e.closest('label, .editor, .cm-editor, .drop, td, th')].filter(Boolean);
          const before = new Map(all.flatMap(holders).map((e) => [e, looks(e)]));
          window.keyboard = { count: all.length, reached: new Set(), unseen: [] };
          const words = (e) => (e.getAttribute('aria-label') || e.textContent || '').trim().slice(0, 40);
          const name = (e) => `${e.tagName.toLowerCase()}.${e.className} "${words(e)}"`;
          window.keyboardName = name;
          document.addEventListener('focusin', ({ target }) => {
            if (target.dataset.tabbed === undefined || window.keyboard.reached.has(target.dataset.tabbed)) { return; }
            window.keyboard.reached.add(target.dataset.tabbed);
            const isRing = (e) => getComputedStyle(e).outlineStyle !== 'none' && parseFloat(getComputedStyle(e).outlineWidth) > 0;
            if (!holders(target).some((e) => isRing(e) || looks(e) !== before.get(e))) { window.keyboard.unseen.push(name(target)); }
          });
          return all.length;
        }
        """;

    private const string Missed = """
        () => [...document.querySelectorAll('[data-tabbed]')]
          .filter((e) => e.isConnected && !window.keyboard.reached.has(e.dataset.tabbed)).map((e) => `not reached: ${window.keyboardName(e)}`)
          .concat(window.keyboard.unseen.map((one) => `focus not seen: ${one}`))
        """;

    // Blazor keeps what it listens to on the elements themselves.
    private const string MouseOnly = """
        () => [...document.querySelectorAll('main *, header *, nav *')].filter((e) => {
          const own = Object.keys(e).filter((key) => key.startsWith('_blazorEvents_')).map((key) => e[key]);
          const types = own.flatMap((events) => Object.keys(events.handlers ?? {}));
          const takesClicks = types.some((type) => /^(click|mousedown|pointerdown)$/.test(type));
          const reachable = 'a[href], button, input, select, textarea, summary, label, [tabindex]';
          return takesClicks && !e.matches(reachable) && !e.querySelector(reachable);
        }).map((e) => `for a mouse only: ${e.tagName.toLowerCase()}.${e.className}`)
        """;

    private const string Nameless = """
        () => [...document.querySelectorAll('a[href], button, input:not([type="hidden"]), select, textarea')]
          .filter((e) => e.checkVisibility() && !(e.getAttribute('aria-label') || e.title || e.textContent.trim()
            || e.labels?.[0]?.textContent.trim() || e.getAttribute('aria-labelledby') || e.placeholder))
          .map((e) => `without a name: ${e.outerHTML.slice(0, 120)}`)
        """;

    [Fact]
    public async Task Pages_ByTabAlone_GiveEveryActionItsTurn()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        PastRun run = StoredRuns.Keep(dashboard.Archive, days: 20);
        string sweep = await SweepBench.RunAsync(dashboard.Services.GetRequiredService<SweepQueue>(), SweepBench.Asked());
        IPage page = await chromium.OpenAsync();
        var found = new List<string>();
        foreach (string address in (string[])
            ["", "backtests", "backtests/new?strategy=05-turtle-breakout.yaml", "strategies?file=05-turtle-breakout.yaml",
                "strategies?file=05-turtle-breakout.yaml&view=form", "data", $"runs/{run.Id}?bar=200", $"compare?runs={run.Id}",
                "optimise?strategy=05-turtle-breakout.yaml", $"optimise/{sweep}"])
        {
            await page.GotoAsync(dashboard.Address + address);
            await Expect(page.Locator("main[data-interactive]")).ToBeVisibleAsync();
            await Expect(page.Locator("main .panel, main .empty").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
            await Expect(page.Locator("[aria-busy='true'], .skel")).ToHaveCountAsync(0, new() { Timeout = 20_000 });
            int count = await page.EvaluateAsync<int>(Watch);
            Assert.True(count > 8, $"/{address} has {count} things to press");
            for (int press = 0; press < count + 12; press++)
            {
                // The editor takes Tab for itself; Escape and then Tab leaves it, as it says.
                if (await page.EvaluateAsync<bool>("document.activeElement?.closest('.cm-content') !== null"))
                {
                    await page.Keyboard.PressAsync("Escape");
                }

                await page.Keyboard.PressAsync("Tab");
            }

            foreach (string script in (string[])[Missed, MouseOnly, Nameless])
            {
                found.AddRange((await page.EvaluateAsync<string[]>(script)).Select(one => $"/{address}: {one}"));
            }
        }

        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    [Fact]
    public async Task Title_TakesTheFocus_UnlessTheReaderHasGoneIntoThePage()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        IPage page = await chromium.OpenAsync();
        await page.GotoAsync(dashboard.Address + "backtests");
        await Expect(page.Locator("main[data-interactive]")).ToBeVisibleAsync();
        await page.GetByLabel("Main").GetByRole(AriaRole.Link, new() { Name = "Strategies" }).PressAsync("Enter");
        await Expect(page.Locator("h1")).ToBeFocusedAsync();

        await page.GetByLabel("Filter files").FocusAsync();
        await page.EvaluateAsync("window.neurotrade.focusTitle()");

        await Expect(page.GetByLabel("Filter files")).ToBeFocusedAsync();
    }
}
