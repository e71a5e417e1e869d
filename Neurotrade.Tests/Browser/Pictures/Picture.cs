using Microsoft.Playwright;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Tests.Browser.Pictures;

/// <summary>A page that is taken, with what is done on it before.</summary>
internal sealed record Picture(string Name, string Address, Func<IPage, Task>? Act = null)
{
    /// <summary>Every page; a run that is looked at, some that are compared, and a sweep.</summary>
    public static IEnumerable<Picture> All(PastRun run, IEnumerable<PastRun> compared, string sweep) =>
    [
        new("overview", string.Empty),
        new("find", string.Empty, page => page.Keyboard.PressAsync("Control+k")),
        new("backtests", "backtests"),
        new("new-backtest", "backtests/new?strategy=05-turtle-breakout.yaml"),
        new("compare", $"compare?runs={string.Join(',', compared.Select(one => one.Id))}"),
        new("strategies", "strategies?file=08-pullback-two-timeframes.yaml"),
        new("strategy-problem", "strategies?file=unfinished.yaml"),
        new("data", "data?series=generated/BTC-USDT/1h"),
        new("result", $"runs/{run.Id}"),
        new("optimise", "optimise?strategy=channel-breakout.yaml&min=10", page => page.GetByText("timed just now").WaitForAsync()),
        new("sweep", $"optimise/{sweep}"),
        new("why", $"runs/{run.Id}?bar=3184", page => ScrollToAsync(page, ".why")),
        new("statistics", $"runs/{run.Id}", page => ScrollToAsync(page, "section:has(#equity-title)")),
    ];

    // The bar on top stays where it is.
    private static async Task ScrollToAsync(IPage page, string what) => await
        page.Locator(what).EvaluateAsync("part => window.scrollTo(0, part.getBoundingClientRect().top + window.scrollY - 60)");
}
