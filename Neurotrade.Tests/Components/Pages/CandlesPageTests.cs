using System.Text;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Neurotrade.Core.Market;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Components.Pages.Candles;

namespace Neurotrade.Tests.Components.Pages;

public sealed class CandlesPageTests : DashboardContext
{
    [Fact]
    public void Page_WithoutCandles_SaysWhereTheyComeFrom() => WaitFor("No candles are stored yet.", Render<CandlesPage>());

    [Fact]
    public void Import_OfFiles_ShowsWhatWasStoredWithItsGapsAndWhatWasNot()
    {
        IRenderedComponent<CandlesPage> page = Render<CandlesPage>();
        WaitFor("No candles are stored yet.", page);

        page.FindComponent<InputFile>().UploadFiles(
            InputFileContent.CreateFromBinary(Hours(30, skip: 10), "ETHUSDT-1h-2024.csv"),
            InputFileContent.CreateFromText("nothing of use", "BTCUSDT-1h-2024.csv"),
            InputFileContent.CreateFromText(string.Empty, "SOLUSDT-1h-2024.csv"));

        WaitFor("ETH/USDT 1h: 29 new", page);
        WaitFor("1 gaps", page);
        WaitFor("the file is empty", page);
        page.WaitForAssertion(() => Assert.Equal(
            2, page.FindAll(".import").Count(one => one.TextContent.Contains("not stored", StringComparison.Ordinal))));
        Assert.Equal("ETH/USDT", Assert.Single(Candles.Addresses()).Symbol.ToString());
    }

    private static void WaitFor(string text, IRenderedComponent<CandlesPage> page) =>
        page.WaitForAssertion(() => Assert.Contains(text, page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(10));

    private static byte[] Hours(int count, int skip)
    {
        var text = new StringBuilder("time,open,high,low,close,volume\n");
        for (int hour = 0; hour < count; hour++)
        {
            if (hour != skip)
            {
                text.Append(new Instant(StoredRuns.From.UnixMillis + (hour * 3_600_000L))).Append(",100,110,90,105,5\n");
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
