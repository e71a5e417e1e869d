using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Strategies;
using Neurotrade.Tests.Dashboard.Optimising;
using Neurotrade.Web.Components.Pages.Optimising;
using Neurotrade.Web.Dashboard.Jobs;
using Neurotrade.Web.Dashboard.Optimising;

namespace Neurotrade.Tests.Components.Pages.Optimising;

public sealed class OptimisePageTests : DashboardContext
{
    // The machine may be busy.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public void Form_OfAStrategy_CountsItsOwnRangesAndTimesThem()
    {
        IRenderedComponent<OptimisePage> page = Open("&to=2024-03-01");

        Assert.Equal(["$fast", "$slow", "$stop"], page.FindAll(".range-field").Select(one => one.GetAttribute("aria-label")));
        Assert.Equal("4 × 3 = 12", Told(page, "Runs"));
        page.WaitForAssertion(
            () => Assert.Equal("under a second, timed just now on 12 of them", Told(page, "Expected")), Patience);
        Assert.Empty(Sweeps.List());
    }

    [Fact]
    public async Task Form_WithRangesListsAndFixedValues_AsksForOneSweepOfThem()
    {
        IRenderedComponent<OptimisePage> page = Open(
            "&from=2024-01-01&to=2024-03-01&set=fast%3D5:15:5&set=slow%3D20,40&search=random&trials=4&seed=7&objective=calmar"
            + "&min=2&capital=500&device=auto");

        Assert.Equal("4 of 3 × 2 = 6", Told(page, "Runs"));
        await page.InvokeAsync(() => page.Find("form").Submit());
        await page.InvokeAsync(() => page.Find("form").Submit());

        AskedSweep asked = Assert.Single(Sweeps.List()).Asked;
        Assert.Equal(("random", 4, 7, "calmar", 2), (asked.Search, asked.Trials, asked.Origin.Seed, asked.Objective, asked.MinTrades));
        Assert.Equal("auto", asked.Device);
        Assert.Equal(("5:15:5", "20,40", 500), (asked.Ranges["fast"], asked.Ranges["slow"], asked.Origin.Capital));
        page.WaitForAssertion(
            () => Assert.Contains("waits for its turn", page.Find(".op-main").TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains($"sweep={Sweeps.List()[0].Id}", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithProblems_TellsEachAtItsFieldAndAsksForNothing()
    {
        IRenderedComponent<OptimisePage> page = Open("&set=fast%3D15:5:5&set=slow%3D99&objective=sharp&min=-1&search=guided&trials=0");

        await page.InvokeAsync(() => page.Find("form").Submit());

        string told = string.Join('|', page.FindAll("small[role='alert']").Select(one => one.TextContent));
        Assert.Contains("The range begins above its end", told, StringComparison.Ordinal);
        Assert.Contains("outside the parameter's range 20 to 60", told, StringComparison.Ordinal);
        Assert.Contains("'sharp' is no figure of a run. Did you mean sharpe?", told, StringComparison.Ordinal);
        Assert.Equal(6, page.FindAll("[aria-invalid='true']").Select(one => one.GetAttribute("aria-describedby")).Distinct().Count() + 1);
        Assert.Empty(Sweeps.List());
        Assert.Equal("–", Told(page, "Runs"));
    }

    [Fact]
    public async Task Objective_WhileItIsTyped_IsChecked()
    {
        IRenderedComponent<OptimisePage> page = Open(string.Empty);

        await page.InvokeAsync(() => page.Find("#field-objective").Input("sharpe - 2 * max_drawdow"));
        page.WaitForAssertion(() => Assert.Contains(
            "Did you mean max_drawdown?", page.Find("#field-objective-told").TextContent, StringComparison.Ordinal), Patience);

        await page.InvokeAsync(() => page.Find("#field-objective").Input("sharpe - 2 * max_drawdown"));
        page.WaitForAssertion(() => Assert.Equal("false", page.Find("#field-objective").GetAttribute("aria-invalid")), Patience);
        Assert.Contains("objective=sharpe", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameter_OfAnotherKind_KeepsWhatItMeans()
    {
        IRenderedComponent<OptimisePage> page = Open(string.Empty);

        await page.InvokeAsync(() => Field().QuerySelectorAll("button")[1].Click());
        page.WaitForAssertion(() => Assert.Equal(["5,10,15,20"], Values()), Patience);
        await page.InvokeAsync(() => Field().QuerySelector("input")!.Change("7"));
        page.WaitForAssertion(() => Assert.Contains("1 value", Field().TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal("true", Field().QuerySelectorAll("button")[1].GetAttribute("aria-pressed"));

        await page.InvokeAsync(() => Field().QuerySelectorAll("button")[2].Click());
        page.WaitForAssertion(() => Assert.Equal(["10"], Values()), Patience);
        Assert.Equal("3", Told(page, "Runs"));

        await page.InvokeAsync(() => Field().QuerySelectorAll("button")[0].Click());
        page.WaitForAssertion(() => Assert.Equal(["5", "20", "5"], Values()), Patience);

        AngleSharp.Dom.IElement Field() => page.FindAll(".range-field")[0];
        IEnumerable<string?> Values() => Field().QuerySelectorAll("input").Select(one => one.GetAttribute("value"));
    }

    [Fact]
    public void Form_OfAStrategyWithoutParameters_SaysWhatToDo()
    {
        Shelf.Save("plain.yaml", """
            schema: 1
            name: plain
            market: { exchange: sim, symbols: [BTC/USDT], timeframe: 1h }
            indicators:
              fast: { type: sma, period: 10 }
            rules: { entry: close > fast, exit: close < fast }
            """);

        IRenderedComponent<OptimisePage> page = Open(string.Empty, "plain.yaml");

        Assert.Contains("no parameters to change", page.Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Equal("strategies?file=plain.yaml", page.Find(".empty a").GetAttribute("href"));
    }

    [Fact]
    public void Form_OfMoreThanAPageTries_SaysHowMany()
    {
        IRenderedComponent<OptimisePage> page = Open("&set=stop%3D1%25:99%25:0.0001%25");

        Assert.Contains("a page tries at most 250,000", page.Find("#field-search-told").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sweep_ThatRuns_TellsHowFarItIsAndTheBestSoFar()
    {
        KeptSweep asked = Sweeps.Ask(SweepBench.Asked());
        (_, SweepLive live) = await Sweeps.TakeAsync(Xunit.TestContext.Current.CancellationToken);
        SweepPlan plan = SweepPlan.Of(
            StrategyFile.Load(SweepBench.Strategy, "two.yaml", StrategyOverrides.None).Parameters, asked.Asked.ToRequest().Ranges);
        live.Begin(plan);
        IRenderedComponent<OptimisePage> page = Open(string.Empty);
        Assert.Contains("reading the candles", page.Find(".op-main").TextContent, StringComparison.Ordinal);

        double[] figures = new double[Neurotrade.Core.Research.RunFigures.Count];
        live.Report(new SweepProgress(3, 12, 0, new SweepRow(1, figures), 0.5));
        live.Report(new SweepProgress(6, 12, 0, new SweepRow(5, figures), 1.25));

        page.WaitForAssertion(() =>
        {
            string told = page.Find(".op-main .panel").TextContent;
            Assert.Contains("50%", told, StringComparison.Ordinal);
            Assert.Contains("6 of 12 runs", told, StringComparison.Ordinal);
            Assert.Contains("1.25", told, StringComparison.Ordinal);
            Assert.Contains("rose from 0.50 to 1.25 in 6 runs", page.Find(".op-curve svg").GetAttribute("aria-label"), StringComparison.Ordinal);
        }, Patience);
        await page.InvokeAsync(() => page.FindAll(".op-main button").Single(one => one.TextContent == "Cancel").Click());
        Assert.True(live.Cancel.IsCancellationRequested);

        Sweeps.End(asked.Id, status => status with { State = JobState.Cancelled });
        page.WaitForAssertion(() => Assert.Contains("cancelled", page.Find("table").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task History_OfSweeps_OpensAsksAgainDeletesAndHasThemBack()
    {
        string id = Sweeps.Ask(SweepBench.Asked(("slow", "20,40")) with { Objective = "sortino", MinTrades = 3 }).Id;
        await Sweeps.TakeAsync(Xunit.TestContext.Current.CancellationToken);
        Sweeps.End(id, status => status with { State = JobState.Done, Tried = 8 });

        IRenderedComponent<OptimisePage> page = Open(string.Empty);

        Assert.Equal($"optimise/{id}", page.Find("tbody a").GetAttribute("href"));
        string again = page.Find("tbody a[title^='Ask again']").GetAttribute("href")!;
        SweepForm form = SweepForm.Of($"http://localhost/{again}");
        Assert.Equal(("two.yaml", "sim", "2024-01-01", "2024-03-01"), (form.Run.Strategy, form.Run.Exchange, form.Run.From, form.Run.To));
        Assert.Equal(("20,40", "sortino", "3"), (form.Run.Set["slow"], form.Objective, form.MinTrades));

        await page.InvokeAsync(() => page.Find("tbody button[title='Delete']").Click());
        page.WaitForAssertion(() => Assert.Contains("1 sweep deleted", page.Find(".strip").TextContent, StringComparison.Ordinal), Patience);
        Assert.Empty(page.FindAll("tbody"));
        await page.InvokeAsync(() => page.FindAll(".strip button").Single(one => one.TextContent.Trim() == "Undo").Click());
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")), Patience);
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    private static string Told(IRenderedComponent<OptimisePage> page, string name) =>
        page.FindAll(".op-count dt").Single(one => one.TextContent == name).NextElementSibling!.TextContent.Trim();

    private IRenderedComponent<OptimisePage> Open(string query, string file = "two.yaml")
    {
        Shelf.Save("two.yaml", SweepBench.Strategy);
        Navigation.NavigateTo($"optimise?strategy={file}{query}");
        return Render<OptimisePage>();
    }
}
