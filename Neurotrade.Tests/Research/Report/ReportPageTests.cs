using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Report;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Tests.Research.Report;

// contracts 5.3
public sealed class ReportPageTests
{
    private const string Hostile = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&";

    [Fact]
    public void Page_OfHostileNames_HoldsThemOnlyEscaped()
    {
        string page = Page(Run() with
        {
            Trades = [Runs.Trade(1, 5, Hostile)],
            Strategy = Runs.Strategy(Timeframe.Day, Runs.Btc) with { Name = Hostile, CanonicalText = Hostile },
        }, Hostile);

        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("alert(1)</script>", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, Regex.Count(page, "<script"));
        Assert.Equal(2, Regex.Count(page, "</script"));
        Assert.Contains("&lt;/script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_AsksForNothingFromAnywhere()
    {
        string page = Page(Run());

        // A name space is a name, not an address.
        string others = page.Replace("http://www.w3.org/2000/svg", string.Empty, StringComparison.Ordinal);
        Assert.DoesNotMatch("https?://", others);
        Assert.DoesNotMatch("(?i)<link|<iframe|<img|@import|url\\(| src=| style=\"| on[a-z]+=\"", others);
    }

    [Fact]
    public void Policy_AllowsExactlyTheStyleAndTheScriptInThePage()
    {
        string page = Page(Run());
        string policy = Regex.Match(page, "Content-Security-Policy\" content=\"([^\"]*)\"").Groups[1].Value;

        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        string style = Hash(Between(page, "<style>", "</style>"));
        string script = Hash(Between(page, "<script>", "</script>"));
        Assert.Contains($"style-src '{style}'", policy, StringComparison.Ordinal);
        Assert.Contains($"script-src '{script}'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_IsJsonWithEveryTradeAndNoMoreCurveThanAScreenShows()
    {
        double[] equity = [.. Enumerable.Range(0, 5000).Select(i => 1000.0 + (i % 7))];
        BacktestResult run = Runs.Of(Timeframe.Hour, 1000, equity) with { Trades = Runs.Trades(1, -2, 3) };

        using JsonDocument data = JsonDocument.Parse(Between(Page(run), "id=\"data\">", "</script>"));

        Assert.Equal(3, data.RootElement.GetProperty("trades").GetProperty("rows").GetArrayLength());
        JsonElement curve = data.RootElement.GetProperty("curve");
        Assert.InRange(curve.GetProperty("t").GetArrayLength(), 1000, 2000);
        Assert.Equal(1000 + (4999 % 7), curve.GetProperty("e").EnumerateArray().Last().GetDouble());
        Assert.Equal(6, data.RootElement.GetProperty("conventions").GetArrayLength());
    }

    [Fact]
    public void Candles_OfALongRun_AreJoinedAndStandAsTheyAreAroundTrades()
    {
        const int bars = 40_000;
        double[] prices = [.. Enumerable.Range(0, bars).Select(i => 100.0 + (i % 11))];
        BacktestTrade trade = Runs.Trade(1, 5) with
        {
            EntryMillis = Runs.Start + (10_000 * 60_000L),
            ExitMillis = Runs.Start + (10_030 * 60_000L),
            BarsHeld = 30,
        };
        BacktestResult run = Runs.Of(Timeframe.Minute, 1000, new double[bars].Select(_ => 1000.0).ToArray());

        string page = Page(run with { Trades = [trade] }, candles: [Runs.Flat(Runs.Btc, Timeframe.Minute, prices)]);

        using JsonDocument data = JsonDocument.Parse(Between(page, "id=\"data\">", "</script>"));
        JsonElement series = data.RootElement.GetProperty("prices")[0];
        Assert.Equal(300_000, series.GetProperty("bar").GetInt64());
        Assert.Equal(bars / 5, series.GetProperty("t").GetArrayLength());
        Assert.Equal(110, series.GetProperty("h").EnumerateArray().Max(high => high.GetDouble()));
        JsonElement near = series.GetProperty("near");
        long[] times = [.. near.GetProperty("t").EnumerateArray().Select(time => time.GetInt64())];
        Assert.Equal(1000 + 30 + (2 * (50 + 30)), times.Length);
        Assert.Contains(trade.EntryMillis, times);
        Assert.Equal(times.Order(), times);
    }

    [Fact]
    public void Verdict_ComesFirst_AndSaysHowItCompares()
    {
        string page = Page(Run());

        int verdict = page.IndexOf("Made <span", StringComparison.Ordinal);
        Assert.InRange(verdict, 0, page.IndexOf("<canvas", StringComparison.Ordinal));
        Assert.Contains("4.5%</span>, more than buying and holding (+2.0%)", page, StringComparison.Ordinal);
        Assert.Contains("Fewer than 30 closed trades", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_OfARunThatNeverTraded_SaysSoAndHasNoTable()
    {
        string page = Page(Runs.Of(Timeframe.Day, 1000, 1000, 1000, 1000));

        Assert.Contains("It never traded", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"trade-rows\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", Between(page, "<main", "</main>"), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_OfNoBars_IsAPage()
    {
        string page = Page(Runs.Of(Timeframe.Day, 1000));

        Assert.Contains("There was no bar to trade on", page, StringComparison.Ordinal);
        using JsonDocument data = JsonDocument.Parse(Between(page, "id=\"data\">", "</script>"));
        Assert.Equal(0, data.RootElement.GetProperty("trades").GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public void Page_UnderAnotherCulture_IsTheSameBytes()
    {
        string expected = Page(Run());
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("fa-IR");
            Assert.Equal(expected, Page(Run()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void GeneratedPrices_AreAlwaysNamedSo()
    {
        BacktestResult run = Run();

        string page = Page(run with
        {
            Strategy = run.Strategy with { Market = run.Strategy.Market with { Exchange = "sim" } },
        });

        Assert.Contains(">generated prices<", page, StringComparison.Ordinal);
    }

    [Fact]
    public void BuyAndHold_EndsWhereTheFigureSays_AndIsCashBeforeASymbolBegins()
    {
        BacktestResult run = Runs.Of(Timeframe.Day, 1000, 1, 1, 1);
        CandleSeries late = CandleSeries.From(
            Runs.Eth, Timeframe.Day, [new Candle(Runs.Start + (2 * Instant.MillisPerDay), 10, 15, 10, 15, 1)]);
        ImmutableArray<CandleSeries> candles = [Runs.Flat(Runs.Btc, Timeframe.Day, 100, 50, 110), late];

        BuyAndHold held = BuyAndHold.Of(run, candles);

        Assert.Equal([1000, 750, 1300], held.Equity);
        Assert.Equal(0.25, held.MaxDrawdown(1000));
        Assert.Equal(0.3, Metrics.Of(run, candles).BuyAndHoldReturn!.Value, 12);
    }

    [Theory]
    [InlineData(1484.061, 2, true, "+1,484.06")]
    [InlineData(-0.004, 2, true, "0.00")]
    [InlineData(-1234567.5, 1, false, "−1,234,567.5")]
    [InlineData(double.NaN, 2, true, "–")]
    [InlineData(double.PositiveInfinity, 2, true, "–")]
    public void Numbers_AreGroupedWithATrueMinus(double value, int digits, bool isSigned, string expected) =>
        Assert.Equal(expected, ReportFormat.Number(value, digits, isSigned));

    [Theory]
    [InlineData(12, "12 s")]
    [InlineData(3599, "1 h 0 min")]
    [InlineData(705_600, "8 d 4 h")]
    public void Spans_AreWords(double seconds, string expected) => Assert.Equal(expected, ReportFormat.Span(seconds));

    private static BacktestResult Run() =>
        Runs.Of(Timeframe.Day, 1000, 900, 1100, 1045) with { Trades = Runs.Trades(100, -55) };

    private static string Page(
        BacktestResult run,
        string words = "Enter when the close is above 0.",
        ImmutableArray<CandleSeries> candles = default)
    {
        candles = candles.IsDefault ? [Runs.Flat(Runs.Btc, Timeframe.Day, 100, 101, 102)] : candles;
        RunRecord record = new()
        {
            Version = "0.1.0",
            Strategy = run.Strategy,
            DataFingerprint = new string('d', 64),
            Seed = 1,
            Certificate = new LookAheadCertificate.NotChecked(),
            Data = [],
            RulesInWords = [words],
        };
        ResultFile file = ReportPage.Of(run, candles, record, Analysis.Of(run, candles));
        return Encoding.UTF8.GetString(file.ToArray());
    }

    private static string Between(string text, string from, string to)
    {
        int start = text.IndexOf(from, StringComparison.Ordinal) + from.Length;
        return text[start..text.IndexOf(to, start, StringComparison.Ordinal)];
    }

    private static string Hash(string text) =>
        "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
