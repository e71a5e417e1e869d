using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Tests.Ingestion;

namespace Neurotrade.Tests.Adapters.Files;

public sealed class CandleCsvWriterTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static CandleSeries Random(int seed, int count)
    {
        Random random = new(seed);
        return CandleSeries.From(Symbols.BtcUsdt, Timeframe.Minute, [.. Enumerable.Range(0, count).Select(i =>
        {
            double low = random.NextDouble() * Math.Pow(10, random.Next(-9, 18));
            return new Candle(1704067200000 + (i * 60_000L), low * 1.5, low * 2, low, low * 1.25, random.NextDouble());
        })]);
    }

    private string Written(string name, CandleSeries series)
    {
        CandleCsvWriter.Write(folder.Of(name), series, TestContext.Current.CancellationToken);
        return folder.Of(name);
    }

    [Theory]
    [InlineData("BTCUSDT-1m-x.csv")]
    [InlineData("BTCUSDT-1m-x.csv.gz")]
    [InlineData("BTCUSDT-1m-x.zip")]
    [InlineData("deep/er/BTCUSDT-1m-x.csv")]
    public void Write_AnyCandles_ReadBackToTheBit(string name)
    {
        CandleSeries series = Random(81, 3000);

        CandleRows rows = Assert.Single(CandleFiles.Read(Written(name, series), null, TestContext.Current.CancellationToken));

        Assert.Equal(0, rows.RefusedRows);
        CandleSeries back = CandleAssembler.Assemble([rows], Symbols.BtcUsdt, Timeframe.Minute).Series;
        Assert.Equal(CandleFingerprint.Of([series]), CandleFingerprint.Of([back]));
    }

    [Fact]
    public void Write_Csv_IsIsoTimesAndShortestNumbers()
    {
        CandleSeries series = CandleSeries.From(Symbols.BtcUsdt, Timeframe.Minute, [new Candle(1704067200000, 10, 12.50, 0.1, 1e-8, -0.0)]);

        Assert.Equal(
            "time,open,high,low,close,volume\n2024-01-01T00:00:00Z,10,12.5,0.1,1E-08,0\n",
            File.ReadAllText(Written("a.csv", series)));
    }

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.csv.gz")]
    [InlineData("a.zip")]
    public void Write_Twice_GivesTheSameBytesAndLeavesNothingElse(string name)
    {
        CandleSeries series = Random(82, 500);
        byte[] first = File.ReadAllBytes(Written(name, series));

        Assert.Equal(first, File.ReadAllBytes(Written(name, series)));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Write_AnotherEnding_IsAnError() => Assert.Contains("expected one that ends in .csv, .csv.gz or .zip",
        Assert.Throws<InputException>(() => Written("a.parquet", Random(83, 1))).Message, StringComparison.Ordinal);
}
