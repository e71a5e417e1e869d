using Bunit;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Web.Components.Pages.Candles;

namespace Neurotrade.Tests.Components.Candles;

public sealed class GapsPanelTests : BunitContext
{
    private static readonly long Start = Instant.FromDate(2024, 1, 1).UnixMillis;

    [Fact]
    public void Gaps_StandTheLongestFirst_WithTheFirstCandleThatIsMissing()
    {
        CandleGap shorter = Gap(0, 2);
        CandleGap longer = Gap(10, 30);
        IRenderedComponent<GapsPanel> panel = Render<GapsPanel>(with => with
            .Add(one => one.Gaps, [shorter, longer]).Add(one => one.Timeframe, Timeframe.Hour)
            .Add(one => one.AddressOf, at => $"data?at={at}").Add(one => one.At, shorter.AfterMillis));

        Assert.Equal(
            ["2024-01-01 11:00", "2024-01-02 17:00", "1 d 6 h", "30", "2024-01-01 01:00", "03:00", "2 h", "2"],
            panel.FindAll("td").Select(cell => cell.TextContent));
        Assert.Equal($"data?at={longer.AfterMillis}", panel.Find("td a").GetAttribute("href"));
        Assert.Contains("01:00", panel.Find("tr[aria-selected='true']").TextContent, StringComparison.Ordinal);
        panel.FindAll("th button")[0].Click();

        Assert.Equal("2024-01-01 01:00", panel.Find("td").TextContent);
    }

    private static CandleGap Gap(int afterHour, int missing) =>
        new(Start + (afterHour * 3_600_000L), Start + ((afterHour + missing + 1) * 3_600_000L), missing);
}
