using System.Text.RegularExpressions;
using Bunit;
using Neurotrade.Web.Components.Controls;

namespace Neurotrade.Tests.Components.Controls;

/// <summary>What stands where there is nothing, something comes, or something went wrong; and the parts of a form.</summary>
public sealed partial class StatesTests : BunitContext
{
    [Fact]
    public void AFailure_IsAnnounced_WithWhatToDoNow()
    {
        IRenderedComponent<Failure> failure = Render<Failure>(with => with.Add(one => one.Title, "No <such> run")
            .AddChildContent("<p>gone</p>").Add(one => one.Action, "<a href=\"backtests\">All runs</a>"));

        Assert.Equal("No <such> run", failure.Find("[role=alert] b").TextContent);
        Assert.Equal("backtests", failure.Find(".row a").GetAttribute("href"));
        Assert.Single(Render<Failure>(with => with.Add(one => one.Title, "x")).FindAll(".row"));
    }

    [Fact]
    public void AnEmptyPlace_SaysWhyAndTheOneThingToDo()
    {
        IRenderedComponent<EmptyState> empty = Render<EmptyState>(with => with.Add(one => one.Title, "No candles.").Add(one => one.Icon, "database")
            .AddChildContent("Drop files.").Add(one => one.Action, "<button>Import</button>"));

        Assert.Equal(("No candles.", "Drop files.", "Import"),
            (empty.Find("b").TextContent, empty.Find(".small").TextContent, empty.Find("button").TextContent));
        Assert.Single(empty.FindAll("svg"));
        Assert.Empty(Render<EmptyState>(with => with.Add(one => one.Title, "x")).FindAll("svg"));
    }

    [Fact]
    public void WhatComes_IsToldToThoseWhoDoNotSeeItsShape()
    {
        IRenderedComponent<Skeleton> skeleton = Render<Skeleton>(with => with.Add(one => one.Label, "The store is read").Add(one => one.Height, 120));

        Assert.Equal("The store is read", skeleton.Find("[role=status]").GetAttribute("aria-label"));
        Assert.Equal("height:120px", skeleton.FindAll(".skel")[1].GetAttribute("style"));
    }

    [Fact]
    public void ATableSwitch_SaysOfWhatAndWhetherItIsOn()
    {
        int toggled = 0;
        IRenderedComponent<TableSwitch> button = Render<TableSwitch>(with => with
            .Add(one => one.What, "Equity").Add(one => one.IsTable, true).Add(one => one.Toggled, () => toggled++));

        Assert.Equal(("Equity as a table", "true", "t"), (
            button.Find("button").GetAttribute("aria-label"), button.Find("button").GetAttribute("aria-pressed"),
            button.Find("button").GetAttribute("data-key")));
        button.Find("button").Click();
        Assert.Equal(1, toggled);
    }

    [Fact]
    public void AField_TiesItsNameAndWhatIsWrongToItsInput()
    {
        IRenderedComponent<FormField> field = Render<FormField>(with => with.Add(one => one.Name, "From").Add(one => one.Key, "$from")
            .Add(one => one.Note, "a day").Add(one => one.ChildContent, link => $"<input id=\"{link.Id}\" aria-describedby=\"{link.Told}\" />"));
        Assert.Equal("field-from", field.Find("label").GetAttribute("for"));
        Assert.Equal("a day", field.Find($"#{field.Find("input").GetAttribute("aria-describedby")}").TextContent);

        field.Render(with => with.Add(one => one.Problem, "Expected a `day`."));
        Assert.Equal("Expected a day.", field.Find("[role=alert]#field-from-told").TextContent.Trim());
        Assert.DoesNotContain("a day</small>", field.Markup, StringComparison.Ordinal);
    }

    // A name that is none would end its page.
    [Fact]
    public void EveryIcon_ThatAPageNames_CanBeDrawn()
    {
        string[] names =
        [
            .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "Neurotrade.Web", "Components"), "*.razor", SearchOption.AllDirectories)
                .SelectMany(path => IconName().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value)).Distinct(),
        ];

        Assert.InRange(names.Length, 20, 200);
        Assert.All(names, name => Assert.NotEmpty(Render<Icon>(with => with.Add(one => one.Name, name)).Find("svg").InnerHtml));
    }

    [GeneratedRegex("<Icon Name=\"([a-z0-9-]+)\"")]
    private static partial Regex IconName();
}
