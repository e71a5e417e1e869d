using Microsoft.Playwright;

namespace Neurotrade.Tests.Browser.Figures;

/// <summary>
/// How long a page takes until it answers: from the start of the navigation until a press that the server must answer has
/// been answered. The press is made by the page itself the moment the circuit is up.
/// </summary>
internal sealed record PageTimes(double InteractiveMillis, double AnsweredMillis)
{
    private const string Watch = """
        (() => {
          const seen = window.figures = { interactive: 0, answered: 0 };
          const look = () => {
            if (!seen.interactive && document.querySelector('main[data-interactive]')) {
              seen.interactive = performance.now();
              document.querySelector('[data-open="keys"]').click();
            }
            if (seen.interactive && document.querySelector('.palette')) {
              seen.answered = performance.now();
              watch.disconnect();
            }
          };
          const watch = new MutationObserver(look);
          watch.observe(document, { subtree: true, childList: true, attributes: true });
        })();
        """;

    /// <summary>Opens an address and waits for the answer.</summary>
    public static async Task<PageTimes> OfAsync(IPage page, string address)
    {
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator(".palette").WaitForAsync();
        double[] read = await page.EvaluateAsync<double[]>("[window.figures.interactive, window.figures.answered]");
        return new PageTimes(read[0], read[1]);
    }

    /// <summary>Makes every page that this one will show tell its times.</summary>
    public static Task PrepareAsync(IPage page) => page.AddInitScriptAsync(Watch);
}
