using AngleSharp.Dom;
using Bunit;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Tests.Ingestion;
using Neurotrade.Web.Components.Pages.Candles;
using Neurotrade.Web.Dashboard.Imports;

namespace Neurotrade.Tests.Components.Candles;

public sealed class ImportLineTests : BunitContext
{
    private static readonly FileImport Import = new()
    {
        Id = 7,
        Name = "prices.csv",
        Exchange = "binance",
        Bytes = 4_000_000,
        State = ImportState.Announced,
        AskedMillis = 0,
    };

    private static readonly FileQuestion SymbolQuestion = new()
    {
        AsksSymbol = true,
        AsksTimeframe = false,
        Rows = 44_640,
        FirstMillis = Instant.FromDate(2024, 1, 1).UnixMillis,
        LastMillis = Instant.FromDate(2024, 2, 1).UnixMillis - 60_000,
        SpacingMillis = 60_000,
    };

    [Fact]
    public void AFile_ThatIsRead_TellsBytesOfAllAndRowsSoFar()
    {
        IRenderedComponent<ImportLine> line = Show(Import with
        {
            State = ImportState.Reading,
            Share = 0.3,
            Read = new ReadingProgress(1_200_000, 4_000_000, 120_000),
        });

        Assert.Equal("1.2 MB of 4.0 MB, 120,000 rows so far", line.Find("p").TextContent);
        Assert.Equal("79", line.Find("[role=meter]").GetAttribute("aria-valuenow"));
        Assert.Contains("is read", line.Find(".row").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void AFile_ThatIsReadToItsEnd_IsStored() => Assert.Contains("is stored", Show(Import with
    {
        State = ImportState.Reading,
        Share = 1,
        Read = new ReadingProgress(4_000_000, 4_000_000, 120_000),
    }).Find(".row").TextContent, StringComparison.Ordinal);

    [Fact]
    public void AFile_ThatAsks_SaysWhatWasFoundAndTakesAPairInEitherForm()
    {
        ImportAnswer? told = null;
        IRenderedComponent<ImportLine> line = Show(Asking(SymbolQuestion), answer => told = answer);

        Assert.Equal("44,640 rows, 2024-01-01 00:00 to 2024-01-31 23:59. Its name tells no symbol.", line.Find("form p").TextContent);
        Assert.Empty(line.FindAll("[role=meter]"));
        line.Find("input").Input(" ethusdt ");
        line.Find("form").Submit();

        Assert.Equal(new ImportAnswer(Symbols.Parse("ETH/USDT"), null, false), told);
    }

    [Theory]
    [InlineData("")]
    [InlineData("BTC")]
    [InlineData("../BTC/USDT")]
    public void AnAnswer_ThatIsNoPair_IsToldAtItsField(string typed)
    {
        ImportAnswer? told = null;
        IRenderedComponent<ImportLine> line = Show(Asking(SymbolQuestion), answer => told = answer);

        line.Find("input").Input(typed);
        line.Find("form").Submit();

        Assert.Null(told);
        IElement field = line.Find("input");
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Contains("Expected a pair", line.Find($"#{field.GetAttribute("aria-describedby")}").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void ATimeframe_LongerThanTheRowsAreApart_IsToldAtItsField()
    {
        ImportAnswer? told = null;
        FileQuestion sevens = SymbolQuestion with { AsksSymbol = false, AsksTimeframe = true, SpacingMillis = 420_000 };
        IRenderedComponent<ImportLine> line = Show(Asking(sevens), answer => told = answer);
        Assert.Contains("Rows 7 min apart tell no timeframe.", line.Markup, StringComparison.Ordinal);

        line.Find("input").Input("1h");
        line.Find("form").Submit();
        Assert.Contains("Expected no more than 7 min", line.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Null(told);
        line.Find("input").Input("1m");
        line.Find("form").Submit();

        Assert.Equal(new ImportAnswer(null, Timeframe.Minute, false), told);
    }

    [Fact]
    public void AFile_OfOneRow_AsksForBothInOneForm()
    {
        ImportAnswer? told = null;
        FileQuestion single = SymbolQuestion with { AsksTimeframe = true, Rows = 1, LastMillis = SymbolQuestion.FirstMillis, SpacingMillis = 0 };
        IRenderedComponent<ImportLine> line = Show(Asking(single), answer => told = answer);
        Assert.Equal(
            "1 row, 2024-01-01 00:00. Its name tells no symbol. One row does not tell the timeframe.", line.Find("form p").TextContent);

        line.Find("input[aria-label^='Symbol']").Input("BTC/USDT");
        line.Find("form").Submit();
        Assert.Null(told);
        Assert.Contains("Expected a length", line.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        line.Find("input[aria-label^='Timeframe']").Input("1d");
        line.Find("form").Submit();

        Assert.Equal(new ImportAnswer(Symbols.BtcUsdt, Timeframe.Day, false), told);
    }

    [Fact]
    public void SeveralFiles_ThatAskTheSame_AreAnsweredAtOnce()
    {
        ImportAnswer? told = null;
        IRenderedComponent<ImportLine> line = Show(Asking(SymbolQuestion), answer => told = answer, alike: 12);

        line.Find("input").Input("BTC/USDT");
        line.FindAll("button").Single(button => button.TextContent == "The same for all 12").Click();

        Assert.True(told!.ForAll);
        Assert.DoesNotContain("The same for all", Show(Asking(SymbolQuestion)).Markup, StringComparison.Ordinal);
    }

    private static FileImport Asking(FileQuestion question) => Import with { State = ImportState.Asking, Question = question };

    private IRenderedComponent<ImportLine> Show(FileImport import, Action<ImportAnswer>? answered = null, int alike = 1) =>
        Render<ImportLine>(line => line.Add(one => one.Import, import).Add(one => one.Alike, alike)
            .Add(one => one.Answered, answer => answered?.Invoke(answer)));
}
