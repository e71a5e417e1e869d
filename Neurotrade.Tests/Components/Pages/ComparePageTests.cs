using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Components.Pages.Backtesting;
using Neurotrade.Web.Components.Pages.Comparing;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Tests.Components.Pages;

public sealed class ComparePageTests : DashboardContext
{
    [Fact]
    public void Page_OfTwoRuns_ShowsFiguresCurvesAndWhatDiffers()
    {
        PastRun slow = StoredRuns.Keep(Archive);
        PastRun fast = StoredRuns.Keep(Archive, strategy: StoredRuns.Strategy.Replace("value: 5", "value: 8", StringComparison.Ordinal));
        IRenderedComponent<ComparePage> page = Open(slow.Id, fast.Id);

        IElement returns = page.FindAll("table.compare tr").Single(row => row.Children[0].TextContent == "Total return");
        int better = slow.TotalReturn > fast.TotalReturn ? 1 : 2;
        Assert.NotNull(returns.Children[better].QuerySelector("b.best"));
        Assert.Null(returns.Children[3 - better].QuerySelector("b.best"));
        Assert.Equal(Figures.Gain(slow.TotalReturn, 2), returns.Children[1].TextContent.Trim());
        Assert.Contains(page.FindAll("table.facts tr"), row => row.TextContent.Contains("$fast", StringComparison.Ordinal));
        Assert.Equal(["period: 5", "period: 8"], page.FindAll("table.lines code").Select(cell => cell.TextContent));

        page.WaitForAssertion(() => Assert.Single(page.FindComponents<CurveChart>()), TimeSpan.FromSeconds(20));
        CurveChartOptions options = page.FindComponent<CurveChart>().Instance.Options;
        Assert.Equal($"api/compare/curves?runs={slow.Id},{fast.Id}", options.Url);
        Assert.Equal(["s1", "s2"], options.Panels[0].Curves.Select(curve => curve.Color));
    }

    [Fact]
    public void Page_OfRunsOfDifferentPeriods_SaysSoAndComparesWhatAllCover()
    {
        PastRun longer = StoredRuns.Keep(Archive, days: 60);
        PastRun shorter = StoredRuns.Keep(Archive, days: 40);
        IRenderedComponent<ComparePage> page = Open(longer.Id, shorter.Id);

        Assert.Contains("The periods differ", page.Find(".strip.warn").TextContent, StringComparison.Ordinal);
        IElement returns = page.FindAll("table.compare tr").Single(row => row.Children[0].TextContent == "Total return");
        Assert.Null(returns.QuerySelector("b.best"));
        page.WaitForAssertion(() => Assert.Equal(Figures.Gain(shorter.TotalReturn, 2), Row(page, "Return").Children[2].TextContent.Trim()),
            TimeSpan.FromSeconds(20));

        // One strategy on one market: over the time that both cover they did the same.
        Assert.Equal(Row(page, "Return").Children[2].TextContent.Trim(), Row(page, "Return").Children[1].TextContent.Trim());
    }

    [Fact]
    public void Page_OfSixRuns_TellsTheFourthOnByShapeToo()
    {
        string[] ids = [.. Enumerable.Range(3, 7).Select(value => StoredRuns.Keep(
            Archive, days: 20, StoredRuns.Strategy.Replace("value: 5", $"value: {value}", StringComparison.Ordinal)).Id)];
        IRenderedComponent<ComparePage> page = Open(ids);

        Assert.Equal(6, page.FindAll(".run-head").Count);
        Assert.Empty(page.FindAll("select.add-run"));
        Assert.Equal(
            [null, null, null, "6 3", "2 3", "7 3 2 3"],
            page.FindAll(".run-head .series-mark line").Select(line => line.GetAttribute("stroke-dasharray")));
    }

    [Fact]
    public async Task Columns_OfAComparison_AreAddedMovedAndLeftOutByAddress()
    {
        PastRun first = SampleRuns.Keep(Archive, SampleRuns.Make(1, "first"));
        PastRun second = SampleRuns.Keep(Archive, SampleRuns.Make(2, "second"));
        PastRun third = SampleRuns.Keep(Archive, SampleRuns.Make(3, "third"));
        IRenderedComponent<ComparePage> page = Open(first.Id, second.Id);

        Assert.Equal($"http://localhost/compare?runs={second.Id}%2C{first.Id}",
            page.Find("a[aria-label='second one to the left']").GetAttribute("href"));
        Assert.Equal($"http://localhost/compare?runs={second.Id}", page.Find("a[aria-label='Leave first out']").GetAttribute("href"));
        await page.InvokeAsync(() => page.Find("select.add-run").Change(third.Id));

        page.WaitForAssertion(() => Assert.Equal(["first", "second", "third"], page.FindAll(".run-head a.med").Select(link => link.TextContent)));
        page.WaitForAssertion(() => Assert.Contains("No curve can be drawn", page.Markup, StringComparison.Ordinal));
        Assert.Equal(3, page.FindAll(".note-line").Count);
    }

    [Fact]
    public void Page_WithoutRuns_LeadsToTheHistory()
    {
        IRenderedComponent<ComparePage> page = Open();

        Assert.Equal("backtests", page.Find(".empty a").GetAttribute("href"));
    }

    [Fact]
    public void Page_OfARunThatIsGone_SaysWhichAndShowsTheOthers()
    {
        PastRun kept = SampleRuns.Keep(Archive, SampleRuns.Make(1, "kept"));
        IRenderedComponent<ComparePage> page = Open(kept.Id, "20200101T000000000-00000000");

        Assert.Contains("20200101T000000000-00000000", page.Find(".strip.warn code").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll(".run-head"));
        Assert.Equal($"http://localhost/compare?runs={kept.Id}", page.Find(".strip.warn a").GetAttribute("href"));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(6, true)]
    [InlineData(7, false)]
    public void History_WithPickedRuns_ComparesTwoToSix(int count, bool isOffered)
    {
        PastRun[] runs = [.. Enumerable.Range(1, count).Select(i => SampleRuns.Keep(Archive, SampleRuns.Make(i, $"run {i}")))];
        string ids = string.Join(',', runs.Reverse().Select(run => run.Id));
        Services.GetRequiredService<NavigationManager>().NavigateTo($"backtests?pick={ids}");

        IRenderedComponent<HistoryPanel> page = Render<HistoryPanel>();

        Assert.Equal(
            isOffered ? [$"compare?runs={ids}"] : [],
            page.FindAll(".picked a").Select(link => link.GetAttribute("href")));
        Assert.Equal(count == 7, page.Find(".picked").TextContent.Contains("at most six", StringComparison.Ordinal));
    }

    private IRenderedComponent<ComparePage> Open(params string[] ids)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(ids.Length == 0 ? "compare" : $"compare?runs={string.Join(',', ids)}");
        IRenderedComponent<ComparePage> page = Render<ComparePage>();
        if (ids.Length > 0)
        {
            page.WaitForElement(".run-head", TimeSpan.FromSeconds(20));
        }

        return page;
    }

    private static IElement Row(IRenderedComponent<ComparePage> page, string name) =>
        page.FindAll("table.compare tr").First(row => row.Children[0].TextContent == name);
}
