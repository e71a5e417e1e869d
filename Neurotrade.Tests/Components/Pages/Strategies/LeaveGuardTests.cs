using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Components.Pages.Strategies;

namespace Neurotrade.Tests.Components.Pages.Strategies;

/// <summary>What is typed is never lost: a question before it is left, and its text again on return.</summary>
public sealed class LeaveGuardTests : DashboardContext
{
    private static readonly string Typed = StoredRuns.Strategy + "# typed";

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public async Task Text_ThatIsNotSaved_IsNotLeftWithoutAQuestion_AndStayingChangesNothing()
    {
        IRenderedComponent<StrategiesPage> page = await TypeAsync();

        await page.InvokeAsync(() => Navigation.NavigateTo("data"));

        page.Until(() => Assert.Contains("cross.yaml is not saved.", page.Find(".ask").TextContent, StringComparison.Ordinal));
        Assert.EndsWith("strategies?file=cross.yaml", Navigation.Uri, StringComparison.Ordinal);

        page.Press("Stay");
        page.Until(() => Assert.Empty(page.FindAll(".ask")));
        Assert.Equal(Typed, page.FindComponent<StrategyEditor>().Instance.Text);
    }

    [Fact]
    public async Task AnotherFile_IsOpenedAfterSaving()
    {
        Shelf.Save("other.yaml", StoredRuns.Strategy);
        IRenderedComponent<StrategiesPage> page = await TypeAsync();

        await page.InvokeAsync(() => Navigation.NavigateTo("strategies?file=other.yaml"));
        page.Await(".ask");
        page.Press("Save and go");

        page.Until(() => Assert.EndsWith("file=other.yaml", Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal(Typed, Shelf.Read("cross.yaml"));
        Assert.Null(Shelf.Drafts.Find("cross.yaml"));
    }

    [Fact]
    public async Task Text_LeftWithoutSaving_IsHereAgainOnReturn_AndTheSavedOneCanBeHad()
    {
        IRenderedComponent<StrategiesPage> page = await TypeAsync();
        await page.InvokeAsync(() => Navigation.NavigateTo("data"));
        page.Await(".ask");
        page.Press("Go without saving");
        page.Until(() => Assert.EndsWith("/data", Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal(StoredRuns.Strategy, Shelf.Read("cross.yaml"));

        page.Dispose();
        Navigation.NavigateTo("strategies?file=cross.yaml");
        IRenderedComponent<StrategiesPage> again = Render<StrategiesPage>();

        Assert.Equal(Typed, again.FindComponent<StrategyEditor>().Instance.Text);
        Assert.Contains("not saved is here again", again.Find(".told-strip").TextContent, StringComparison.Ordinal);

        again.Press("Go back to the saved text");
        again.Until(() => Assert.Contains("What was typed is kept as v2.", again.Find(".told-strip").TextContent, StringComparison.Ordinal));
        Assert.Equal(Typed, Shelf.Versions.Read("cross.yaml", 2));
        Assert.Null(Shelf.Drafts.Find("cross.yaml"));
    }

    [Fact]
    public async Task AnotherView_OfTheSameFile_IsNoLeaving()
    {
        IRenderedComponent<StrategiesPage> page = await TypeAsync();

        page.Press("Versions");

        page.Until(() => Assert.Contains("view=versions", Navigation.Uri, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".ask"));
    }

    [Fact]
    public void Text_ThatIsSaved_IsLeftAtOnce()
    {
        IRenderedComponent<StrategiesPage> page = Open();

        Navigation.NavigateTo("data");

        page.Until(() => Assert.EndsWith("/data", Navigation.Uri, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".ask"));
    }

    private IRenderedComponent<StrategiesPage> Open()
    {
        Shelf.Save("cross.yaml", StoredRuns.Strategy);
        Navigation.NavigateTo("strategies?file=cross.yaml");
        return Render<StrategiesPage>();
    }

    private async Task<IRenderedComponent<StrategiesPage>> TypeAsync()
    {
        IRenderedComponent<StrategiesPage> page = Open();
        StrategyEditor editor = page.FindComponent<StrategyEditor>().Instance;
        await page.InvokeAsync(() => editor.Changed(Typed));
        return page;
    }
}
