using Bunit;
using Neurotrade.Web.Components.Controls;

namespace Neurotrade.Tests.Components.Controls;

public sealed class ToldTests : BunitContext
{
    [Theory]
    [InlineData("no name in it", 0)]
    [InlineData("`emma`: did you mean `ema`?", 2)]
    [InlineData("an `open one", 1)]
    public void Names_BetweenBackticks_StandAsCode(string message, int names)
    {
        IRenderedComponent<Told> told = Show(message);

        Assert.Equal(names, told.FindAll("code").Count);
        Assert.Equal(message.Replace("`", string.Empty, StringComparison.Ordinal), string.Concat(told.Nodes.Select(node => node.TextContent)).Trim());
    }

    [Fact]
    public void Markup_InAMessage_IsText()
    {
        IRenderedComponent<Told> told = Show("<img src=x> and `<b>x</b>`");

        Assert.Empty(told.FindAll("img, b"));
        Assert.Equal("<b>x</b>", told.Find("code").TextContent);
    }

    private IRenderedComponent<Told> Show(string message) => Render<Told>(with => with.Add(one => one.Message, message));
}
