using Microsoft.Playwright;

namespace Neurotrade.Tests.Browser;

/// <summary>Every share that a page's meters have shown: what is quick is over before a test looks, but not before a person does.</summary>
internal static class SeenProgress
{
    private const string Watch = """
        window.seenShares = {};
        new MutationObserver(() => {
          for (const meter of document.querySelectorAll('[role="meter"]')) {
            const seen = (window.seenShares[meter.getAttribute('aria-label')] ??= []);
            const share = Number(meter.getAttribute('aria-valuenow'));
            if (seen.at(-1) !== share) { seen.push(share); }
          }
        }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-valuenow'] });
        """;

    /// <summary>From the next document on.</summary>
    public static Task WatchAsync(IPage page) => page.AddInitScriptAsync(Watch);

    /// <summary>Percents that meters have shown since the document was opened, in the order in which they were.</summary>
    public static Task<double[]> OfAsync(IPage page, string words) => page.EvaluateAsync<double[]>(
        "words => Object.entries(window.seenShares).filter(([name]) => name.includes(words)).flatMap(([, shares]) => shares)", words);
}
