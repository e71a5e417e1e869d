using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Components;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Components.Pages.Results;
using Neurotrade.Web.Dashboard;
using Radzen;

namespace Neurotrade.Tests.Components.Results;

public sealed class ResultPageTests : BunitContext
{
    private readonly TemporaryFolder folder = new();
    private readonly RunArchive archive;
    private readonly PastRun run;
    private readonly BrowserAddress browser;

    public ResultPageTests()
    {
        browser = new BrowserAddress(Services.GetRequiredService<NavigationManager>);
        archive = new RunArchive(folder["runs"]);
        run = StoredRuns.Keep(archive);
        Services.AddSingleton(archive);
        Services.AddSingleton(StoredRuns.Open(archive));
        Services.AddRadzenComponents();
        Services.AddScoped<PageAddress>();
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.AddInvocationHandler(browser);
    }

    [Fact]
    public void Page_OfARun_ShowsItsFiguresItsTradesAndThatPricesAreNotReal()
    {
        IRenderedComponent<ResultPage> page = Open();

        Assert.Contains("generated prices, not real", page.Markup, StringComparison.Ordinal);
        Assert.Equal(8, page.FindAll(".tile").Count);
        Assert.Equal(run.Trades, page.FindAll("tbody tr.pick").Count);
        Assert.Equal($"api/runs/{run.Id}/files.zip", page.Find("a[download]").GetAttribute("href"));
    }

    [Fact]
    public void Tile_WhenItsNameIsPressed_SaysHowItIsCounted()
    {
        IRenderedComponent<ResultPage> page = Open();

        page.FindAll(".tile .k button")[2].Click();

        page.WaitForAssertion(() =>
            Assert.Contains("daily returns", page.Find(".tile .explained").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Trade_WhenItIsChosen_StandsInTheAddressAndTheDrawerSaysWhy()
    {
        IRenderedComponent<ResultPage> page = Open();

        page.FindAll("tbody tr.pick")[0].Click();

        page.WaitForAssertion(() =>
        {
            Assert.Contains($"trade={run.Trades}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
            Assert.Contains("Entered long", page.Find(".why").TextContent, StringComparison.Ordinal);
            Assert.Contains("crosses_above(fast, slow)", page.Find(".why").TextContent, StringComparison.Ordinal);
            Assert.Contains("The strategy sets no limits.", page.Find(".why").TextContent, StringComparison.Ordinal);
            Assert.Contains("market, placed: ", page.Find(".why").TextContent, StringComparison.Ordinal);
            Assert.Single(page.FindAll("tr[aria-selected='true']"));
        });
    }

    [Fact]
    public void Reach_OfEveryTrade_StaysInItsCell()
    {
        IRenderedComponent<ResultPage> page = Open();

        double[] widths = [.. page.FindAll(".reach i").Select(bar => WidthOf(bar.GetAttribute("style")!))];

        Assert.Equal(2 * run.Trades, widths.Length);
        Assert.All(widths, width => Assert.InRange(width, 0, 50));
        Assert.Contains(widths, width => width > 0);
    }

    [Fact]
    public void Convention_WhenItIsChosen_ChangesTheFiguresAndTheAddress()
    {
        IRenderedComponent<ResultPage> page = Open();
        string before = Sharpe(page);

        page.FindAll("[aria-label='Convention'] button").Single(button => button.TextContent == "freqtrade").Click();

        page.WaitForAssertion(() => Assert.NotEqual(before, Sharpe(page)));
        Assert.EndsWith("?convention=freqtrade", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Indicator_WhenItsNameIsPressed_IsHiddenAndStandsInTheAddress()
    {
        IRenderedComponent<ResultPage> page = Open();
        IElement fast = page.FindAll(".switches button").Single(button => button.TextContent.StartsWith("fast", StringComparison.Ordinal));
        Assert.Equal("true", fast.GetAttribute("aria-pressed"));

        fast.Click();

        page.WaitForAssertion(() => Assert.Equal("false", page.FindAll(".switches button")
            .Single(button => button.TextContent.StartsWith("fast", StringComparison.Ordinal)).GetAttribute("aria-pressed")));
        Assert.EndsWith("?hide=fast", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        PriceChartOptions options = page.FindComponent<PriceChart>().Instance.Options;
        Assert.EndsWith("&hide=fast", options.Url, StringComparison.Ordinal);
        Assert.DoesNotContain(options.Overlays, overlay => overlay.Column == "fast.ema");
    }

    [Fact]
    public void Badge_WhenItIsPressed_TellsHowTheRunWasProvedAndHowToRepeatIt()
    {
        IRenderedComponent<ResultPage> page = Open();
        string fingerprint = run.DataFingerprint!;

        page.Find("[aria-controls='proof']").Click();

        page.WaitForAssertion(() =>
        {
            IElement proof = page.Find("#proof");
            Assert.Contains("1,440", proof.TextContent, StringComparison.Ordinal);
            Assert.Equal(16, proof.QuerySelectorAll(".cuts li").Length);
            Assert.NotNull(proof.QuerySelector($"[data-copy='{run.Hash}']"));
            Assert.NotNull(proof.QuerySelector($"[data-copy='{fingerprint}']"));
            Assert.Contains("neurotrade backtest --strategy ", proof.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("store:sim", proof.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        });
        Assert.EndsWith("?proof=1", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);

        page.Find("#proof [data-key='Escape']").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("#proof")));
    }

    [Fact]
    public void Charts_AsTables_HoldTheirDataAndStandInTheAddress()
    {
        IRenderedComponent<ResultPage> page = Open();

        foreach (string name in new[] { "The chart", "Equity", "Returns", "Rolling Sharpe", "Exposure" })
        {
            page.Find($"[aria-label='{name} as a table']").Click();
        }

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".chart")));
        Assert.EndsWith("?table=prices%2Cequity%2Creturns%2Crolling%2Cexposure",
            Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        IElement equity = TableOf(page, "Equity, buy and hold");
        Assert.Equal("2024-02-29", equity.QuerySelector("tbody td")!.TextContent);
        Assert.Contains(Figures.Number(run.FinalEquity), equity.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("rsi.rsi", TableOf(page, "Candles of").QuerySelector("thead")!.TextContent, StringComparison.Ordinal);
        IEnumerable<IElement> counts = TableOf(page, "How often").QuerySelectorAll("tbody td.r");
        Assert.Equal(run.Trades, counts.Sum(cell => int.Parse(cell.TextContent, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Panels_PressedWithinARoundTrip_AllStandInTheAddress()
    {
        IRenderedComponent<ResultPage> page = Open();
        browser.IsLate = true;
        foreach (string name in new[] { "Equity", "Returns" })
        {
            page.Find($"[aria-label='{name} as a table']").Click();
        }

        foreach (string name in new[] { "fast", "slow" })
        {
            page.FindAll(".switches button").Single(button => button.TextContent.StartsWith(name, StringComparison.Ordinal)).Click();
        }

        Assert.Equal(4, browser.Count);
        await page.InvokeAsync(() => Array.ForEach(new int[4], _ => browser.Arrive()));

        Assert.EndsWith("?table=equity%2Creturns&hide=fast%2Cslow",
            Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Bar_ChosenInTheTableOfPrices_IsToldWhy()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"runs/{run.Id}?table=prices&bar=120");
        IRenderedComponent<ResultPage> page = Open();
        IElement table = TableOf(page, "Candles of");
        Assert.Contains("2024-01-05 04:00", table.TextContent, StringComparison.Ordinal);

        table.QuerySelectorAll("tbody tr")[3].Click();

        page.WaitForAssertion(() => Assert.Contains("2024-01-05 07:00", page.Find(".why .hint").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Figure_UnderAnotherConvention_SaysUnderWhichAndHowItIsCounted()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"runs/{run.Id}?convention=nautilus");
        IRenderedComponent<ResultPage> page = Open();

        page.FindAll(".tile .k button")[4].Click();

        page.WaitForAssertion(() => Assert.Contains("days' gains", page.Find(".tile .explained").TextContent, StringComparison.Ordinal));
        Assert.Contains("as nautilus counts it", page.FindAll(".tile")[4].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_WithAnAddress_ShowsWhatIsInIt()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"runs/{run.Id}?bar=100&sort=pnl&q=signal");

        IRenderedComponent<ResultPage> page = Open();

        IElement head = page.FindAll("th[aria-sort='ascending']").Single();
        Assert.StartsWith("PnL", head.TextContent.Trim(), StringComparison.Ordinal);
        page.WaitForAssertion(() =>
            Assert.Contains("2024-01-05 04:00", page.Find(".why").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Page_OfARunThatIsNot_SaysSo()
    {
        IRenderedComponent<ResultPage> page = Render<ResultPage>(with => with.Add(one => one.Id, "20200101T000000000-00000000"));

        page.WaitForAssertion(() => Assert.Contains("no such run", page.Find("[role='alert']").TextContent, StringComparison.Ordinal));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        folder.Dispose();
    }

    private IRenderedComponent<ResultPage> Open()
    {
        IRenderedComponent<ResultPage> page = Render<ResultPage>(with => with.Add(one => one.Id, run.Id));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".tile")), TimeSpan.FromSeconds(20));
        return page;
    }

    private static IElement TableOf(IRenderedComponent<ResultPage> page, string caption) =>
        page.FindAll("table").Single(table => table.QuerySelector("caption")?.TextContent.StartsWith(caption, StringComparison.Ordinal) == true);

    private static double WidthOf(string style)
    {
        string width = style[(style.IndexOf("width:", StringComparison.Ordinal) + 6)..].TrimEnd('%', ';');
        return double.Parse(width, CultureInfo.InvariantCulture);
    }

    private static string Sharpe(IRenderedComponent<ResultPage> page) => page.FindAll(".tile .v")[2].TextContent;
}
