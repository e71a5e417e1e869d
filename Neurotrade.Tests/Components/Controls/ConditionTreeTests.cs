using Bunit;
using Neurotrade.Core.Strategies;
using Neurotrade.Web.Components.Controls;

namespace Neurotrade.Tests.Components.Controls;

/// <summary>A rule at one bar, with the truth marks that it shows.</summary>
public sealed class ConditionTreeTests : BunitContext
{
    private static readonly ConditionReason Above = new("close > ema", null, Truth.True, [new("close", 105.3), new("ema", 99)], []);
    private static readonly ConditionReason Missing = new("rsi < 30", "dip", Truth.Unknown, [new("rsi", double.NaN)], []);
    private static readonly ConditionReason Below = new("<b>volume > 5", null, Truth.False, [], []);
    private static readonly ConditionReason All = new("all of 3", "entry", Truth.False, [], [Above, Missing, Below]);

    [Fact]
    public void ATree_TellsOfEachPartItsTruthAndValues()
    {
        IRenderedComponent<ConditionTree> tree = Render<ConditionTree>(with => with.Add(one => one.Reason, All));

        Assert.Equal(["false", "true", "unknown", "false"], tree.FindAll(".truth").Select(mark => mark.GetAttribute("aria-label")));
        Assert.Equal(["n", "y", "u", "n"], tree.FindAll(".truth").Select(mark => mark.ClassList[1]));
        Assert.Equal(["1 of 3", "close 105.3  ema 99.00", "rsi missing", ""], tree.FindAll(".v").Select(value => value.TextContent));
        Assert.Equal("rsi < 30 [dip]", tree.FindAll("code")[2].TextContent);
        Assert.Empty(tree.FindAll("b"));
        Assert.Equal(3, tree.FindAll(".tree > .cond").Count);
    }

    [Fact]
    public void ASection_NamesTheRuleItsTagAndOutcomeBeforeItsParts()
    {
        IRenderedComponent<ConditionSection> whole = Show("Entry", All);
        Assert.StartsWith("Entry, tag entry", whole.Find("h3").TextContent, StringComparison.Ordinal);
        Assert.EndsWith("false", whole.Find("h3").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(3, whole.FindAll(".cond").Count);

        IRenderedComponent<ConditionSection> alone = Show("Exit", Above);
        Assert.Equal("Exit", alone.Find("h3").FirstChild!.TextContent);
        Assert.Single(alone.FindAll(".cond"));
    }

    private IRenderedComponent<ConditionSection> Show(string title, ConditionReason reason) =>
        Render<ConditionSection>(with => with.Add(one => one.Title, title).Add(one => one.Reason, reason));
}
