using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Components.Pages.Backtesting;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Comparing;

namespace Neurotrade.Tests.Components.Pages;

public sealed class HistoryPanelTests : DashboardContext
{
    [Fact]
    public async Task Row_WhenPinned_StaysWhateverIsDeleted()
    {
        PastRun run = SampleRuns.Keep(Archive, SampleRuns.Make(1, "cross"));
        IRenderedComponent<HistoryPanel> page = Open();

        await PressAsync(page, "button[aria-label='Pin cross']");

        page.WaitForAssertion(() => Assert.Equal("true", page.Find("button[aria-label='Pin cross']").GetAttribute("aria-pressed")));
        Assert.True(page.Find("button[aria-label='Delete cross']").HasAttribute("disabled"));
        Assert.True(History.Find(run.Id)!.IsPinned);
    }

    [Fact]
    public async Task Row_WhenNamed_ShowsTheLabelAsText()
    {
        SampleRuns.Keep(Archive, SampleRuns.Make(1, "cross"));
        IRenderedComponent<HistoryPanel> page = Open();

        await PressAsync(page, "button[aria-label='Label cross']");
        await page.InvokeAsync(() => page.Find(".label-form input").Change("<img src=x onerror=alert(1)>"));
        await page.InvokeAsync(() => page.Find(".label-form").Submit());

        page.WaitForAssertion(() => Assert.Equal("<img src=x onerror=alert(1)>", page.Find(".label").TextContent));
        Assert.Empty(page.FindAll("img"));
        Assert.Empty(page.FindAll(".label-form"));
    }

    [Fact]
    public async Task Delete_OneRun_CanBeUndone()
    {
        SampleRuns.Keep(Archive, SampleRuns.Make(1, "first"));
        SampleRuns.Keep(Archive, SampleRuns.Make(2, "second"));
        IRenderedComponent<HistoryPanel> page = Open();

        await PressAsync(page, "button[aria-label='Delete first']");

        page.WaitForAssertion(() => Assert.Equal(["second"], Names(page)));
        Assert.Contains("1 run deleted.", page.Find(".strip").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => Button(page, "Undo").Click());
        page.WaitForAssertion(() => Assert.Equal(["second", "first"], Names(page)));
    }

    [Fact]
    public async Task Delete_ThePickedRuns_AsksFirstAndSaysWhatStays()
    {
        PastRun pinned = SampleRuns.Keep(Archive, SampleRuns.Make(1, "pinned"));
        SampleRuns.Keep(Archive, SampleRuns.Make(2, "first"));
        SampleRuns.Keep(Archive, SampleRuns.Make(3, "second"));
        History.Pin([pinned.Id], isPinned: true);
        IRenderedComponent<HistoryPanel> page = Open();

        await page.InvokeAsync(() => page.Find("thead input").Change(true));
        page.WaitForAssertion(() => Assert.Contains("3 picked", page.Find(".picked").TextContent, StringComparison.Ordinal));
        Assert.Contains("pick=", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        await page.InvokeAsync(() => Button(page, "Delete …").Click());
        Assert.Contains("Delete 2 runs with all files?", page.Find(".picked").TextContent, StringComparison.Ordinal);
        Assert.Contains("One is pinned and stays.", page.Find(".picked").TextContent, StringComparison.Ordinal);
        Assert.Equal(3, History.Now.Runs.Count);
        await page.InvokeAsync(() => Button(page, "Delete 2").Click());

        page.WaitForAssertion(() => Assert.Equal(["pinned"], Names(page)));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".picked")));
    }

    [Fact]
    public void Picks_FollowTheAddress()
    {
        PastRun run = SampleRuns.Keep(Archive, SampleRuns.Make(1, "first"));
        IRenderedComponent<HistoryPanel> page = Open();

        Services.GetRequiredService<NavigationManager>().NavigateTo($"?pick={run.Id}");

        page.WaitForAssertion(() => Assert.Contains("1 picked", page.Find(".picked").TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("?outcome=gained", "won")]
    [InlineData("?outcome=lost", "lost")]
    [InlineData("?outcome=no-trades", "flat")]
    [InlineData("?symbol=ETH/USDT", "won")]
    [InlineData("?strategy=flat", "flat")]
    [InlineData("?q=wide+stops", "lost")]
    [InlineData("?outcome=nonsense&sort=strategy", "flat,lost,won")]
    public void Panel_WithAnAddress_ShowsTheRunsThatItNames(string query, string expected)
    {
        SampleRuns.Keep(Archive, SampleRuns.Make(2, "won", "ETH/USDT"));
        SampleRuns.Keep(Archive, SampleRuns.Make(0, "flat") with { Trades = 0 });
        PastRun lost = SampleRuns.Keep(Archive, SampleRuns.Make(-1, "lost"));
        History.Label(lost.Id, "with wide stops");
        Services.GetRequiredService<NavigationManager>().NavigateTo(query);

        Assert.Equal(expected.Split(','), Names(Render<HistoryPanel>()));
    }

    [Fact]
    public async Task Panel_OrderedByAnyFigure_ShowsItAndPutsTheBestFirst()
    {
        PastRun first = StoredRuns.Keep(Archive);
        PastRun second = StoredRuns.Keep(Archive, days: 30, StoredRuns.Strategy.Replace("value: 5", "value: 8", StringComparison.Ordinal));
        IRenderedComponent<HistoryPanel> page = Open();

        await page.InvokeAsync(() => page.Find("select[aria-label='Order by']").Change("risk.ulcer_index"));

        RunFigure ulcer = RunFigure.Find("risk.ulcer_index")!;
        page.WaitForAssertion(() => Assert.DoesNotContain(page.FindAll("tbody tr"), row => row.Children[^2].TextContent == Figures.Undefined));
        Assert.EndsWith("?sort=m.risk.ulcer_index", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Equal("Ulcer index", page.Find("th[aria-sort='ascending']").TextContent.Trim());
        string[] expected = [.. ((PastRun[])[first, second]).OrderBy(run => History.FigureOf(run.Id, ulcer)).Select(run => $"runs/{run.Id}")];
        Assert.Equal(expected, page.FindAll("tbody a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Panel_NearItsLimit_SaysWhatGoesFirst()
    {
        for (int i = 1; i <= 9; i++)
        {
            SampleRuns.Keep(Archive, SampleRuns.Make(i, $"run {i}"));
        }

        IRenderedComponent<HistoryPanel> page = Open();

        string told = page.Find(".strip.warn").TextContent;
        Assert.Contains("after one more run", told, StringComparison.Ordinal);
        Assert.Contains("“run 1” of 2026-01-02 00:01", told, StringComparison.Ordinal);
        Assert.Contains("9 of 10 runs", page.Find(".fullness").TextContent, StringComparison.Ordinal);
        Assert.Equal("90", page.Find("[role='meter']").GetAttribute("aria-valuenow"));
    }

    [Fact]
    public async Task Panel_AfterRunsMadeRoom_HasThemBackPinned()
    {
        for (int i = 1; i <= 11; i++)
        {
            SampleRuns.Keep(Archive, SampleRuns.Make(i, $"run {i}"));
        }

        History.Sweep();
        IRenderedComponent<HistoryPanel> page = Open();

        Assert.Contains("1 run made room for newer ones.", page.Markup, StringComparison.Ordinal);
        await page.InvokeAsync(() => Button(page, "Have them back, pinned").Click());
        page.WaitForAssertion(() => Assert.Equal("true", page.Find("button[aria-label='Pin run 1']").GetAttribute("aria-pressed")));
    }

    [Fact]
    public void Panel_WithAFolderThatCannotBeRead_NamesIt()
    {
        PastRun run = SampleRuns.Keep(Archive, SampleRuns.Make(1, "cross"));
        File.WriteAllText(Path.Combine(Archive.PlaceOf(run.Id), "record.json"), "{");

        string told = Open().Find(".strip.warn").TextContent;

        Assert.Contains($"runs/{run.Id}: record.json is damaged.", told, StringComparison.Ordinal);
    }

    private IRenderedComponent<HistoryPanel> Open() => Render<HistoryPanel>();

    // Finding and clicking are one step: the history redraws the panel when it likes.
    private static Task PressAsync(IRenderedComponent<HistoryPanel> page, string selector) =>
        page.InvokeAsync(() => page.Find(selector).Click());

    private static IElement Button(IRenderedComponent<HistoryPanel> page, string text) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == text);

    private static string[] Names(IRenderedComponent<HistoryPanel> page) =>
        [.. page.FindAll("tbody a").Select(link => link.TextContent)];
}
