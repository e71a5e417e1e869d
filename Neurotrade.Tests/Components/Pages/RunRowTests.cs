using Bunit;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Components.Pages;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Tests.Components.Pages;

public sealed class RunRowTests : BunitContext
{
    private static readonly PastRun Run = SampleRuns.Make(1, "<b>cross") with { Id = "r1", Origin = StoredRuns.Origin() };

    [Fact]
    public void ARun_IsToldWithSignAndTone_AndItsNameOpensIt()
    {
        IRenderedComponent<RunRow> row = Show(Run);

        Assert.Equal(("runs/r1", "<b>cross"), (row.Find("a").GetAttribute("href"), row.Find("a").TextContent));
        Assert.Contains("gain", row.FindAll("td.r")[0].ClassList);
        Assert.Equal("▲ +10.0%", row.FindAll("td.r")[0].TextContent);
        Assert.Equal("−12.3%", row.FindAll("td.r")[2].TextContent);
        Assert.Equal("2 min ago", row.FindAll("td.r")[^1].TextContent);
        Assert.Empty(row.FindAll(".chip.tiny"));
    }

    [Fact]
    public void ARun_OfATerminal_OpensItsReportInAWindowOfItsOwn()
    {
        IRenderedComponent<RunRow> row = Show(Run with { Origin = null, Sharpe = null });

        Assert.Equal("runs/r1/report", row.Find("a").GetAttribute("href"));
        Assert.Equal("noopener", row.Find("a").GetAttribute("rel"));
        Assert.Equal("–", row.FindAll("td.r")[3].TextContent);
    }

    private IRenderedComponent<RunRow> Show(PastRun run) => Render<RunRow>(with => with.Add(one => one.Run, run)
        .Add(one => one.Now, SampleRuns.Finished.ToDateTimeOffset().AddMinutes(3)));
}
