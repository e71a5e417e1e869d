using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Tests.Research;

namespace Neurotrade.Tests.Simulation;

public sealed class GeneratedMarketTests
{
    private static readonly Instant From = Instant.FromDate(2024, 1, 1);
    private static readonly Instant To = Instant.FromDate(2025, 1, 1);
    private static readonly Lazy<CandleSeries> BtcYear = new(() => Year("BTC/USDT"));

    [Theory]
    [InlineData("BTC/USDT")]
    [InlineData("ETH/USDT")]
    [InlineData("SOL/USDT")]
    [InlineData("PEPE/USDT")]
    public void Year_OfMinutes_LooksLikeAMarket(string symbol)
    {
        CandleSeries series = symbol == "BTC/USDT" ? BtcYear.Value : Year(symbol);

        double[] returns = Returns(series);
        double[] sizes = [.. returns.Select(Math.Abs)];
        Assert.InRange(ExcessKurtosis(returns), 5, 1000);
        Assert.InRange(Autocorrelation(sizes, 60), 0.1, 1);
        Assert.All([1, 2, 5, 60], lag => Assert.InRange(Autocorrelation(returns, lag), -0.02, 0.02));
    }

    [Fact]
    public void Year_OfMinutes_IsWholeAndValid()
    {
        CandleSeries series = BtcYear.Value;

        Assert.Equal(366 * 1440, series.Count);
        Assert.Equal(From.UnixMillis, series.Times[0]);
        Assert.Empty(Quality.Gaps(series));
        for (int i = 0; i < series.Count; i++)
        {
            Assert.True(series[i].IsValid, $"bar {i}");
        }
    }

    [Fact]
    public void Prices_LieOnTheTick_AndVolumesOnTheLot()
    {
        CandleSeries series = BtcYear.Value.Slice(0, 50_000);

        for (int i = 0; i < series.Count; i++)
        {
            Assert.Equal((double)(decimal)Math.Round(series.Highs[i] * 100) / 100, series.Highs[i]);
            Assert.Equal(Math.Round(series.Volumes[i] * 100_000) / 100_000, series.Volumes[i]);
        }
    }

    [Fact]
    public void Days_FollowOneAnother_WithoutAJumpAtMidnight()
    {
        CandleSeries series = BtcYear.Value;

        for (int i = 1440; i < series.Count; i += 1440)
        {
            Assert.InRange(series.Opens[i] / series.Closes[i - 1], 0.998, 1.002);
        }
    }

    [Theory]
    [InlineData("1m", "2024-02-28T23:17:00Z", "2024-03-02T04:00:00Z")]
    [InlineData("5m", "2024-06-01", "2024-06-03")]
    [InlineData("1h", "2024-01-31T01:30:00Z", "2024-02-05")]
    [InlineData("1d", "2024-03-01", "2024-04-01")]
    [InlineData("1w", "2024-03-01", "2024-05-01")]
    [InlineData("30s", "2024-03-01T12:00:00Z", "2024-03-01T13:00:00Z")]
    public void Range_GivesTheCandlesOfTheSamePartOfALongerOne(string timeframe, string from, string to)
    {
        (Instant first, Instant end) = (Time(from), Time(to));
        Instant earlier = new(first.UnixMillis - (11 * Instant.MillisPerDay));
        CandleSeries part = Make("ETH/USDT", timeframe, first, end);
        Instant later = new(end.UnixMillis + (9 * Instant.MillisPerDay));
        CandleSeries whole = Make("ETH/USDT", timeframe, earlier, later);

        int at = whole.IndexAtOrAfter(first.UnixMillis);
        AssertSame(whole.Slice(at, part.Count), part);
        Assert.True(part.Count > 0 && whole.Times[at + part.Count] >= end.UnixMillis);
    }

    [Theory]
    [InlineData("5m")]
    [InlineData("4h")]
    [InlineData("1d")]
    [InlineData("1w")]
    public void LongerTimeframe_IsItsMinutesResampled(string timeframe)
    {
        Guard.That(Timeframe.TryParse(timeframe, out Timeframe longer));
        Instant monday = Instant.FromDate(2024, 1, 1);
        Instant end = Instant.FromDate(2024, 1, 29);
        CandleSeries expected = Resampler.Resample(Make("SOL/USDT", "1m", monday, end), longer).Candles;

        AssertSame(expected, Make("SOL/USDT", timeframe, monday, end));
    }

    [Fact]
    public void Seconds_MakeTheirMinutesAgain()
    {
        (Instant from, Instant to) = (Instant.FromDate(2024, 1, 5), Instant.FromDate(2024, 1, 6));
        CandleSeries seconds = Make("BTC/USDT", "1s", from, to);

        AssertSame(Make("BTC/USDT", "1m", from, to), Resampler.Resample(seconds, Timeframe.Minute).Candles);
    }

    [Fact]
    public void Candles_OfSeed1_AreTheseOnEveryMachine()
    {
        CandleSeries day = Make("BTC/USDT", "1m", From, Instant.FromDate(2024, 1, 2));

        // Changes only when the market is meant to change: people compare results on it.
        Assert.Equal(
            "9c81e573682fb1cbca7d7a70ed4f8826e5bf004d7ca81a7fe5b751d2757bd0ca", CandleFingerprint.Of([day]));
        Assert.Equal(
            "a40d8f8c813937e9d2314ece14e74c37e23a45c8fb4448e8933325fa4642be98", CandleFingerprint.Of([BtcYear.Value]));
    }

    [Fact]
    public void Seeds_GiveOtherMarkets()
    {
        CandleSeries one = Make("BTC/USDT", "1h", From, To, 1);
        CandleSeries two = Make("BTC/USDT", "1h", From, To, 2);

        Assert.NotEqual(CandleFingerprint.Of([one]), CandleFingerprint.Of([two]));
        Assert.InRange(Correlation(Returns(one), Returns(two)), -0.1, 0.1);
    }

    [Theory]
    [InlineData("BTC/USDT", "ETH/USDT", 0.6)]
    [InlineData("BTC/USDT", "SOL/USDT", 0.5)]
    [InlineData("BTC/USDT", "DOGE/USDT", 0.3)]
    public void Symbols_MoveTogether(string a, string b, double least)
    {
        double[] first = Returns(Make(a, "5m", From, Instant.FromDate(2024, 4, 1)));
        double[] second = Returns(Make(b, "5m", From, Instant.FromDate(2024, 4, 1)));

        Assert.InRange(Correlation(first, second), least, 0.97);
    }

    [Fact]
    public void Volume_HasItsHours()
    {
        CandleSeries series = BtcYear.Value;
        double[] byHour = new double[24];
        for (int i = 0; i < series.Count; i++)
        {
            byHour[i / 60 % 24] += series.Volumes[i];
        }

        Assert.InRange(byHour[14] / byHour[5], 1.4, 4);
    }

    [Fact]
    public void Prices_OverACentury_StayPrices()
    {
        for (int year = 2000; year < 2100; year += 3)
        {
            Instant monday = new(Timeframe.Week.Floor(Instant.FromDate(year, 6, 1).UnixMillis));
            CandleSeries day = Make("BTC/USDT", "1d", monday, new Instant(monday.UnixMillis + Instant.MillisPerDay));

            Assert.InRange(day.Closes[0], 2_000, 1_000_000);
        }
    }

    [Fact]
    public void Source_OfAnotherExchange_HasNoCandles()
    {
        CandleRequest request = new("binance", Runs.Btc, Timeframe.Hour);

        Assert.Null(new GeneratedMarket().Load(request, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Source_WithoutARange_GivesTheYear2024()
    {
        CandleRequest request = new("sim", Runs.Btc, Timeframe.Day);

        LoadedCandles loaded = new GeneratedMarket().Load(request, TestContext.Current.CancellationToken)!;

        Assert.Equal((366, 366L), (loaded.Series.Count, loaded.Quality.Candles));
        Assert.Equal(From.UnixMillis, loaded.Series.Times[0]);
    }

    [Theory]
    [InlineData("1s", "2000-01-01", "2090-01-01", "expected at most")]
    [InlineData("1d", "1999-12-31", "2000-02-01", "Expected a range inside")]
    [InlineData("1d", "2099-01-01", "2100-02-01", "Expected a range inside")]
    public void Range_ThatIsTooLongOrOutside_IsRefused(string timeframe, string from, string to, string words)
    {
        InputException refused = Assert.Throws<InputException>(() => Make("BTC/USDT", timeframe, Time(from), Time(to)));

        Assert.Contains(words, refused.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Range_ThatEndsBeforeItBegins_IsEmpty() =>
        Assert.Equal(0, Make("BTC/USDT", "1h", To, From).Count);

    private static CandleSeries Year(string symbol) => Make(symbol, "1m", From, To);

    private static CandleSeries Make(string symbol, string timeframe, Instant from, Instant to, int seed = 1)
    {
        Guard.That(Timeframe.TryParse(timeframe, out Timeframe length));
        return GeneratedMarket.Make(Runs.Pair(symbol), length, from, to, seed);
    }

    private static Instant Time(string text)
    {
        Guard.That(Instant.TryParseIso(text, out Instant time));
        return time;
    }

    private static void AssertSame(CandleSeries expected, CandleSeries actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++)
        {
            Candle candle = expected[i];
            Assert.Equal(candle with { Volume = 0 }, actual[i] with { Volume = 0 });
            Assert.Equal(candle.Volume, actual[i].Volume, 1e-9 * candle.Volume);
        }
    }

    private static double[] Returns(CandleSeries series)
    {
        double[] returns = new double[series.Count - 1];
        for (int i = 1; i < series.Count; i++)
        {
            returns[i - 1] = Math.Log(series.Closes[i] / series.Closes[i - 1]);
        }

        return returns;
    }

    private static double ExcessKurtosis(double[] values)
    {
        double mean = values.Average();
        double second = values.Average(v => (v - mean) * (v - mean));
        return (values.Average(v => Math.Pow(v - mean, 4)) / (second * second)) - 3;
    }

    private static double Autocorrelation(double[] values, int lag) => Correlation(values[lag..], values[..^lag]);

    private static double Correlation(double[] a, double[] b)
    {
        (double meanA, double meanB) = (a.Average(), b.Average());
        double shared = a.Zip(b).Average(pair => (pair.First - meanA) * (pair.Second - meanB));
        double varianceA = a.Average(v => (v - meanA) * (v - meanA));
        double varianceB = b.Average(v => (v - meanB) * (v - meanB));
        return shared / Math.Sqrt(varianceA * varianceB);
    }
}
