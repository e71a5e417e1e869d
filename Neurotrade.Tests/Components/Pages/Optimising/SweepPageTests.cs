using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Neurotrade.Core.Simulation;
using Neurotrade.Tests.Dashboard.Optimising;
using Neurotrade.Web.Commands;
using Neurotrade.Web.Components.Pages.Optimising;
using Neurotrade.Web.Dashboard.Jobs;
using Neurotrade.Web.Dashboard.Optimising;
using Neurotrade.Web.Hosting;

namespace Neurotrade.Tests.Components.Pages.Optimising;

public sealed class SweepPageTests : DashboardContext
{
    // The machine may be busy.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Table_OfASweep_IsSortedAndFilteredByTheAddress()
    {
        IRenderedComponent<SweepPage> page = await OpenAsync("?sort=-trades&q=fast%20%3E%3D%2010");

        page.WaitForAssertion(() => Assert.Equal(9, page.FindAll("tbody tr.pick").Count), Patience);
        string[][] cells = Cells(page);
        Assert.Equal(9, cells.Length);
        Assert.All(cells, row => Assert.True(int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture) >= 10));
        int[] trades = [.. cells.Select(row => int.Parse(row[6], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(trades.OrderDescending(), trades);
        Assert.Equal("Trades", page.Find("th[aria-sort='descending']").TextContent.Trim());
        Assert.Contains("9 of 12", page.Find("#rows-title").NextElementSibling!.TextContent, StringComparison.Ordinal);

        await page.InvokeAsync(() => page.FindAll("th button")[1].Click());
        page.WaitForAssertion(() => Assert.Contains("sort=fast", Navigation.Uri, StringComparison.Ordinal), Patience);
    }

    [Theory]
    [InlineData("trads > 3", "'trads' is no column of this sweep. Did you mean trades?")]
    [InlineData("trades", "'trades' is no condition")]
    [InlineData("stop > 1", "'1' has another unit than stop; expected one such as 1%.")]
    public async Task Filter_ThatCannotBeUsed_SaysWhyAndShowsAll(string filter, string said)
    {
        IRenderedComponent<SweepPage> page = await OpenAsync($"?q={Uri.EscapeDataString(filter)}", ("stop", "1%,3%"));

        page.WaitForAssertion(() => Assert.Contains(said, page.Find("[role='alert']").TextContent, StringComparison.Ordinal), Patience);
        page.WaitForAssertion(() => Assert.Equal(24, Cells(page).Length), Patience);
    }

    [Fact]
    public async Task Point_ThatIsChosen_IsBacktestedWithItsValues()
    {
        IRenderedComponent<SweepPage> page = await OpenAsync(string.Empty);
        page.WaitForAssertion(() => Assert.Equal(12, page.FindAll("tbody tr.pick").Count), Patience);

        await page.InvokeAsync(() => page.FindAll("tbody tr.pick")[2].Click());
        page.WaitForAssertion(() => Assert.Equal("Run 3", page.Find("#point-title").TextContent), Patience);
        await page.InvokeAsync(() => page.FindAll("button").Single(one => one.TextContent.Trim() == "Full backtest").Click());

        OpenSweep sweep = (await Services.GetRequiredService<OpenSweeps>().FindAsync(Sweeps.List()[0].Id, Token))!;
        Job job = Assert.Single(Jobs.List());
        Assert.Equal(sweep.SetOf(2), job.Origin.Set);
        Assert.Equal("2%", job.Origin.Set["stop"]);
        Assert.Equal(Sweeps.List()[0].Asked.Origin.FromMillis, job.Origin.FromMillis);
        page.WaitForAssertion(() => Assert.Contains("waits for its turn", page.Find(".job").TextContent, StringComparison.Ordinal), Patience);

        // Who has asked and still looks is taken to what came of it.
        await Jobs.TakeAsync(Token);
        Jobs.End(job.Id, JobState.Done, "20240101T000000000-abcdef01");
        page.WaitForAssertion(() => Assert.EndsWith("runs/20240101T000000000-abcdef01", Navigation.Uri, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Point_WhoseValuesAreUsed_IsAVersionMoreAndCanBeUndone()
    {
        IRenderedComponent<SweepPage> page = await OpenAsync("?point=12");
        OpenSweep sweep = (await Services.GetRequiredService<OpenSweeps>().FindAsync(Sweeps.List()[0].Id, Token))!;

        await page.InvokeAsync(() => page.FindAll("button").Single(one => one.TextContent.Trim() == "Use these values").Click());

        page.WaitForAssertion(() => Assert.Contains("as version 2", page.Find(".body .strip").TextContent, StringComparison.Ordinal), Patience);
        string text = Shelf.Read("two.yaml")!;
        Assert.Contains($"fast: {{ value: {sweep.SetOf(11)["fast"]},", text, StringComparison.Ordinal);
        Assert.Contains($"slow: {{ value: {sweep.SetOf(11)["slow"]},", text, StringComparison.Ordinal);

        await page.InvokeAsync(() => page.FindAll("button").Single(one => one.TextContent.Trim() == "Undo").Click());
        page.WaitForAssertion(() => Assert.Equal(SweepBench.Strategy, Shelf.Read("two.yaml")), Patience);
        Assert.Equal(3, Shelf.Versions.List("two.yaml").Count);
    }

    [Fact]
    public async Task Page_OfASweepThatWaits_BecomesItsResultByItself()
    {
        string id = Sweeps.Ask(SweepBench.Asked()).Id;
        IRenderedComponent<SweepPage> page = Render<SweepPage>(one => one.Add(page => page.Id, id));
        Assert.Contains("waits for its turn", page.Markup, StringComparison.Ordinal);

        await RunAsync();

        page.WaitForAssertion(() => Assert.Equal("The best run", page.Find("#point-title").TextContent), Patience);
    }

    [Fact]
    public async Task Page_WhoseTableIsDamaged_SaysWhereAndOffersItAgain()
    {
        string id = Sweeps.Ask(SweepBench.Asked()).Id;
        await RunAsync();
        string path = SweepFiles.FileOf(id, SweepStore.TableName)!;
        string[] lines = await File.ReadAllLinesAsync(path, Token);
        lines[4] = lines[4].Replace(',', ';');
        await File.WriteAllLinesAsync(path, lines, Token);

        IRenderedComponent<SweepPage> page = Render<SweepPage>(one => one.Add(page => page.Id, id));

        page.WaitForAssertion(() => Assert.Contains(
            "is not as the sweep has written it", page.Find(".failure").TextContent, StringComparison.Ordinal), Patience);
        Assert.StartsWith("optimise?strategy=two.yaml", page.Find(".failure a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_OfNoSweep_SaysSo()
    {
        IRenderedComponent<SweepPage> page = Render<SweepPage>(one => one.Add(page => page.Id, "20240101T000000000-abcdef01"));

        Assert.Contains("There is no such sweep", page.Find(".empty").TextContent, StringComparison.Ordinal);
    }

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    private static string[][] Cells(IRenderedComponent<SweepPage> page) =>
        [.. page.FindAll("tbody tr.pick").Select(row => row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToArray())];

    private async Task<IRenderedComponent<SweepPage>> OpenAsync(string query, params (string, string)[] ranges)
    {
        Shelf.Save("two.yaml", SweepBench.Strategy);
        string id = Sweeps.Ask(SweepBench.Asked(ranges)).Id;
        await RunAsync();
        Navigation.NavigateTo($"optimise/{id}{query}");
        IRenderedComponent<SweepPage> page = Render<SweepPage>(made => made.Add(one => one.Id, id));
        page.WaitForElement("#point-title", Patience);
        return page;
    }

    // One after another, until nothing waits.
    private async Task RunAsync()
    {
        StateFolder state = StateFolder.Of(Path.GetDirectoryName(SweepFiles.Folder), null, null);
        using var worker = new SweepWorker(
            Sweeps, SweepFiles, state, Rules, [new GeneratedMarket()], TimeProvider.System, NullLogger<SweepWorker>.Instance);
        await worker.StartAsync(Token);
        while (Sweeps.List().Any(one => one.IsActive))
        {
            await Task.Delay(10, Token);
        }

        await worker.StopAsync(Token);
    }
}
