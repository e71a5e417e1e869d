using Bunit;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Components.Layout;
using Neurotrade.Web.Dashboard.Imports;

namespace Neurotrade.Tests.Components.Layout;

public sealed class JobsFootTests : DashboardContext
{
    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public void Foot_FollowsJobsAndImports_AndSaysWhereNothingRuns()
    {
        IRenderedComponent<JobsFoot> foot = Render<JobsFoot>();
        Assert.Equal("Nothing runs", foot.Find("span.row").TextContent);

        Jobs.Ask("cross.yaml", StoredRuns.Strategy, StoredRuns.Origin());
        foot.WaitForAssertion(() => Assert.Equal(["cross.yaml", "waits"], Words(foot)), TimeSpan.FromSeconds(20));
        Imports.Announce([new AnnouncedFile("BTCUSDT-1h.csv", 10), new AnnouncedFile("ETHUSDT-1h.csv", 10)], "binance");

        foot.WaitForAssertion(() => Assert.Equal(["2 imports", "waits", "cross.yaml", "waits"], Words(foot)), TimeSpan.FromSeconds(20));
        Assert.Equal(["data", "backtests"], foot.FindAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Foot_OfAFileThatAsks_SaysThatNothingRuns()
    {
        long id = Imports.Announce([new AnnouncedFile("prices.csv", 3)], "binance")[0].Id;
        await Imports.ReceiveAsync(id, new MemoryStream([1, 2, 3]), Cancel);
        await Imports.TakeAsync(Cancel);
        IRenderedComponent<JobsFoot> foot = Render<JobsFoot>();
        Assert.Equal("prices.csv", Words(foot)[0]);

        Imports.Ask(id, new FileQuestion
        {
            AsksSymbol = true,
            AsksTimeframe = false,
            Rows = 1,
            FirstMillis = 0,
            LastMillis = 0,
            SpacingMillis = 0,
        });

        foot.WaitForAssertion(() => Assert.Equal("Nothing runs", foot.Find("span.row").TextContent), TimeSpan.FromSeconds(20));
    }

    private static string[] Words(IRenderedComponent<JobsFoot> foot) =>
        [.. foot.FindAll(".foot-job .clip, .foot-job .t3").Select(word => word.TextContent)];
}
