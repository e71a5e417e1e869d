using Bunit;
using Neurotrade.Web.Components.Controls;

namespace Neurotrade.Tests.Components.Controls;

public sealed class TileTests : BunitContext
{
    [Fact]
    public void AName_ThatIsPressed_TellsHowItIsCountedAndHidesItAgain()
    {
        IRenderedComponent<Tile> tile = Render<Tile>(with => with
            .Add(one => one.Name, "Sharpe").Add(one => one.Value, "1.49").Add(one => one.Note, "crypto365")
            .Add(one => one.Explanation, "Mean ÷ deviation."));
        Assert.Empty(tile.FindAll(".explained"));

        tile.Find("button").Click();
        Assert.Equal("Mean ÷ deviation.", tile.Find(".explained").TextContent);
        Assert.Equal("true", tile.Find("button").GetAttribute("aria-expanded"));
        tile.Find("button").Click();

        Assert.Empty(tile.FindAll(".explained"));
    }

    [Fact]
    public void AFigure_ThatShouldNotBeTrusted_SaysSoInAWordAndWhy()
    {
        IRenderedComponent<Tile> tile = Render<Tile>(with => with
            .Add(one => one.Name, "Trades").Add(one => one.Value, "7").Add(one => one.Unit, "USDT")
            .Add(one => one.Warning, "Under thirty.").Add(one => one.WarningWord, "few"));

        Assert.Equal("Under thirty.", tile.Find(".warn").GetAttribute("title"));
        Assert.Equal("few", tile.Find(".warn").TextContent.Trim());
        Assert.Equal("USDT", tile.Find("small.t2").TextContent);
        Assert.Empty(tile.FindAll("button"));
    }
}
