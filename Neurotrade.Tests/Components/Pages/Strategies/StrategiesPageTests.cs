using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Components.Pages.Backtesting;
using Neurotrade.Web.Components.Pages.Strategies;

namespace Neurotrade.Tests.Components.Pages.Strategies;

public sealed class StrategiesPageTests : DashboardContext
{
    private readonly string bad = StoredRuns.Strategy.Replace("type: rsi", "type: rsj", StringComparison.Ordinal);

    [Fact]
    public void Page_WithAFile_SaysItInWordsWithItsParametersAndWarmUp()
    {
        Shelf.Save("cross.yaml", StoredRuns.Strategy);

        IRenderedComponent<StrategiesPage> page = Open("cross.yaml");

        Assert.Contains("No problem", page.Find(".problems").TextContent, StringComparison.Ordinal);
        Assert.Contains("Exponential Moving Average", page.Find("pre.words").TextContent, StringComparison.Ordinal);
        Assert.Contains("$fast", page.Find(".sliders").TextContent, StringComparison.Ordinal);
        Assert.Contains("Not used: rsi", page.Markup, StringComparison.Ordinal);
        Assert.True(page.FindAll("button").Single(button => button.TextContent.Trim() == "Save").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Text_WithAMistake_IsTold_AndMendedIsRead()
    {
        Shelf.Save("cross.yaml", StoredRuns.Strategy);
        IRenderedComponent<StrategiesPage> page = Open("cross.yaml");
        StrategyEditor editor = page.FindComponent<StrategyEditor>().Instance;

        await page.InvokeAsync(() => editor.Changed(bad));

        Assert.Contains("rsj", page.Find(".problem").TextContent, StringComparison.Ordinal);
        Assert.Contains("last valid text", page.Markup, StringComparison.Ordinal);
        Assert.True(page.FindAll("button").Single(button => button.TextContent.Trim() == "Backtest").HasAttribute("disabled"));

        await page.InvokeAsync(() => editor.Changed(StoredRuns.Strategy + "\n# mended"));
        await page.InvokeAsync(editor.Save);

        Assert.Empty(page.FindAll(".problem"));
        Assert.EndsWith("# mended", Shelf.Read("cross.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_OfAStrategyWithMarkupInIt_ShowsItAsText()
    {
        string hostile = StoredRuns.Strategy.Replace(
            "name: cross", "name: cross\ndescription: \"<img src=x onerror=alert(1)>\"", StringComparison.Ordinal)
            .Replace("tag: up", "tag: \"<script>alert(1)</script>\"", StringComparison.Ordinal);
        Shelf.Save("cross.yaml", hostile);

        IRenderedComponent<StrategiesPage> page = Open("cross.yaml");

        Assert.Empty(page.FindAll("img, script"));
    }

    [Fact]
    public void Versions_ShowWhatChanged_AndAFormerIsHadBackAsANewOne()
    {
        Shelf.Save("cross.yaml", StoredRuns.Strategy);
        Shelf.Save("cross.yaml", StoredRuns.Strategy.Replace("value: 5", "value: 7", StringComparison.Ordinal));
        IRenderedComponent<StrategiesPage> page = Open("cross.yaml", "&view=versions");
        page.Until(() => Assert.Contains("$fast 5 → 7", page.Find(".version-list").TextContent, StringComparison.Ordinal));
        Assert.Contains("value: 7", page.Find(".diff .added").TextContent, StringComparison.Ordinal);

        page.Find("button[aria-label='Restore v1']").Click();

        page.Until(() => Assert.Contains("v1 is in the file again, as v3", page.Markup, StringComparison.Ordinal));
        Assert.Equal(StoredRuns.Strategy, Shelf.Read("cross.yaml"));
        Assert.DoesNotContain("not saved", page.Find(".edit > header").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_OfATextThatIsNotSaved_KeepItWhenAFormerIsRestored()
    {
        Shelf.Save("cross.yaml", StoredRuns.Strategy);
        IRenderedComponent<StrategiesPage> page = Open("cross.yaml", "&view=versions");
        await page.InvokeAsync(() => page.FindComponent<StrategyEditor>().Instance.Changed(bad));
        page.Await("button[aria-label='Restore v1']").Click();

        page.Until(() => Assert.Contains("What was not saved is v2.", page.Markup, StringComparison.Ordinal));
        Assert.Equal(bad, Shelf.Versions.Read("cross.yaml", 2));
        Assert.Equal(StoredRuns.Strategy, Shelf.Read("cross.yaml"));
    }

    // Whole way: slider, quick backtest, text, form.
    [Fact]
    public void Slider_Moved_IsFollowedByTheQuickBacktest_AndWrittenIntoTheTextOnDemand()
    {
        Shelf.Save("cross.yaml", StoredRuns.Strategy);
        IRenderedComponent<StrategiesPage> page = Open("cross.yaml");
        page.Await(".quick-figures");
        Assert.Contains("not checked", page.Find("[aria-labelledby='quick-title']").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".was"));

        page.Find("input[type=range]").Input("4");

        page.Until(() => Assert.Equal(4, page.FindAll(".was").Count));
        Assert.Contains("value: 5", Shelf.Read("cross.yaml"), StringComparison.Ordinal);
        page.Press("Write into the text");
        page.Until(() => Assert.Contains("not saved", page.Find(".edit > header").TextContent, StringComparison.Ordinal));
        page.Until(() => Assert.Empty(page.FindAll(".was")));

        page.Press("Save");
        page.Until(() => Assert.Equal(
            StoredRuns.Strategy.Replace("value: 5", "value: 7", StringComparison.Ordinal), Shelf.Read("cross.yaml")));
    }

    [Fact]
    public void Box_WithAValueThatCannotBe_SaysWhy_AndKeepsTheFormer()
    {
        Shelf.Save("cross.yaml", StoredRuns.Strategy);
        IRenderedComponent<StrategiesPage> page = Open("cross.yaml");

        page.Find(".slide .input").Change("50");

        page.Await(".slide [role=alert]");
        Assert.Contains("outside the parameter's range 3 to 20", page.Find(".slide [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("5", page.Find("input[type=range]").GetAttribute("aria-valuetext"));
    }

    [Fact]
    public void BacktestWithThese_OpensTheFormWithTheValues()
    {
        Shelf.Save("cross.yaml", StoredRuns.Strategy);
        IRenderedComponent<StrategiesPage> page = Open("cross.yaml");
        page.Find("input[type=range]").Input("4");

        page.Press("Backtest with these");

        NavigationManager navigation = Services.GetRequiredService<NavigationManager>();
        page.Until(() => Assert.EndsWith(
            "backtests/new?strategy=cross.yaml&set=fast%3D7", navigation.Uri, StringComparison.Ordinal));
        IRenderedComponent<NewBacktest> form = Render<NewBacktest>();
        Assert.Contains(form.FindAll("input"), input => input.GetAttribute("value") == "7");
    }

    [Fact]
    public void Page_OfAFileThatIsNot_SaysSo() =>
        Assert.Contains("There is no strategy ../x.yaml.", Open("../x.yaml").Markup, StringComparison.Ordinal);

    private IRenderedComponent<StrategiesPage> Open(string file, string query = "")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"strategies?file={Uri.EscapeDataString(file)}{query}");
        return Render<StrategiesPage>();
    }
}
