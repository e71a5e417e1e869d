using Bunit;
using Neurotrade.Web.Components.Controls;

namespace Neurotrade.Tests.Components.Controls;

/// <summary>What floats over a page: a menu, a question, and the curve that is beside them.</summary>
public sealed class QuestionTests : DashboardContext
{
    [Fact]
    public void Menu_OpensOnAPress_AndClosesOnEscOnAPressInItAndBesideIt()
    {
        IRenderedComponent<Menu> menu = Render<Menu>(parameters => parameters
            .Add(one => one.Label, "File").AddChildContent("<button type=\"button\" id=\"inside\">Rename</button>"));
        Assert.Empty(menu.FindAll(".menu"));

        foreach (Action close in new Action[]
        {
            () => menu.Find(".menu").KeyDown("Escape"),
            () => menu.Find(".menu").Click(),
            () => menu.Find(".menu-away").Click(),
        })
        {
            menu.Find("button").Click();
            Assert.Equal("true", menu.Find("button").GetAttribute("aria-expanded"));
            close();
            Assert.Empty(menu.FindAll(".menu"));
            Assert.Equal("false", menu.Find("button").GetAttribute("aria-expanded"));
        }

        Assert.Equal(["neurotrade.focusIfLost", "neurotrade.focusIfLost", "neurotrade.focusIfLost"],
            JSInterop.Invocations.Select(call => call.Identifier));
    }

    [Fact]
    public void Question_IsDismissedByEscAndByAPressBesideIt()
    {
        int dismissed = 0;
        IRenderedComponent<AskDialog> question = Render<AskDialog>(parameters => parameters
            .Add(one => one.Title, "Sure?").Add(one => one.Dismissed, () => dismissed++)
            .AddChildContent("<p>Say.</p>"));

        Assert.Equal("Sure?", question.Find("dialog").GetAttribute("aria-label"));
        Assert.Equal("neurotrade.openDialog", Assert.Single(JSInterop.Invocations).Identifier);
        question.Find("dialog").TriggerEvent("onclose", EventArgs.Empty);
        question.Find("dialog").Click();
        Assert.Equal(2, dismissed);
    }

    [Fact]
    public void Curve_WithAnotherRun_DrawsBothOnOneScale_AndSaysWhatItShows()
    {
        IRenderedComponent<EquityCurve> curve = Render<EquityCurve>(parameters => parameters
            .Add(one => one.Values, [100, 120]).Add(one => one.Other, [100, 60]).Add(one => one.Base, 100)
            .Add(one => one.Label, "from 100 to 120"));

        Assert.Equal("0,14 100,2", curve.Find("polyline:not(.other)").GetAttribute("points"));
        Assert.Equal("0,14 100,38", curve.Find("polyline.other").GetAttribute("points"));
        Assert.Equal("from 100 to 120", curve.Find("svg").GetAttribute("aria-label"));
    }
}
