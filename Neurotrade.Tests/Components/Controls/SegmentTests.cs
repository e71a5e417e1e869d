using Bunit;
using Neurotrade.Web.Components.Controls;

namespace Neurotrade.Tests.Components.Controls;

public sealed class SegmentTests : BunitContext
{
    [Fact]
    public void OneView_IsPressed_AndAnyThatIsPressedIsTold()
    {
        var told = new List<int>();
        IRenderedComponent<Segment<int>> segment = Render<Segment<int>>(with => with
            .Add(one => one.Label, "Scale").Add(one => one.Choices, [(1, "linear"), (2, "log")]).Add(one => one.Value, 2)
            .Add(one => one.Chosen, told.Add));

        Assert.Equal("Scale", segment.Find("[role=group]").GetAttribute("aria-label"));
        Assert.Equal(["false", "true"], segment.FindAll("button").Select(button => button.GetAttribute("aria-pressed")));
        segment.FindAll("button")[0].Click();
        segment.FindAll("button")[1].Click();

        Assert.Equal([1, 2], told);
    }
}
