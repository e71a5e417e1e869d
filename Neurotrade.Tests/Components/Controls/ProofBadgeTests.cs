using Bunit;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Tests.Components.Controls;

public sealed class ProofBadgeTests : BunitContext
{
    [Theory]
    [InlineData(Proof.Proved, "acc", "No look-ahead")]
    [InlineData(Proof.Failed, "dan", "Looks ahead")]
    [InlineData(Proof.NotChecked, "line", "not checked")]
    public void ARun_IsJudgedInAWordAndNotByColourAlone(Proof proof, string look, string word)
    {
        IRenderedComponent<ProofBadge> badge = Show(proof, false, null);

        Assert.Equal(word, badge.Find(".chip").TextContent);
        Assert.Contains(look, badge.Find(".chip").ClassList);
        Assert.NotEmpty(badge.FindAll("svg"));
    }

    [Fact]
    public void WhereThereIsRoom_ItSaysOnHowManyBars()
    {
        Assert.Equal("No look-ahead, proved on 35,051 bars", Show(Proof.Proved, true, null).Find(".chip").TextContent);
        Assert.Equal("No look-ahead, proved on 70,102 bars", Show(Proof.Proved, true, 70_102).Find(".chip").TextContent);
        Assert.Equal("not checked", Show(Proof.NotChecked, true, null).Find(".chip").TextContent);
    }

    private IRenderedComponent<ProofBadge> Show(Proof proof, bool isFull, int? bars) => Render<ProofBadge>(with => with
        .Add(one => one.Run, SampleRuns.Make(1, "cross") with { LookAhead = proof })
        .Add(one => one.IsFull, isFull).Add(one => one.Bars, bars));
}
