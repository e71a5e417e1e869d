using System.Text;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Ingestion;

// contracts 2: duplicates keep the last, unsorted rows are sorted, gaps are recorded, what is misaligned is refused.
public sealed class CandleAssemblerTests
{
    private static CandleRows Rows(params string[] rows) => RowsOf("f.csv", rows);

    private static CandleRows RowsOf(string file, params string[] rows)
    {
        string text = "time,open,high,low,close,volume\n" + string.Join('\n', rows);
        return CandleTextReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), file, 0, TestContext.Current.CancellationToken);
    }

    private static string At(int minute, int price = 1, int volume = 1) =>
        $"2024-01-01T00:{minute:00}:00Z,{price},{price},{price},{price},{volume}";

    private static LoadedCandles Assemble(params CandleRows[] files) =>
        CandleAssembler.Assemble(files, Symbols.BtcUsdt, CandleFileFacts.TimeframeOf(files[0], null));

    private static string[] Minutes(LoadedCandles loaded) =>
        [.. loaded.Series.Times.ToArray().Select(time => new Instant(time).ToString()[14..16])];

    [Fact]
    public void Assemble_Duplicates_KeepTheLastAndTellRevisedOnes()
    {
        LoadedCandles loaded = Assemble(Rows(At(0), At(1, 5), At(1, 6), At(2), At(2)));

        Assert.Equal([1, 6, 1], loaded.Series.Closes.ToArray());
        Assert.Equal((5, 3, 2, 1), (loaded.Quality.Rows, loaded.Quality.Candles, loaded.Quality.DuplicateRows, loaded.Quality.RevisedRows));
        Assert.Equal(["2024-01-01T00:01:00Z"], loaded.Quality.Revised.Select(time => time.ToString()));
    }

    [Fact]
    public void Assemble_UnsortedRows_AreSortedAndCounted()
    {
        LoadedCandles loaded = Assemble(Rows(At(3), At(0), At(1), At(4), At(2), At(1, 9)));

        Assert.Equal(["00", "01", "02", "03", "04"], Minutes(loaded));
        Assert.Equal(9, loaded.Series.Closes[1]);
        Assert.Equal((4, 1), (loaded.Quality.UnsortedRows, loaded.Quality.DuplicateRows));
    }

    [Fact]
    public void Assemble_SeveralFiles_TheLaterFileWins()
    {
        LoadedCandles loaded = Assemble(RowsOf("b.csv", At(5, 1), At(6, 1)), RowsOf("a.csv", At(4, 2), At(5, 2)));

        Assert.Equal(["04", "05", "06"], Minutes(loaded));
        Assert.Equal([2, 2, 1], loaded.Series.Closes.ToArray());
        Assert.Equal(1, loaded.Quality.RevisedRows);
    }

    [Fact]
    public void Assemble_MisalignedRows_AreRefusedInTheOrderOfTheFiles()
    {
        CandleRows first = RowsOf("b.csv", At(0), At(1), "2024-01-01T00:09:30Z,1,1,1,1,1", At(2), "x");
        CandleRows second = RowsOf("a.csv", "2024-01-01T00:08:30Z,1,1,1,1,1", At(3));

        QualityReport quality = Assemble(first, second).Quality;

        Assert.Equal(3, quality.RefusedRows);
        Assert.Equal(
            [
                "b.csv:4:0: open time 2024-01-01T00:09:30Z is not aligned, expected a multiple of 1m",
                "b.csv:6:0: 1 columns ('x'), expected 6",
                "a.csv:2:0: open time 2024-01-01T00:08:30Z is not aligned, expected a multiple of 1m",
            ],
            quality.Refusals.Select(problem => problem.ToString()));
    }

    [Fact]
    public void Assemble_Gaps_AreRecordedAndNeverFilled()
    {
        LoadedCandles loaded = Assemble(Rows(At(0), At(1), At(4), At(5), At(7)));

        Assert.Equal(5, loaded.Series.Count);
        Assert.Equal([2, 1], loaded.Quality.Gaps.Select(gap => gap.Missing));
        Assert.Equal((3, 5.0 / 8), (loaded.Quality.MissingCandles, loaded.Quality.Coverage));
    }

    [Fact]
    public void Assemble_OnlyMisalignedRows_HasNoValidRowLeft()
    {
        CandleRows rows = Rows("2024-01-01T00:00:30Z,1,1,1,1,1", "2024-01-01T00:01:30Z,1,1,1,1,1");

        InputException wrong = Assert.Throws<InputException>(() => Assemble(rows));

        Assert.Equal(3, wrong.Problems.Count);
        Assert.Equal("f.csv:0:0: no valid row is left, expected at least one candle", wrong.Problems[^1].ToString());
    }

    [Fact]
    public void TimeframeOf_IsTheMostFrequentSpacing() => Assert.Equal(
        "2m", CandleFileFacts.TimeframeOf(Rows(At(0), At(1), At(3), At(5), At(10)), null).ToString());

    [Fact]
    public void TimeframeOf_OneRow_NeedsANameOrAnOption()
    {
        Assert.Equal("4h", CandleFileFacts.TimeframeOf(RowsOf("dir/BTCUSDT-4h-2024.csv", At(0)), null).ToString());
        Assert.Equal("1d", CandleFileFacts.TimeframeOf(Rows(At(0)), Timeframe.Day).ToString());
        Assert.Throws<InputException>(() => CandleFileFacts.TimeframeOf(Rows(At(0)), null));
    }

    [Fact]
    public void TimeframeOf_SpacingThatIsNoTimeframe_IsAnError()
    {
        InputException wrong = Assert.Throws<InputException>(() => CandleFileFacts.TimeframeOf(Rows(At(0), At(7), At(14)), null));

        Assert.Contains("most rows are 00:07:00 apart", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BTCUSDT-1m-2020.csv.gz", "BTC/USDT", "1m")]
    [InlineData("/a/b-c/ethbtc-4h.zip", "ETH/BTC", "4h")]
    [InlineData("x.zip/SOLFDUSD-1d-2024-01.csv", "SOL/FDUSD", "1d")]
    public void TryParseName_AsBinanceNamesFiles_TellsBoth(string name, string symbol, string timeframe)
    {
        Assert.True(CandleFileFacts.TryParseName(name, out Symbol found, out Timeframe length));
        Assert.Equal((symbol, timeframe), (found.ToString(), length.ToString()));
    }

    [Theory]
    [InlineData("prices.csv")]
    [InlineData("BTCUSDT.csv")]
    [InlineData("BTCUSDT-1M-2020.csv")]
    [InlineData("my-1m-data.csv")]
    public void TryParseName_OtherNames_TellNothing(string name) =>
        Assert.False(CandleFileFacts.TryParseName(name, out _, out _));

    [Fact]
    public void Assemble_CloseTimes_StayWithTheirRowsThroughSorting()
    {
        string[] rows =
        [
            "2024-01-01T00:02:00Z,1,1,1,1,1,2024-01-01T00:02:30Z", "2024-01-01T00:00:00Z,1,1,1,1,1,2024-01-01T00:00:59.999Z",
            "2024-01-01T00:01:00Z,1,1,1,1,1,2024-01-01T00:01:00Z", "2024-01-01T00:03:00Z,1,1,1,1,1,2024-01-01T00:04:00Z",
        ];
        string text = "time,open,high,low,close,volume,close_time\n" + string.Join('\n', rows);
        CandleRows read = CandleTextReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "f", 0, TestContext.Current.CancellationToken);

        QualityReport quality = Assemble(read).Quality;
        Assert.Equal(["2024-01-01T00:01:00Z", "2024-01-01T00:02:00Z"], quality.TruncatedBars.Select(time => time.ToString()));
        Assert.Equal(
            [
                "f:4:0: 2024-01-01T00:01:00Z ends after 0.001 s, expected 60 s",
                "f:2:0: 2024-01-01T00:02:00Z ends after 30.001 s, expected 60 s",
            ],
            quality.TruncatedRows.Select(row => row.ToString()));
    }
}
