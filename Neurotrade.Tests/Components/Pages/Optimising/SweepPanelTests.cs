using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Neurotrade.Core.Research.Overfitting;
using Neurotrade.Tests.Dashboard.Optimising;
using Neurotrade.Web.Components.Pages.Optimising;
using Neurotrade.Web.Dashboard.Optimising;

namespace Neurotrade.Tests.Components.Pages.Optimising;

/// <summary>The panels of a sweep, each over the same two dozen runs.</summary>
public sealed class SweepPanelTests : DashboardContext, IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private OpenSweep sweep = null!;

    public async ValueTask InitializeAsync()
    {
        using SweepBench bench = new SweepBench(folder.Path).Start();
        string id = await SweepBench.RunAsync(bench.Queue, SweepBench.Asked(("stop", "1%,3%")));
        sweep = (await new OpenSweeps(bench.Queue, bench.Store, TimeProvider.System).FindAsync(id, Xunit.TestContext.Current.CancellationToken))!;
    }

    [Fact]
    public void Heat_OfAPairOfParameters_AsksForItsCellsAndMarksTheChosenRun()
    {
        IRenderedComponent<HeatPanel> panel = Heat();

        IRenderedComponent<SweepChart> chart = panel.FindComponent<SweepChart>();
        string options = System.Text.Json.JsonSerializer.Serialize(chart.Instance.Options);
        Assert.Contains("api/sweeps/one/heat?x=fast", options, StringComparison.Ordinal);
        Assert.Contains($"\"X\":{sweep.Axis("fast")!.Positions[3]},\"Y\":{sweep.Axis("slow")!.Positions[3]}", options, StringComparison.Ordinal);
        Assert.Equal("best over stop", panel.Find(".hint").TextContent);
        Assert.StartsWith("Sharpe over fast and slow. Chosen: fast ", chart.Find(".chart").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal("0", chart.Find(".chart").GetAttribute("tabindex"));
    }

    [Fact]
    public void Heat_WhoseColumnsBecomeItsRows_SwapsBoth()
    {
        (string X, string Y) asked = default;
        IRenderedComponent<HeatPanel> panel = Heat(made => made.Add(one => one.AxesChosen, axes => asked = axes));

        panel.FindAll("select")[0].Change("stop");
        Assert.Equal(("stop", "slow"), asked);
        panel.FindAll("select")[0].Change("slow");
        Assert.Equal(("slow", "fast"), asked);
        panel.FindAll("select")[1].Change("fast");
        Assert.Equal(("slow", "fast"), asked);
    }

    [Fact]
    public void Heat_AsATable_HasARowForEachCellAndChoosesItsBestRun()
    {
        int chosen = -1;
        IRenderedComponent<HeatPanel> panel = Heat(made => made.Add(one => one.IsTable, true).Add(one => one.RowChosen, row => chosen = row));

        Assert.Equal(12, panel.FindAll("tbody tr").Count);
        Assert.Equal(["fast", "slow", "Sharpe, best", "Runs"], panel.FindAll("th").Select(head => head.TextContent.Trim()));
        panel.FindAll("tbody tr")[5].Click();
        HeatCell cell = HeatMap.Of(sweep, sweep.Axis("fast")!, sweep.Axis("slow")!, HeatOf.Best).Cells[5];
        Assert.Equal(cell.Row, chosen);
    }

    [Fact]
    public async Task Lines_WithARangeDrawn_TellItToThePage()
    {
        ColumnRange? told = null;
        IRenderedComponent<LinesPanel> panel = Render<LinesPanel>(made => made
            .Add(one => one.Id, "one").Add(one => one.Sweep, sweep).Add(one => one.RangeChosen, range => told = range));

        await panel.InvokeAsync(() => panel.FindComponent<SweepChart>().Instance.Ranged("fast", "10", null));

        Assert.Equal(new ColumnRange("fast", "10", null), told);
        string options = System.Text.Json.JsonSerializer.Serialize(panel.FindComponent<SweepChart>().Instance.Options);
        Assert.Contains("lines?figures=trades,max_drawdown,total_return,objective", options, StringComparison.Ordinal);
    }

    [Fact]
    public void Spread_AsATable_CountsEveryRankedRun()
    {
        IRenderedComponent<SpreadPanel> panel = Render<SpreadPanel>(made => made.Add(one => one.Sweep, sweep).Add(one => one.IsTable, true));

        IEnumerable<string> counts = panel.FindAll("tbody tr").Select(row => row.QuerySelectorAll("td")[2].TextContent);
        Assert.Equal(sweep.Ranked, counts.Sum(count => int.Parse(count, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Spread_AsAChart_MarksTheBestAndLuck()
    {
        IRenderedComponent<SpreadPanel> panel = Render<SpreadPanel>(made => made.Add(one => one.Sweep, sweep).Add(one => one.Luck, 1.5));

        string options = System.Text.Json.JsonSerializer.Serialize(panel.FindComponent<SweepChart>().Instance.Options);
        Assert.Contains("\"Name\":\"luck\",\"Value\":1.5", options, StringComparison.Ordinal);
        Assert.Contains("luck alone would give 1.50", panel.Find(".chart").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    // The figures themselves are held to their papers where they are made; here, that the words are theirs.
    [Fact]
    public void Real_OfTheBest_TellsItsNeighboursAndWhatLuckGives()
    {
        var sample = new SharpeSample(0.1, 250, -0.5, 5);
        var trials = new TrialSummary(1000, 0.002);
        var deflated = new DeflatedSharpe(sample, trials);

        string text = Real(0, trials, deflated).Find("section").TextContent;

        Plateau plateau = sweep.PlateauOf(0);
        Assert.Contains($"The {plateau.Neighbours} neighbours", text, StringComparison.Ordinal);
        Assert.Contains(plateau.IsSpike == true ? "spike" : "plateau", text, StringComparison.Ordinal);
        Assert.Contains((deflated.Deflated!.Value * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%", text, StringComparison.Ordinal);
        string luck = deflated.ExpectedMaximumAnnual!.Value.ToString("0.00", CultureInfo.InvariantCulture);
        Assert.Contains($"Of 1,000 trials the luckiest is expected at {luck}; the best here has 1.91.", text, StringComparison.Ordinal);
        Assert.Contains("No track record like this is long enough to be significant.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Real_OfAnotherRun_SaysWhoseNeighboursTheyAre()
    {
        string text = Real(4, null, null).Find("section").TextContent;

        Assert.Contains("Neighbourhood of run 5", text, StringComparison.Ordinal);
        Assert.Contains("no chance can be told", text, StringComparison.Ordinal);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        folder.Dispose();
    }

    private IRenderedComponent<HeatPanel> Heat(Action<ComponentParameterCollectionBuilder<HeatPanel>>? more = null) => Render<HeatPanel>(made =>
    {
        made.Add(one => one.Id, "one").Add(one => one.Sweep, sweep).Add(one => one.X, sweep.Axis("fast")!)
            .Add(one => one.Y, sweep.Axis("slow")!).Add(one => one.Row, 3);
        more?.Invoke(made);
    });

    private IRenderedComponent<RealPanel> Real(int row, TrialSummary? trials, DeflatedSharpe? deflated) => Render<RealPanel>(made => made
        .Add(one => one.Sweep, sweep).Add(one => one.Row, row).Add(one => one.Trials, trials).Add(one => one.Deflated, deflated));
}
