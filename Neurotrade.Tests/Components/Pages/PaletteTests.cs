using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Components.Layout;

namespace Neurotrade.Tests.Components.Pages;

public sealed class PaletteTests : DashboardContext
{
    [Fact]
    public void Palette_WordsAndEnter_GoToWhatIsFound()
    {
        Shelf.Save("my-cross.yaml", StoredRuns.Strategy);
        IRenderedComponent<Palette> palette = Render<Palette>();

        palette.Find("[data-open='find']").Click();
        palette.Find("[role='combobox']").Input("cross strat");
        Assert.StartsWith("my-cross.yaml", palette.Find("[aria-selected='true']").TextContent.Trim(), StringComparison.Ordinal);
        palette.Find("[role='combobox']").KeyDown(new KeyboardEventArgs { Key = "Enter" });

        Assert.EndsWith("strategies?file=my-cross.yaml", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Empty(palette.FindAll("dialog"));
    }

    [Fact]
    public void Keys_AreTold_AndEscapeCloses()
    {
        IRenderedComponent<Palette> palette = Render<Palette>();

        palette.Find("[data-open='keys']").Click();

        Assert.Contains("the filter of the page", palette.Find("dialog").TextContent, StringComparison.Ordinal);
        palette.Find("dialog").TriggerEvent("onclose", EventArgs.Empty);
        Assert.Empty(palette.FindAll("dialog"));
    }
}
