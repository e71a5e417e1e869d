using Bunit;
using Neurotrade.Core.Market;
using Neurotrade.Web.Components.Pages.Candles;
using Neurotrade.Web.Dashboard.Imports;

namespace Neurotrade.Tests.Components.Candles;

public sealed class ImportReportTests : BunitContext
{
    private static readonly long Start = Instant.FromDate(2024, 1, 1).UnixMillis;

    [Fact]
    public void AReport_TellsOfEachSeriesWhatWasFoundAndWhereItIs()
    {
        IRenderedComponent<ImportReport> report = Show(new ImportedSeries
        {
            Address = "store:binance/BTC-USDT/1h",
            Rows = 50,
            Candles = 48,
            FirstMillis = Start,
            LastMillis = Start + 3_600_000,
            Added = 40,
            AlreadyThere = 3,
            Replaced = 5,
            ReplacedTimes = [.. Enumerable.Range(0, 5).Select(hour => Start + (hour * 3_600_000L))],
            RefusedRows = 1,
            Refusals = [new FileFault(string.Empty, 31, "high under low")],
            DuplicateRows = 2,
            RevisedRows = 1,
            RevisedTimes = [Start],
            UnsortedRows = 0,
            CutShort = 0,
            Gaps = 2,
            MissingCandles = 7,
            ZeroVolumeBars = 0,
        });

        Assert.Equal("data?series=binance%2FBTC-USDT%2F1h", report.Find("h3 a").GetAttribute("href"));
        Assert.Equal(["40", "3", "5", "1", "2", "0", "0", "2"], report.FindAll(".tile .v").Select(value => value.TextContent));
        Assert.EndsWith(
            "2024-01-01 00:00, 2024-01-01 01:00, 2024-01-01 02:00 …", report.FindAll(".tile p")[2].TextContent, StringComparison.Ordinal);
        Assert.Contains("1 of them differ", report.FindAll(".tile p")[4].TextContent, StringComparison.Ordinal);
        Assert.Equal("31", Assert.Single(report.FindAll(".faults td.r")).TextContent);
        Assert.Equal("data", report.Find("a[aria-label='Close the report']").GetAttribute("href"));
    }

    [Fact]
    public void AReport_OfAFileThatFailed_TellsEveryFaultAsText()
    {
        IRenderedComponent<ImportReport> report = Render<ImportReport>(with => with.Add(one => one.Back, "data").Add(one => one.Import, Import with
        {
            State = ImportState.Failed,
            Faults = [new FileFault("a.csv", 3, "<i>no</i>"), FileFault.OfAll("damaged")],
        }));

        Assert.Equal(["a.csv, line 3: <i>no</i>", "damaged"], report.FindAll("p.danger").Select(fault => fault.TextContent.Trim()));
        Assert.Empty(report.FindAll("i, .tile"));
    }

    private static FileImport Import => new()
    {
        Id = 1,
        Name = "BTCUSDT-1h.csv",
        Exchange = "binance",
        Bytes = 4000,
        State = ImportState.Done,
        AskedMillis = Start,
    };

    private IRenderedComponent<ImportReport> Show(ImportedSeries series) => Render<ImportReport>(with => with
        .Add(one => one.Import, Import with { Series = [series] }).Add(one => one.Back, "data"));
}
