using Bunit;
using Neurotrade.Web.Components.Controls;

namespace Neurotrade.Tests.Components.Controls;

public sealed class FilterFieldTests
{
    // The words take the way over the address: what comes back of the first letters finds more of them typed.
    [Fact]
    public async Task Words_ThatComeBackLate_LeaveWhatWasTypedSince()
    {
        await using var dashboard = new BunitContext();
        List<string> told = [];
        IRenderedComponent<FilterField> field = dashboard.Render<FilterField>(with => with
            .Add(one => one.Label, "Filter trades").Add(one => one.WordsChanged, told.Add));
        foreach (string typed in (string[])["t", "tw", "twt"])
        {
            field.Find("input").Input(typed);
        }

        foreach (string back in (string[])["t", "twt"])
        {
            field.Render(with => with.Add(one => one.Words, back));
            Assert.Equal("twt", field.Find("input").GetAttribute("value"));
        }

        Assert.Equal(["t", "tw", "twt"], told);
    }

    [Fact]
    public async Task Words_FromElsewhere_TakeThePlaceOfWhatWasTyped()
    {
        await using var dashboard = new BunitContext();
        IRenderedComponent<FilterField> field = dashboard.Render<FilterField>(with => with
            .Add(one => one.Label, "Filter trades").Add(one => one.Words, "stop"));
        Assert.Equal("stop", field.Find("input").GetAttribute("value"));

        field.Find("input").Input("stop 2");
        field.Render(with => with.Add(one => one.Words, "stop 2"));
        field.Render(with => with.Add(one => one.Words, null));

        Assert.Equal(string.Empty, field.Find("input").GetAttribute("value"));
    }
}
