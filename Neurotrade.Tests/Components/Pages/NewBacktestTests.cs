using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Components.Pages.Backtesting;
using Neurotrade.Web.Dashboard.Jobs;

namespace Neurotrade.Tests.Components.Pages;

public sealed class NewBacktestTests : DashboardContext
{
    [Fact]
    public async Task Form_WhenItIsSent_AsksForOneJobAndShowsItsWay()
    {
        Shelf.Save("cross.yaml", StoredRuns.Strategy);
        IRenderedComponent<NewBacktest> page = Open();

        page.FindAll("input").Single(input => input.GetAttribute("placeholder") == "5").Change("7");
        page.FindAll("input").Single(input => input.GetAttribute("placeholder") == "10000").Change("2,500");
        page.Find("form").Submit();
        page.Find("form").Submit();

        Job job = Assert.Single(Jobs.List());
        Assert.Equal("7", job.Origin.Set["fast"]);
        Assert.Equal(2500, job.Origin.Capital);
        Assert.Equal(["store:sim/BTC-USDT/1h"], job.Origin.Sources);
        Assert.Contains("waits for its turn", page.Find(".job").TextContent, StringComparison.Ordinal);

        (Job taken, _, IProgress<double> progress) = await Jobs.TakeAsync(Xunit.TestContext.Current.CancellationToken);
        progress.Report(0.42);
        page.WaitForAssertion(() => Assert.Contains("42%", page.Find(".job").TextContent, StringComparison.Ordinal));
        Jobs.End(taken.Id, JobState.Done, "20240101T000000000-abcdef01");
        page.WaitForAssertion(() => Assert.Equal("runs/20240101T000000000-abcdef01", page.Find(".job a").GetAttribute("href")));
    }

    [Fact]
    public void Form_WithACapitalThatIsNone_SaysSoAndAsksForNothing()
    {
        Shelf.Save("cross.yaml", StoredRuns.Strategy);
        IRenderedComponent<NewBacktest> page = Open();

        page.FindAll("input").Single(input => input.GetAttribute("placeholder") == "10000").Change("-5");
        page.Find("form").Submit();

        Assert.Contains("'-5' is not a capital", page.Find("[role='alert']").TextContent, StringComparison.Ordinal);
        Assert.Empty(Jobs.List());
    }

    [Fact]
    public void Form_OfAStrategyWithMistakes_LeadsToThem()
    {
        Shelf.Save("cross.yaml", StoredRuns.Strategy.Replace("type: rsi", "type: rsj", StringComparison.Ordinal));

        IRenderedComponent<NewBacktest> page = Open();

        Assert.Contains("rsj", page.Find("[role='alert']").TextContent, StringComparison.Ordinal);
        Assert.Equal("strategies?file=cross.yaml", page.Find("[role='alert'] a").GetAttribute("href"));
    }

    private IRenderedComponent<NewBacktest> Open()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("backtests/new?strategy=cross.yaml");
        return Render<NewBacktest>();
    }
}
