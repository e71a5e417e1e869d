using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Components.Pages;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Tests.Components;

public sealed class OverviewTests : DashboardContext
{
    [Fact]
    public void Page_WithManyRuns_ShowsTheNewestAndLeadsToAll()
    {
        for (int i = 1; i <= 8; i++)
        {
            SampleRuns.Keep(Archive, SampleRuns.Make(i, $"run-{i}"));
        }

        IRenderedComponent<Overview> page = Render<Overview>();

        Assert.Equal(
            ["run-8", "run-7", "run-6", "run-5", "run-4", "run-3"], page.FindAll("tbody a").Select(link => link.TextContent));
        Assert.Equal("All 8", page.Find("a[href='backtests']").TextContent);
        Assert.Contains("▲ +80.0%", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_WhenARunFinishes_ShowsItByItself()
    {
        IRenderedComponent<Overview> page = Render<Overview>();
        SampleRuns.Keep(Archive, SampleRuns.Make(1, "made in a terminal"));

        Services.GetRequiredService<RunList>().Announce();

        page.WaitForAssertion(() => Assert.Equal("made in a terminal", page.Find("tbody a").TextContent));
    }
}
