using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Tests.Ingestion;

namespace Neurotrade.Tests.Adapters.Files;

public sealed class ColumnStoreTests : IDisposable
{
    private static readonly StoreAddress Address = new("binance", Symbols.BtcUsdt, Timeframe.Minute);
    private readonly TemporaryFolder folder = new();
    private readonly ColumnStore store;
    private (long At, byte Bit) flipped;

    public ColumnStoreTests() => store = new ColumnStore(new RealDisk(), folder.Path);

    public void Dispose() => folder.Dispose();

    private string SeriesFolder => Path.Combine(folder.Path, "candles", "binance", "BTC-USDT", "1m");

    private static CandleSeries Series(int from, int count, double price = 10) => CandleSeries.From(
        Symbols.BtcUsdt, Timeframe.Minute, [.. Enumerable.Range(from, count).Select(i => At(i, price))]);

    private static Candle At(int minute, double price) => new(minute * 60_000L, price, price + 2, price - 1, price + 1, minute);

    private static List<Candle> All(CandleSeries? series) =>
        series is null ? [] : [.. Enumerable.Range(0, series.Count).Select(i => series[i])];

    [Theory]
    [InlineData(3)]
    [InlineData(20_000)]
    public void Open_WhatWasStored_IsTheSameToTheBit(int count)
    {
        CandleSeries series = Series(0, count);
        Assert.Equal(new StoreMerge(count, 0, 0, []), store.Merge(Address, series));

        Assert.True(All(store.Open(Address)).SequenceEqual(All(series)));
        Assert.Empty(store.Verify(Address));
    }

    [Fact]
    public void Open_WhatIsNotThere_IsNull()
    {
        Assert.Null(store.Open(Address));
        Assert.Null(store.Load(new CandleRequest("binance", Address.Symbol, Address.Timeframe), TestContext.Current.CancellationToken));
        Assert.Empty(store.List());
    }

    [Fact]
    public void Delete_ASeries_LeavesOthersAndWhoHasItOpenAlone()
    {
        StoreAddress other = Address with { Exchange = "kraken" };
        CandleSeries series = Series(0, 20_000);
        store.Merge(Address, series);
        store.Merge(other, series);
        CandleSeries open = store.Open(Address)!;

        store.Delete(Address);
        store.Delete(Address);

        Assert.Equal([other], store.List());
        Assert.Null(store.Open(Address));
        Assert.True(All(open).SequenceEqual(All(series)));
        Assert.Equal(new StoreMerge(10, 0, 0, []), store.Merge(Address, Series(0, 10)));
        Assert.Equal(10, store.Open(Address)!.Count);
    }

    [Fact]
    public void Delete_WhatAnotherWrites_IsRefused()
    {
        store.Merge(Address, Series(0, 10));
        using (File.OpenHandle(Path.Combine(SeriesFolder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Throws<InputException>(() => store.Delete(Address));
        }

        Assert.Equal(10, store.Open(Address)!.Count);
    }

    [Fact]
    public void Merge_Overlap_KeepsRevisesAndAdds()
    {
        store.Merge(Address, Series(0, 10));

        StoreMerge merge = store.Merge(Address, CandleSeries.From(
            Address.Symbol, Address.Timeframe, [At(7, 10), At(8, 11), At(9, 10), At(12, 10)]));

        Assert.Equal((1L, 2L, 1L), (merge.Added, merge.AlreadyThere, merge.Revised));
        Assert.Equal(["1970-01-01T00:08:00Z"], merge.RevisedTimes.Select(time => time.ToString()));
        CandleSeries after = store.Open(Address)!;
        Assert.Equal((11, 11.0), (after.Count, after.Opens[8]));
        Assert.Equal([new CandleGap(540_000, 720_000, 2)], Quality.Gaps(after));
    }

    [Fact]
    public void Merge_NothingNew_WritesNothing()
    {
        store.Merge(Address, Series(0, 10));
        DateTime before = File.GetLastWriteTimeUtc(Path.Combine(SeriesFolder, "head"));

        StoreMerge merge = store.Merge(Address, Series(3, 4));

        Assert.Equal((0L, 4L, 0L), (merge.Added, merge.AlreadyThere, merge.Revised));

        Assert.Equal(before, File.GetLastWriteTimeUtc(Path.Combine(SeriesFolder, "head")));
    }

    [Theory]
    [InlineData(61)]
    [InlineData(62)]
    public void Merge_RandomPieces_EqualsADictionary(int seed)
    {
        Random random = new(seed);
        SortedDictionary<long, Candle> expected = [];
        for (int round = 0; round < 25; round++)
        {
            List<Candle> piece = [];
            for (int minute = random.Next(300), left = random.Next(1, 40); left > 0; left--, minute += random.Next(1, 4))
            {
                piece.Add(At(minute, random.Next(4) == 0 ? 11 : 10));
            }

            int added = piece.Count(candle => !expected.ContainsKey(candle.OpenMillis));
            int same = piece.Count(candle => expected.TryGetValue(candle.OpenMillis, out Candle old) && old == candle);
            StoreMerge merge = store.Merge(Address, CandleSeries.From(Address.Symbol, Address.Timeframe, piece));
            foreach (Candle candle in piece)
            {
                expected[candle.OpenMillis] = candle;
            }

            Assert.Equal((added, same, piece.Count - added - same), (merge.Added, merge.AlreadyThere, merge.Revised));
            Assert.True(All(store.Open(Address)).SequenceEqual(expected.Values), $"seed {seed} round {round}");
        }

        Assert.Single(Directory.GetDirectories(SeriesFolder));
    }

    [Fact]
    public void List_SeveralSeries_IsSortedAndLeavesOutStrangers()
    {
        StoreAddress[] addresses =
        [
            new("binance", Symbols.BtcUsdt, Timeframe.Minute), new("binance", Symbols.BtcUsdt, Timeframe.Day),
            new("binance", Symbols.Parse("ETH/USDT"), Timeframe.Minute), new("kraken", Symbols.BtcUsdt, Timeframe.Minute),
        ];
        foreach (StoreAddress address in addresses.Reverse())
        {
            long step = address.Timeframe.Millis;
            store.Merge(address, CandleSeries.From(address.Symbol, address.Timeframe, [new Candle(step, 1, 1, 1, 1, 1)]));
        }

        Directory.CreateDirectory(Path.Combine(folder.Path, "candles", "binance", "lost+found", "x"));

        Assert.Equal(addresses, store.List());
    }

    // Any one bit of what counts, in any file: found, and the file named.
    [Theory]
    [InlineData(71)]
    [InlineData(72)]
    public void Open_BitFlipped_NamesTheFile(int seed)
    {
        Random random = new(seed);
        store.Merge(Address, Series(0, 9000));
        string[] files = [.. Directory.GetFiles(SeriesFolder, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))];
        Assert.Equal(7, files.Length);
        for (int round = 0; round < 70; round++)
        {
            string file = files[round % files.Length];
            Flip(file, random);
            InputException wrong = Assert.Throws<InputException>(() => store.Open(Address));
            Assert.Equal(file, Assert.Single(wrong.Problems).File);
            Assert.Equal(file, Assert.Single(store.Verify(Address)).File);
            Assert.Throws<InputException>(() => store.Merge(Address, Series(9000, 1)));
            Flip(file, null);
        }

        Assert.Empty(store.Verify(Address));
    }

    private void Flip(string path, Random? random)
    {
        using FileStream file = new(path, FileMode.Open);
        flipped = random is null ? flipped : (random.NextInt64(file.Length), (byte)(1 << random.Next(8)));
        file.Position = flipped.At;
        int value = file.ReadByte();
        file.Position = flipped.At;
        file.WriteByte((byte)(value ^ flipped.Bit));
    }

    [Fact]
    public void Open_ColumnCutOffOrGone_NamesTheFile()
    {
        store.Merge(Address, Series(0, 50));
        string column = Directory.GetFiles(SeriesFolder, "close.col", SearchOption.AllDirectories)[0];

        using (FileStream file = new(column, FileMode.Open))
        {
            file.SetLength(399);
        }

        InputException cut = Assert.Throws<InputException>(() => store.Open(Address));
        Assert.Contains("close.col:0:0: is shorter than the 50 candles", cut.Message, StringComparison.Ordinal);
        File.Delete(column);
        InputException gone = Assert.Throws<InputException>(() => store.Open(Address));
        Assert.Contains("close.col:0:0: is missing", gone.Message, StringComparison.Ordinal);
        Assert.Equal(gone.Message, Assert.Throws<InputException>(() => store.Merge(Address, Series(50, 1))).Message);
    }

    [Fact]
    public void Merge_WhileAnotherWrites_IsRefusedWithTheReason()
    {
        store.Merge(Address, Series(0, 5));
        using IDisposable other = new RealDisk().Lock(Path.Combine(SeriesFolder, ".lock"));

        InputException wrong = Assert.Throws<InputException>(() => store.Merge(Address, Series(5, 5)));

        Assert.Contains("another process is writing these candles", wrong.Message, StringComparison.Ordinal);
        Assert.Equal(5, store.Open(Address)!.Count);
    }

    [Theory]
    [InlineData(0x6969, "NFS")]
    [InlineData(0xFF534D42, "CIFS")]
    [InlineData(0xFE534D42, "SMB2")]
    [InlineData(0x65735546, "FUSE")]
    [InlineData(0xEF53, null)]
    [InlineData(0x01021994, null)]
    public void NetworkName_OfAKind_IsToldForNetworksOnly(long kind, string? name) =>
        Assert.Equal(name, FileSystemKind.NetworkName(kind));

    [Fact]
    public void NetworkNameOf_ATemporaryFolder_IsNone() => Assert.Null(FileSystemKind.NetworkNameOf(folder.Path));

    // Every reader sees a whole state: version v has 10 v candles, all at price v.
    [Fact]
    public async Task Open_BesideAWriter_SeesOnlyWholeStates()
    {
        const int versions = 30;
        store.Merge(Address, Series(0, 10, 1 + 1));
        using CancellationTokenSource done = new();
        int seen = 0;
        Task[] readers = [.. Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                CandleSeries series = store.Open(Address)!;
                double price = series.Opens[0];
                Assert.Equal(((int)price - 1) * 10, series.Count);
                Assert.Equal(price, series.Opens[^1]);
                Interlocked.Increment(ref seen);
            }
        }, TestContext.Current.CancellationToken))];
        while (Volatile.Read(ref seen) < 2 && !readers.Any(reader => reader.IsFaulted))
        {
            await Task.Yield();
        }

        for (int version = 2; version <= versions; version++)
        {
            store.Merge(Address, Series(0, version * 10, version + 1));
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
    }
}
