using System.Globalization;
using System.Text;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Ingestion;

// contracts 1 and 2: rows are refused and reported, files that are not candle files are errors.
public sealed class CandleTextReaderTests
{
    private const string Header = "time,open,high,low,close,volume\n";
    private const string Row = "2024-01-01T00:00:00Z,10,12,9,11,1\n";
    private static readonly int Rounds = Environment.GetEnvironmentVariable("NEUROTRADE_LONG") == "1" ? 200_000 : 3000;
    private const string Kline = "1704067200000,10,12,9,11,1,1704067259999,0,0,0,0,0\n";

    private static CandleRows Read(byte[] bytes) => CandleTextReader.Read(
        new MemoryStream(bytes), "f.csv", bytes.Length, TestContext.Current.CancellationToken);

    private static CandleRows Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static string ErrorOf(byte[] bytes) =>
        string.Join('\n', Assert.Throws<InputException>(() => Read(bytes)).Problems);

    private static string ErrorOf(string text) => ErrorOf(Encoding.UTF8.GetBytes(text));

    private static string RefusalOf(string row)
    {
        CandleRows rows = Read(Header + Row + row + "\n");
        Assert.Equal((1, 1L), (rows.Count, rows.RefusedRows));
        return Assert.Single(rows.Refusals).ToString();
    }

    [Theory]
    [InlineData("2024-01-01,0,1,0,1,1", "f.csv:3:12: open 0, expected a price above 0")]
    [InlineData("2024-01-01,1,0,1,1,1", "f.csv:3:14: high 0, expected a price above 0")]
    [InlineData("2024-01-01,1,1,-1,1,1", "f.csv:3:16: low -1, expected a price above 0")]
    [InlineData("2024-01-01,1,2,1,0,1", "f.csv:3:18: close 0, expected a price above 0")]
    [InlineData("2024-01-01,1,2,1,2,-1", "f.csv:3:20: volume -1, expected 0 or more")]
    [InlineData("2024-01-01,3,2,1,2,1", "f.csv:3:14: high 2 is below open 3, expected low <= open and close <= high")]
    [InlineData("2024-01-01,2,2,1,3,1", "f.csv:3:14: high 2 is below close 3, expected low <= open and close <= high")]
    [InlineData("2024-01-01,2,4,3,4,1", "f.csv:3:16: low 3 is above open 2, expected low <= open and close <= high")]
    [InlineData("2024-01-01,3,4,3,2,1", "f.csv:3:16: low 3 is above close 2, expected low <= open and close <= high")]
    [InlineData("2024-01-01,,4,3,2,1", "f.csv:3:12: open '' is not a number, expected decimal digits")]
    [InlineData("2024-01-01,1,NaN,1,1,1", "f.csv:3:14: high 'NaN' is not a number, expected decimal digits")]
    [InlineData("2024-01-01,1,1,1,1,1e999", "f.csv:3:20: volume '1e999' is not a number, expected decimal digits")]
    [InlineData("2024-01-01,1,1,1,1", "f.csv:3:0: 5 columns ('2024-01-01,1,1,1,1'), expected 6")]
    [InlineData("2024-01-01,1,1,1,1,1,1", "f.csv:3:0: 7 columns ('2024-01-01,1,1,1,1,1,1'), expected 6")]
    [InlineData(
        "2024-01-01T00:00:00.0001Z,1,1,1,1,1",
        "f.csv:3:1: '2024-01-01T00:00:00.0001Z' is not a whole millisecond, expected an aligned open time")]
    [InlineData("\0\u0001,1,1,1,1,1", "f.csv:3:1: '??' is not a time, " + TimeText.Expected)]
    public void Read_RowThatIsNoValidCandle_IsRefusedWithLineAndColumn(string row, string expected) =>
        Assert.Equal(expected, RefusalOf(row));

    [Fact]
    public void Read_ZeroVolume_IsValid() => Assert.Equal(1, Read(Header + "2024-01-01,1,1,1,1,0").Count);

    [Theory]
    [InlineData("\uFEFF" + Header + Row)]
    [InlineData("time,open,high,low,close,volume\r\n2024-01-01T00:00:00Z,10,12,9,11,1\r\n")]
    [InlineData("\n  \n" + Header + "\n\n" + Row + "\n\n")]
    [InlineData("VOLUME, Close ,\"low\",High,Open,extra,Date\n1, 11,\"9\",12,10,=cmd,2024-01-01")]
    [InlineData("timestamp,open,high,low,close,volume\n1704067200,10,12,9,11,1")]
    [InlineData(Kline)]
    [InlineData("\uFEFF" + Kline)]
    [InlineData("open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore\n" + Kline)]
    [InlineData("1704067200000000,10.00000000,12.0,9,11.,1,1704067259999999,0,0,0,0,0")]
    public void Read_EveryUsualForm_GivesTheCandle(string text)
    {
        CandleRows rows = Read(text);

        Assert.Equal((1, 0L), (rows.Count, rows.RefusedRows));
        Assert.Equal(new Candle(1704067200000, 10, 12, 9, 11, 1), rows[0]);
    }

    [Theory]
    [InlineData("", "f.csv:0:0: no line of text, expected candles")]
    [InlineData("\n\n \r\n", "f.csv:0:0: no line of text, expected candles")]
    [InlineData("time,open,high,low,close\n", "f.csv:1:1: the header has no column volume, expected time, open, high, low, close and volume")]
    [InlineData("a;b\n", "; columns must be separated by commas")]
    [InlineData("time,date,open,high,low,close,volume\n", "f.csv:1:6: a second column for time ('date'), expected one")]
    [InlineData("1,2,3,4,5,6\n", "f.csv:1:0: no header and 6 columns, expected Binance's 12 columns, or a header")]
    [InlineData("PK\u0003\u0004xx\n", "f.csv:1:0: zip data, expected text: name the file .zip")]
    [InlineData("a\0b\n", "f.csv:1:0: binary data, expected text")]
    [InlineData("<!DOCTYPE html>\n<html>", "the header has no column open")]
    public void Read_FileThatIsNoCandleFile_IsAnErrorThatSaysWhy(string text, string expected) =>
        Assert.Contains(expected, ErrorOf(text), StringComparison.Ordinal);

    [Theory]
    [InlineData(new byte[] { 0x1F, 0x8B, 8, 0 }, "gzip data")]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'t', 0 }, "UTF-16 text, expected UTF-8")]
    public void Read_OtherEncodings_AreNamed(byte[] bytes, string expected) =>
        Assert.Contains(expected, ErrorOf(bytes), StringComparison.Ordinal);

    [Fact]
    public void Read_KlineWhoseFirstLineIsCutOff_RefusesThatLineOnly()
    {
        CandleRows rows = Read("1704067140000,10,12\n" + Kline);

        Assert.Equal((1, 1L), (rows.Count, rows.RefusedRows));
    }

    [Fact]
    public void Read_LastLineCutOff_IsRefused()
    {
        CandleRows rows = Read(Kline + "1704067260000,10,12,9,11");

        Assert.Equal("f.csv:2:0: 5 columns ('1704067260000,10,12,9,11'), expected 12", Assert.Single(rows.Refusals).ToString());
    }

    [Fact]
    public void Read_ManyBadRows_CountsAllAndNamesTheFirstTwenty()
    {
        CandleRows rows = Read(Header + Row + string.Concat(Enumerable.Repeat("x\n", 5000)));

        Assert.Equal((5000L, QualityReport.MostNamed), (rows.RefusedRows, rows.Refusals.Count));
        Assert.Equal(22, rows.Refusals[^1].Line);
    }

    // Lines fall across the borders of blocks at every offset.
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    [InlineData(1 << 18)]
    public void Read_AnyBlocks_GivesTheSameRows(int most)
    {
        StringBuilder text = new();
        for (int i = 0; i < 6000; i++)
        {
            long open = 1704067200000 + (i * 60_000L);
            text.Append(CultureInfo.InvariantCulture, $"{open},{i + 1}.5,{i + 2},{i + 1},{i + 1}.25000000,{i % 9}.5,{open + 59_999},0,0,0,0,0\n");
        }

        CandleRows rows = CandleTextReader.Read(
            new DrippingStream(Encoding.UTF8.GetBytes(text.ToString()), most), "f.csv", 0, TestContext.Current.CancellationToken);

        Assert.Equal((6000, 0L), (rows.Count, rows.RefusedRows));
        Assert.Equal(new Candle(1704067200000 + (5999 * 60_000L), 6000.5, 6001, 6000, 6000.25, 5.5), rows[5999]);
    }

    // binance-and-faults.md S31: one line of a gigabyte, a million columns; memory stays bounded.
    [Fact]
    public void Read_OneEndlessLine_IsRefusedEarly()
    {
        RepeatingStream endless = new((byte)'7', 1L << 30);

        InputException wrong = Assert.Throws<InputException>(() =>
            CandleTextReader.Read(endless, "f.csv", 0, TestContext.Current.CancellationToken));

        Assert.Contains("a line longer than 65536 bytes", wrong.Message, StringComparison.Ordinal);
        Assert.InRange(endless.Position, 1, 1 << 20);
    }

    [Fact]
    public void Read_AMillionColumns_AreRefused()
    {
        string commas = new(',', 1_000_000);
        Assert.Contains("longer than", ErrorOf("time" + commas + "\n" + Row), StringComparison.Ordinal);
        Assert.Contains("longer than", ErrorOf(Header + Row + commas + "\n"), StringComparison.Ordinal);
        Assert.Contains("more than 64 columns", ErrorOf("time" + commas[..60_000] + "\n"), StringComparison.Ordinal);
    }

    // Whatever the bytes, the answer is candles, refusals or a problem, never another exception.
    [Theory]
    [InlineData(41)]
    [InlineData(42)]
    [InlineData(43)]
    public void Read_GarbledBytes_NeverEscape(int seed)
    {
        Random random = new(seed);
        byte[] sound = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20).Select(i => Kline)));
        for (int round = 0; round < Rounds; round++)
        {
            byte[] bytes = [.. sound.Take(random.Next(1, sound.Length))];
            for (int i = random.Next(1, 12); i > 0; i--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                CandleRows rows = Read(bytes);
                for (int i = 0; i < rows.Count; i++)
                {
                    Assert.True(rows[i].IsValid, $"seed {seed} round {round}");
                }
            }
            catch (InputException)
            {
                continue;
            }
        }
    }

    private sealed class DrippingStream(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, most)]);
    }

    private sealed class RepeatingStream(byte value, long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(Span<byte> buffer)
        {
            int count = (int)Math.Min(buffer.Length, length - Position);
            buffer[..count].Fill(value);
            Position += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
