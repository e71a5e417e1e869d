using Bunit;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Web.Components.Pages.Candles;
using Neurotrade.Web.Dashboard.Candles;

namespace Neurotrade.Tests.Components.Candles;

public sealed class CoverageRowsTests : BunitContext
{
    [Fact]
    public void ASeries_WithAGap_StandsOnTheAxisWithIt()
    {
        ShelvedSeries[] series = [Series("BTC-USDT", 2020, 2024, (2021, 2022)), Series("ETH-USDT", 2022, 2024), Damaged("SOL-USDT")];
        IRenderedComponent<CoverageRows> rows = Render<CoverageRows>(with => with.Add(one => one.Series, series).Add(one => one.Chosen, series[1]));

        Assert.Equal(["left:0%;width:100%", "left:50.034%;width:49.966%"], rows.FindAll(".track i").Select(bar => bar.GetAttribute("style")));
        Assert.StartsWith("left:25.0", Assert.Single(rows.FindAll(".track u")).GetAttribute("style"), StringComparison.Ordinal);
        Assert.Equal(["1 gap", "none", "damaged"], rows.FindAll("a .right").Select(cell => cell.TextContent.Trim()));
        Assert.Equal("damaged", rows.FindAll("[role=img]")[2].GetAttribute("aria-label"));
        Assert.Equal("data?series=binance%2FETH-USDT%2F1h", rows.Find("a[aria-current='true']").GetAttribute("href"));
        Assert.Equal(["2021", "2022", "2023", "2024"], Years(rows));
    }

    [Fact]
    public void AnAxis_OfManyYearsOrOfOne_HasMarksThatFit()
    {
        Assert.InRange(Years(Show(Series("BTC-USDT", 1990, 2024))).Length, 4, 9);
        Assert.Equal(["2024-01-01", "2025-01-01"], Years(Show(Series("BTC-USDT", 2024, 2025))));
        Assert.Equal(2, Years(Show(Damaged("BTC-USDT"))).Length);
    }

    private IRenderedComponent<CoverageRows> Show(ShelvedSeries series) =>
        Render<CoverageRows>(with => with.Add(one => one.Series, [series]));

    private static string[] Years(IRenderedComponent<CoverageRows> rows) =>
        [.. rows.FindAll(".years-axis > span").Select(mark => mark.TextContent)];

    private static ShelvedSeries Series(string symbol, int from, int to, params (int After, int Next)[] gaps) =>
        new(Address(symbol), new QualityReport
        {
            Candles = 10,
            First = Instant.FromDate(from, 1, 1),
            Last = Instant.FromDate(to, 1, 1),
            Gaps = [.. gaps.Select(gap => new CandleGap(Millis(gap.After), Millis(gap.Next), 8000))],
        }, null);

    private static long Millis(int year) => Instant.FromDate(year, 1, 1).UnixMillis;

    private static ShelvedSeries Damaged(string symbol) => new(Address(symbol), null, "cut off");

    private static StoreAddress Address(string symbol)
    {
        Assert.True(StoreAddress.TryParse($"store:binance/{symbol}/1h", out StoreAddress address));
        return address;
    }
}
