using Bunit;
using Neurotrade.Web.Components.Pages.Candles;
using Neurotrade.Web.Dashboard.Imports;

namespace Neurotrade.Tests.Components.Candles;

public sealed class FaultTableTests : BunitContext
{
    [Fact]
    public void Faults_AreTheFirstOfAll_AndNameTheirFileOnlyInAnArchive()
    {
        IRenderedComponent<FaultTable> plain = Show([new FileFault(string.Empty, 1053, "<b>high</b> under low")], 41);
        Assert.Equal("Refused rows, the first 1 of 41", plain.Find("caption").TextContent);
        Assert.Equal(["1,053", "<b>high</b> under low"], plain.FindAll("td").Select(cell => cell.TextContent));

        IRenderedComponent<FaultTable> archive = Show([new FileFault("a.csv", 2, "x")], 1);
        Assert.Equal(["a.csv", "2", "x"], archive.FindAll("td").Select(cell => cell.TextContent));
        Assert.Equal("Refused rows", archive.Find("caption").TextContent);
        Assert.Empty(Show([], 0).Markup.Trim());
    }

    private IRenderedComponent<FaultTable> Show(FileFault[] faults, long all) => Render<FaultTable>(with => with
        .Add(one => one.Title, "Refused rows").Add(one => one.Faults, faults).Add(one => one.All, all));
}
