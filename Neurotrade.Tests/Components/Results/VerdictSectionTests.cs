using Bunit;
using Neurotrade.Core.Strategies;
using Neurotrade.Web.Components.Pages.Results;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Tests.Components.Results;

public sealed class VerdictSectionTests : BunitContext
{
    [Fact]
    public void AVerdict_TellsEachRuleItsValueAndWhyNot_TheSizeAndTheOrders()
    {
        IRenderedComponent<VerdictSection> section = Show(new EntryVerdict(
            "refused by max_drawdown", Truth.False,
            [new RuleVerdict("max_positions", "0 of 3", true, null), new RuleVerdict("max_drawdown", "21% of 20%", false, "Until 2024-02-01.")],
            [("budget", "5,000"), ("quantity", "0.1")], ["market, placed: 0.1"]));

        Assert.Equal(["false", "true", "false"], section.FindAll(".truth").Select(mark => mark.GetAttribute("aria-label")));
        Assert.Equal(["0 of 3", "21% of 20%"], section.FindAll(".v").Select(value => value.TextContent));
        Assert.Equal("Until 2024-02-01.", Assert.Single(section.FindAll(".note")).TextContent);
        Assert.Equal(["budget", "5,000", "quantity", "0.1"], section.FindAll("dl > *").Select(part => part.TextContent));
        Assert.Contains("market, placed: 0.1", section.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void AVerdict_WithoutLimitsOrOrders_SaysSo()
    {
        IRenderedComponent<VerdictSection> section = Show(new EntryVerdict("passes", Truth.True, [], [], []));

        Assert.Contains("The strategy sets no limits.", section.Markup, StringComparison.Ordinal);
        Assert.Contains("None.", section.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<VerdictSection> Show(EntryVerdict verdict) => Render<VerdictSection>(with => with.Add(one => one.Verdict, verdict));
}
