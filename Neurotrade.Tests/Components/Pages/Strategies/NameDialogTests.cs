using Bunit;
using Neurotrade.Web.Components.Pages.Strategies;

namespace Neurotrade.Tests.Components.Pages.Strategies;

public sealed class NameDialogTests : BunitContext
{
    [Fact]
    public void AName_IsWished_Completed_AndWhatIsWrongStandsAtItsField()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        var told = new List<string>();
        int dismissed = 0;
        IRenderedComponent<NameDialog> dialog = Render<NameDialog>(with => with.Add(one => one.Title, "Rename a.yaml")
            .Add(one => one.Action, "Rename").Add(one => one.Wish, "a.yaml").Add(one => one.Accepted, told.Add)
            .Add(one => one.Dismissed, () => dismissed++));

        Assert.Equal("a.yaml", dialog.Find("input").GetAttribute("value"));
        dialog.Find("form").Submit();
        dialog.Find("input").Input("second try");
        dialog.Find("form").Submit();
        Assert.Equal(["a.yaml", "second try.yaml"], told);

        dialog.Render(with => with.Add(one => one.Problem, "`x` is there already."));
        Assert.Equal("true", dialog.Find("input").GetAttribute("aria-invalid"));
        Assert.Equal("second try", dialog.Find("input").GetAttribute("value"));
        Assert.Contains("x is there already.", dialog.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        dialog.FindAll("button").Single(button => button.TextContent == "Cancel").Click();
        Assert.Equal(1, dismissed);
    }
}
