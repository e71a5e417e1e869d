using System.Globalization;
using System.Text;
using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Ingestion;

namespace Neurotrade.Tests.Adapters.Files;

public sealed class ReadingProgressTests : IDisposable
{
    private const int Rows = 20_000;

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void AText_IsToldBlockByBlock()
    {
        string path = folder.Write("BTCUSDT-1m-x.csv", Klines(0, Rows));

        List<ReadingProgress> told = Read(path);

        long all = new FileInfo(path).Length;
        Assert.InRange(told.Count, (int)(all >> 18), (int)(all >> 18) + 3);
        Assert.InRange(told[0].Rows, 1, Rows / 2);
        Assert.Equal(new ReadingProgress(all, all, Rows), told[^1]);
    }

    [Theory]
    [InlineData(".csv.gz")]
    [InlineData(".zip")]
    public void APackedFile_IsToldInItsPackedBytes(string ending)
    {
        string name = $"BTCUSDT-1m-x{ending}";
        string path = ending == ".zip"
            ? folder.Zip(name, ("BTCUSDT-1m-a.csv", Klines(0, Rows / 2)), ("BTCUSDT-1m-b.csv", Klines(Rows / 2, Rows / 2)))
            : folder.Gzip(name, Klines(0, Rows));

        List<ReadingProgress> told = Read(path);

        long all = new FileInfo(path).Length;
        Assert.All(told, one => Assert.Equal(all, one.AllBytes));
        Assert.InRange(told[0].Bytes, 1, all / 2);
        Assert.InRange(told[^1].Bytes, all * 9 / 10, all);
        Assert.Equal(Rows, told[^1].Rows);
    }

    [Fact]
    public void AFolder_IsToldAsAWholeAndNeverFallsBack()
    {
        string first = folder.Write("BTCUSDT-1m-a.csv", Klines(0, Rows));
        string second = folder.Write("BTCUSDT-1m-b.csv", Klines(Rows, 10) + "1,2,3,4,5,6,7,8,9,10,11,12\n");

        List<ReadingProgress> told = Read(folder.Path);

        long all = new FileInfo(first).Length + new FileInfo(second).Length;
        Assert.Equal(new ReadingProgress(all, all, Rows + 11), told[^1]);
        Assert.Equal(told.OrderBy(one => one.Bytes).ThenBy(one => one.Rows), told);
    }

    public void Dispose() => folder.Dispose();

    private static List<ReadingProgress> Read(string path)
    {
        var watcher = new Watcher();
        CandleFiles.Read(path, null, watcher, TestContext.Current.CancellationToken);
        return watcher.Told;
    }

    // Prices that do not pack too well, as real ones do not.
    private static string Klines(int from, int count)
    {
        StringBuilder text = new();
        for (int i = from; i < from + count; i++)
        {
            long open = 1_700_000_000_000 + (i * 60_000L);
            int price = 1000 + (i * 7919 % 9973);
            text.Append(CultureInfo.InvariantCulture, $"{open},{price},{price + 5},{price - 5},{price + 1},{i % 97}.5,{open + 59_999},0,0,0,0,0\n");
        }

        return text.ToString();
    }

    /// <summary>Keeps every report in its order.</summary>
    private sealed class Watcher : IProgress<ReadingProgress>
    {
        public List<ReadingProgress> Told { get; } = [];

        public void Report(ReadingProgress value) => Told.Add(value);
    }
}
