using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Components.Pages;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Jobs;

namespace Neurotrade.Tests.Components;

public sealed class BacktestsTests : DashboardContext
{
    private readonly RunArchive archive;
    private readonly RunList list;

    public BacktestsTests() => (archive, list) = (Archive, Services.GetRequiredService<RunList>());

    [Fact]
    public async Task Jobs_ThatRunOrFailed_StandAboveTheRuns()
    {
        Job failed = Jobs.Ask("bad.yaml", "x", StoredRuns.Origin());
        Jobs.End(failed.Id, JobState.Failed, message: "bad.yaml:1:1: Unknown key 'x'");
        Jobs.Ask("good.yaml", StoredRuns.Strategy, StoredRuns.Origin());

        IRenderedComponent<Backtests> page = Render<Backtests>();

        Assert.Contains("Unknown key 'x'", page.Markup, StringComparison.Ordinal);
        Assert.Contains("waits for its turn", page.Markup, StringComparison.Ordinal);

        // Jobs redraw the page when they like: finding and clicking must be one step of it.
        await page.InvokeAsync(() =>
            page.FindAll("button").Single(button => button.TextContent.Trim() == "Run again").Click());
        Assert.Equal(2, Jobs.List().Count(job => job.IsActive));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".job button").Count));
        await page.InvokeAsync(() => page.FindAll(".job button")[0].Click());
        Assert.Equal(1, Jobs.List().Count(job => job.IsActive));
    }

    [Fact]
    public async Task Jobs_ThatWait_StandInTheirOrderAndAFullQueueSaysSo()
    {
        Job failed = Jobs.Ask("bad.yaml", "x", StoredRuns.Origin());
        Jobs.End(failed.Id, JobState.Failed, message: "bad.yaml:1:1: Unknown key 'x'");
        for (int seed = 0; seed < JobQueue.MostQueued; seed++)
        {
            Jobs.Ask("good.yaml", StoredRuns.Strategy, StoredRuns.Origin() with { Seed = seed });
        }

        IRenderedComponent<Backtests> page = Render<Backtests>();

        string[] lines = [.. page.FindAll(".job").Select(job => job.TextContent)];
        Assert.Contains("waits for its turn, next in line", lines[0], StringComparison.Ordinal);
        Assert.Contains("waits for its turn, 3rd in line", lines[2], StringComparison.Ordinal);
        Assert.Contains("waits for its turn, 50th in line", lines[49], StringComparison.Ordinal);
        await page.InvokeAsync(() =>
            page.FindAll("button").Single(button => button.TextContent.Trim() == "Run again").Click());
        page.WaitForAssertion(() => Assert.Contains(
            "50 backtests wait already", page.Find("[role='alert']").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Jobs_ThatEndedWithoutAResult_AreAllThereWhenAskedFor()
    {
        for (int seed = 0; seed < 5; seed++)
        {
            Jobs.Cancel(Jobs.Ask("good.yaml", StoredRuns.Strategy, StoredRuns.Origin() with { Seed = seed }).Id);
        }

        IRenderedComponent<Backtests> page = Render<Backtests>();
        Assert.Equal(3, page.FindAll(".job").Count);
        Assert.Equal(
            "http://localhost/?jobs=all",
            page.FindAll("a").Single(link => link.TextContent.StartsWith("All 5", StringComparison.Ordinal)).GetAttribute("href"));

        Services.GetRequiredService<NavigationManager>().NavigateTo("?jobs=all");
        page.WaitForAssertion(() => Assert.Equal(5, page.FindAll(".job").Count));
    }

    [Fact]
    public void Page_WithoutRuns_SaysWhatToType()
    {
        IRenderedComponent<Backtests> page = Render<Backtests>();

        Assert.Contains("-- backtest", page.Find("pre code").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("table"));
    }

    [Fact]
    public void Page_WithRuns_ShowsEachWithItsFiguresNewestFirst()
    {
        PastRun lost = SampleRuns.Keep(archive, SampleRuns.Make(-1, "lost"));
        SampleRuns.Keep(archive, SampleRuns.Make(2, "won"));

        IRenderedComponent<Backtests> page = Render<Backtests>();

        Assert.Equal(["won", "lost"], Names(page));
        string[] cells = [.. page.FindAll("tbody tr")[1].QuerySelectorAll("td").Select(cell => cell.TextContent.Trim())];
        Assert.Equal("BTC/USDT 15m2020-01-01 – 2021-01-01", cells[2]);
        Assert.Equal("▼ −10.0%", cells[4]);
        Assert.Equal("+305.0%", cells[5]);
        Assert.Equal("−12.3%", cells[6]);
        Assert.Equal("−0.50", cells[7]);
        Assert.Equal("1,037", cells[8]);
        Assert.Equal("37.8%", cells[9]);
        Assert.Equal("No look-ahead", cells[10]);
        Assert.Equal($"runs/{lost.Id}/report", page.FindAll("tbody a")[1].GetAttribute("href"));
    }

    [Theory]
    [InlineData("?sort=return", "lost,flat,won")]
    [InlineData("?sort=-return", "won,flat,lost")]
    [InlineData("?sort=sharpe", "lost,won,flat")]
    [InlineData("?sort=-sharpe", "won,lost,flat")]
    [InlineData("?sort=strategy", "flat,lost,won")]
    [InlineData("?sort=nonsense", "lost,flat,won")]
    [InlineData("?q=ETH", "won")]
    [InlineData("?q=btc+15m+lo", "lost")]
    public void Page_WithAnAddress_ShowsTheOrderAndChoiceInIt(string query, string expected)
    {
        SampleRuns.Keep(archive, SampleRuns.Make(2, "won", "ETH/USDT"));
        SampleRuns.Keep(archive, SampleRuns.Make(0, "flat") with { FinishedMillis = SampleRuns.Finished.UnixMillis + 200_000 });
        SampleRuns.Keep(archive, SampleRuns.Make(-1, "lost") with { FinishedMillis = SampleRuns.Finished.UnixMillis + 300_000 });
        Services.GetRequiredService<NavigationManager>().NavigateTo(query);

        IRenderedComponent<Backtests> page = Render<Backtests>();

        Assert.Equal(expected.Split(','), Names(page));
    }

    [Fact]
    public void Page_WhenARunFinishes_ShowsItByItself()
    {
        IRenderedComponent<Backtests> page = Render<Backtests>();
        SampleRuns.Keep(archive, SampleRuns.Make(1, "made in a terminal"));

        list.Announce();

        page.WaitForAssertion(() => Assert.Equal(["made in a terminal"], Names(page)));
    }

    private static string[] Names(IRenderedComponent<Backtests> page) =>
        [.. page.FindAll("tbody a").Select(link => link.TextContent)];
}
