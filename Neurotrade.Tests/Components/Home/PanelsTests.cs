using Bunit;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Components.Pages.Home;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Home;
using Neurotrade.Web.Dashboard.Imports;
using Neurotrade.Web.Dashboard.Jobs;
using Neurotrade.Web.Doctor;

namespace Neurotrade.Tests.Components.Home;

/// <summary>The panels of the Overview, each alone.</summary>
public sealed class PanelsTests : BunitContext
{
    private static readonly Inventory Here = new()
    {
        Strategies = [new OwnStrategy("a.yaml", "a", null)],
        Samples = 10,
        Series = [],
        StateBytes = 1_500_000,
        FreeBytes = null,
    };

    [Fact]
    public void Inventory_IsWaitedForWithoutFigures_ThenTold()
    {
        IRenderedComponent<InventoryPanel> panel = Render<InventoryPanel>(with => with.Add(one => one.Here, null).Add(one => one.Runs, 7));
        Assert.Equal(["…", "7", "…", "…"], Values(panel));

        panel.Render(with => with.Add(one => one.Here, Here));
        Assert.Equal(["1 own, 10 samples", "7", "none stored", "1.5 MB"], Values(panel));
        panel.Render(with => with.Add(one => one.Here, Here with { FreeBytes = 2_000_000_000 }));
        Assert.Equal("1.5 MB, 2.0 GB free", Values(panel)[3]);
    }

    [Fact]
    public void NextSteps_LeadToWhereTheyAreDone_OrSayThatNothingWaits()
    {
        IRenderedComponent<NextStepsPanel> panel = Render<NextStepsPanel>(with => with
            .Add(one => one.Steps, [new NextStep("play", "Run <a>", "See `a.yaml`.", "backtests/new")]));
        Assert.Equal("backtests/new", panel.Find("a.next").GetAttribute("href"));
        Assert.Equal(("Run <a>", "a.yaml"), (panel.Find("b").TextContent, panel.Find("code").TextContent));

        panel.Render(with => with.Add(one => one.Steps, []));
        Assert.Contains("Nothing waits for you.", panel.Markup, StringComparison.Ordinal);
        panel.Render(with => with.Add(one => one.Steps, null));
        Assert.Single(panel.FindAll("[role=status]"));
    }

    [Fact]
    public void Machine_SaysWhatIsThereNotByColourAlone_AndHowToGetWhatIsNot()
    {
        int again = 0;
        IRenderedComponent<MachinePanel> panel = Render<MachinePanel>(with => with.Add(one => one.Findings,

            [
                new Finding("Database", true, "SQLite 3.46", string.Empty, "jobs"),
                new Finding("Redis", false, "no answer", "apt install redis", "feeds"),
            ])
            .Add(one => one.Again, () => again++));

        Assert.Equal(["Database: there", "Redis: not there"], panel.FindAll("li > span:nth-child(2)").Select(name => name.TextContent));
        Assert.Equal(["SQLite 3.46", "apt install redis"], panel.FindAll("li > .t2").Select(text => text.TextContent));
        panel.Find("button").Click();
        Assert.Equal(1, again);
        panel.Render(with => with.Add(one => one.IsShort, true));
        Assert.Equal("not found", panel.FindAll("li > .t2")[1].TextContent);
        panel.Render(with => with.Add(one => one.Findings, null));
        Assert.True(panel.Find("button").HasAttribute("disabled"));
    }

    [Fact]
    public void LastResults_AreEight_AndARunOfATerminalOpensItsReport()
    {
        PastRun[] runs = [.. Enumerable.Range(0, 12).Select(i => SampleRuns.Make(i, $"s{i}") with { Id = $"r{i}" })];
        runs[1] = runs[1] with { Origin = StoredRuns.Origin(), IsGenerated = true };
        IRenderedComponent<LastResults> panel = Render<LastResults>(with => with.Add(one => one.Runs, runs));

        Assert.Equal(8, panel.FindAll("tbody tr").Count);
        Assert.Contains("All 12", panel.Find("header a").TextContent, StringComparison.Ordinal);
        Assert.Equal(["runs/r0/report", "runs/r1"], panel.FindAll("tbody a").Take(2).Select(name => name.GetAttribute("href")));
        Assert.EndsWith(", generated", panel.FindAll("td .micro")[1].TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void RunningNow_AddsUpFilesThatMove_AndLeavesOutThoseThatAsk()
    {
        FileImport[] imports =
        [
            Import(1, ImportState.Waiting, 1_000_000), Import(2, ImportState.Asking, 9_000_000),
            Import(3, ImportState.Arriving, 3_000_000) with { Share = 0.5 }, Import(4, ImportState.Done, 5_000_000),
        ];
        IRenderedComponent<RunningNow> panel = Render<RunningNow>(with => with.Add(one => one.Jobs, []).Add(one => one.Imports, imports));

        Assert.Contains("2 files, 4.0 MB", panel.Markup, StringComparison.Ordinal);
        Assert.Equal("43.8", panel.Find("[role=meter]").GetAttribute("aria-valuenow"));
        Assert.Equal("f3.csv", panel.Find(".clip").TextContent);

        panel.Render(with => with.Add(one => one.Imports, imports[1..2]));
        Assert.Equal("nothing", panel.Find(".hint").TextContent);
    }

    [Fact]
    public void RunningNow_CancelsTheJobThatIsPressed_AndCountsThoseItDoesNotShow()
    {
        var cancelled = new List<long>();
        Job[] jobs = [.. Enumerable.Range(1, 6).Select(id => new Job
        {
            Id = id,
            Title = $"job {id}",
            State = JobState.Queued,
            StrategyName = "a.yaml",
            Origin = StoredRuns.Origin(),
            AskedMillis = 0,
        })];
        IRenderedComponent<RunningNow> panel = Render<RunningNow>(with => with
            .Add(one => one.Jobs, jobs).Add(one => one.Imports, []).Add(one => one.Cancelled, cancelled.Add));

        Assert.Equal("2 more wait", panel.Find("footer").TextContent);
        panel.FindAll(".job-row button")[2].Click();

        Assert.Equal([3], cancelled);
    }

    private static FileImport Import(long id, ImportState state, long bytes) => new()
    {
        Id = id,
        Name = $"f{id}.csv",
        Exchange = "binance",
        Bytes = bytes,
        State = state,
        AskedMillis = 0,
    };

    private static string[] Values(IRenderedComponent<InventoryPanel> panel) => [.. panel.FindAll("dd").Select(value => value.TextContent)];
}
