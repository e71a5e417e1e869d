using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Components.Pages.Home;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Jobs;
using Neurotrade.Web.Doctor;

namespace Neurotrade.Tests.Components.Home;

public sealed class OverviewTests : DashboardContext
{
    [Fact]
    public void Page_WithManyRuns_ShowsTheNewestAndLeadsToAll()
    {
        for (int i = 1; i <= 10; i++)
        {
            SampleRuns.Keep(Archive, SampleRuns.Make(i, $"run-{i}"));
        }

        IRenderedComponent<Overview> page = Render<Overview>();

        Assert.Equal(
            ["run-10", "run-9", "run-8", "run-7", "run-6", "run-5", "run-4", "run-3"], page.FindAll("tbody a").Select(link => link.TextContent));
        Assert.Equal("All 10", page.Find("section a[href='backtests']").TextContent);
        Assert.Contains("▲ +100.0%", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_WhenARunFinishes_ShowsItByItself()
    {
        Shelf.Save("mine.yaml", StoredRuns.Strategy);
        IRenderedComponent<Overview> page = Render<Overview>();
        Assert.Contains("No result yet.", page.Markup, StringComparison.Ordinal);
        SampleRuns.Keep(Archive, SampleRuns.Make(1, "made in a terminal"));

        Services.GetRequiredService<RunList>().Announce();

        page.WaitForAssertion(() => Assert.Equal("made in a terminal", page.Find("tbody a").TextContent));
    }

    [Fact]
    public async Task Page_WithAJob_ShowsItsProgressAndEndsIt()
    {
        Shelf.Save("mine.yaml", StoredRuns.Strategy);
        Jobs.Ask("mine.yaml", StoredRuns.Strategy, StoredRuns.Origin());
        IRenderedComponent<Overview> page = Render<Overview>();
        (Job job, CancellationToken cancelled, IProgress<double> progress) =
            await Jobs.TakeAsync(Xunit.TestContext.Current.CancellationToken);

        progress.Report(0.37);
        page.WaitForAssertion(() => Assert.Contains("37%", page.Find(".job").TextContent, StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find(".job button").Click());
        Assert.True(cancelled.IsCancellationRequested);
        Jobs.End(job.Id, JobState.Failed, message: "mine.yaml:1:1: no such candles\nmore");

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".job")));
        page.WaitForAssertion(() => Assert.Contains(
            "mine.yaml:1:1: no such candles", page.Find("a.next").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Page_AtTheFirstStart_ShowsTheSampleThreeStepsAndTheMachine()
    {
        Findings =
        [
            new Finding("Vector lanes", true, "512 bits", string.Empty, "rules"),
            new Finding("Redis", false, "tried", "apt install", "none"),
        ];
        PastRun run = SampleRuns.Keep(Archive, SampleRuns.Make(3, "golden-cross") with { IsGenerated = true });

        IRenderedComponent<Overview> page = Render<Overview>();

        Assert.Equal(
            [$"runs/{run.Id}", "data", "strategies?file=01-golden-cross.yaml"],
            page.FindAll(".steps .btn").Select(link => link.GetAttribute("href")));
        Assert.Contains("not a real price", page.Markup, StringComparison.Ordinal);
        Assert.Equal("▲ +30.0%", page.Find(".figures dd").TextContent.Trim());
        page.WaitForAssertion(() => Assert.Equal(
            ["Vector lanes: there|512 bits", "Redis: not there|apt install"],
            page.FindAll(".machine li").Select(row => string.Join('|', row.Children.Skip(1).Select(cell => cell.TextContent)))));
        Assert.Contains("data.binance.vision", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WhileTheSampleIsMade_ShowsItsWayAndThenTheResult()
    {
        Jobs.Ask("01-golden-cross.yaml", StoredRuns.Strategy, StoredRuns.Origin());
        IRenderedComponent<Overview> page = Render<Overview>();
        Assert.Contains("is being made", page.Find(".steps").TextContent, StringComparison.Ordinal);
        (Job job, _, _) = await Jobs.TakeAsync(Xunit.TestContext.Current.CancellationToken);
        PastRun run = SampleRuns.Keep(Archive, SampleRuns.Make(3, "golden-cross") with { IsGenerated = true });

        Jobs.End(job.Id, JobState.Done, run.Id);
        Services.GetRequiredService<RunList>().Announce();

        page.WaitForAssertion(() => Assert.Equal($"runs/{run.Id}", page.Find(".steps .btn").GetAttribute("href")));
    }

    [Fact]
    public void Page_WithSomethingOfOnesOwn_TellsWhatIsHereAndWhatToDo()
    {
        Shelf.Save("mine.yaml", StoredRuns.Strategy.Replace("type: rsi", "type: rsj", StringComparison.Ordinal));

        IRenderedComponent<Overview> page = Render<Overview>();

        page.WaitForAssertion(() => Assert.Contains("1 own, 0 samples", page.Find(".here").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Equal(
            ["strategies?file=mine.yaml", "data"], page.FindAll("a.next").Select(link => link.GetAttribute("href"))));
        Assert.Empty(page.FindAll(".steps"));
    }

    [Fact]
    public async Task Machine_AskedAgain_ShowsWhatIsFoundNow()
    {
        Shelf.Save("mine.yaml", StoredRuns.Strategy);
        Findings = [new Finding("Redis", false, "tried", "apt install", "none")];
        IRenderedComponent<Overview> page = Render<Overview>();
        page.WaitForAssertion(() => Assert.Contains("apt install", page.Find(".machine li").GetAttribute("title"), StringComparison.Ordinal));
        Assert.Contains("not found", page.Find(".machine").TextContent, StringComparison.Ordinal);
        Findings = [new Finding("Redis", true, "127.0.0.1:6379", string.Empty, "none")];

        await page.InvokeAsync(() => page.Find("button[aria-label='Look again']").Click());

        page.WaitForAssertion(() => Assert.Contains("127.0.0.1:6379", page.Find(".machine").TextContent, StringComparison.Ordinal));
    }
}
