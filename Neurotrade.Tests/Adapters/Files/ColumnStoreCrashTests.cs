using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Tests.Ingestion;

namespace Neurotrade.Tests.Adapters.Files;

/// <summary>
/// A kill at every step of an import: the store opens, and holds either the old candles or the new ones.
/// </summary>
public sealed class ColumnStoreCrashTests
{
    private const string State = "/state";
    private static readonly StoreAddress Address = new("binance", Symbols.BtcUsdt, Timeframe.Minute);

    private static CandleSeries Series(int from, int count, double price) => CandleSeries.From(Symbols.BtcUsdt, Timeframe.Minute,
        [.. Enumerable.Range(from, count).Select(i => new Candle(i * 60_000L, price, price + 2, price - 1, price + 1, i))]);

    private static List<Candle> All(CandleSeries? series) =>
        series is null ? [] : [.. Enumerable.Range(0, series.Count).Select(i => series[i])];

    private static ColumnStore StoreOn(TemporaryFolder folder, int steps = int.MaxValue) =>
        new(new KilledDisk(new RealDisk(), steps), folder.Path);

    public static TheoryData<string> Imports => ["first", "append", "revise", "insert before", "append with overlap"];

    private static (CandleSeries? Old, CandleSeries Fresh) Of(string import) => import switch
    {
        "first" => (null, Series(100, 40, 10)),
        "append" => (Series(100, 40, 10), Series(140, 25, 20)),
        "revise" => (Series(100, 40, 10), Series(130, 5, 20)),
        "insert before" => (Series(100, 40, 10), Series(50, 20, 20)),
        _ => (Series(100, 40, 10), Series(120, 60, 10)),
    };

    private static SimulatedDisk DiskWith(CandleSeries? old)
    {
        SimulatedDisk disk = new(State);
        if (old is not null)
        {
            new ColumnStore(disk, State).Merge(Address, old);
            disk.Restart(null);
        }

        return disk;
    }

    [Theory]
    [MemberData(nameof(Imports))]
    public void Merge_KilledAtAnyStep_LeavesTheOldOrTheNew(string import)
    {
        (CandleSeries? old, CandleSeries fresh) = Of(import);
        List<Candle> before = All(old);
        List<Candle> after = AfterMerge(old, fresh);
        Assert.NotEqual(before, after);
        int steps = 1;
        for (bool isKilled = true; isKilled; steps++)
        {
            for (int seed = 0; seed < 12; seed++)
            {
                SimulatedDisk disk = DiskWith(old);
                isKilled = IsKilled(disk, fresh, steps);
                disk.Restart(seed == 0 ? null : new Random((steps * 100) + seed));
                string at = $"{import}, step {steps}, seed {seed}";

                // A finished merge is durable; a cut-off one happened or did not.
                List<Candle> found = All(new ColumnStore(disk, State).Open(Address));
                Assert.True(found.SequenceEqual(after) || (isKilled && found.SequenceEqual(before)), at);
                RecoversAfter(disk, fresh, after, new Random(seed), at);
            }
        }

        Assert.InRange(steps, 15, 60);
    }

    [Fact]
    public void Delete_KilledAtAnyStep_LeavesAllOrNothing()
    {
        CandleSeries series = Series(100, 40, 10);
        List<Candle> before = All(series);
        int steps = 1;
        for (bool isKilled = true; isKilled; steps++)
        {
            for (int seed = 0; seed < 12; seed++)
            {
                SimulatedDisk disk = DiskWith(series);
                isKilled = IsKilled(disk, steps, store => store.Delete(Address));
                disk.Restart(seed == 0 ? null : new Random((steps * 100) + seed));
                string at = $"step {steps}, seed {seed}";

                ColumnStore store = new(disk, State);
                List<Candle> found = All(store.Open(Address));
                Assert.True(found.Count == 0 || (isKilled && found.SequenceEqual(before)), at);
                store.Merge(Address, series);
                Assert.True(All(store.Open(Address)).SequenceEqual(before), at);
                Assert.Empty(store.Verify(Address));
            }
        }

        Assert.InRange(steps, 4, 20);
    }

    private static bool IsKilled(SimulatedDisk disk, CandleSeries fresh, int steps) =>
        IsKilled(disk, steps, store => store.Merge(Address, fresh));

    private static bool IsKilled(SimulatedDisk disk, int steps, Action<ColumnStore> work)
    {
        disk.StepsLeft = steps;
        try
        {
            work(new ColumnStore(disk, State));
            return false;
        }
        catch (PowerLossException)
        {
            return true;
        }
    }

    // Killed again while it tries again, and then at last not killed.
    private static void RecoversAfter(SimulatedDisk disk, CandleSeries fresh, List<Candle> after, Random chance, string at)
    {
        IsKilled(disk, fresh, chance.Next(1, 30));
        disk.Restart(chance);
        ColumnStore store = new(disk, State);
        store.Merge(Address, fresh);
        Assert.True(All(store.Open(Address)).SequenceEqual(after), at);
        Assert.Empty(store.Verify(Address));
        Assert.Equal([Address], store.List());
    }

    private static List<Candle> AfterMerge(CandleSeries? old, CandleSeries fresh)
    {
        SortedDictionary<long, Candle> merged = [];
        foreach (Candle candle in All(old).Concat(All(fresh)))
        {
            merged[candle.OpenMillis] = candle;
        }

        return [.. merged.Values];
    }

    // The same on a real disk, where a killed process leaves what it wrote.
    [Theory]
    [MemberData(nameof(Imports))]
    public void Merge_ProcessKilledOnARealDisk_LeavesTheOldOrTheNew(string import)
    {
        (CandleSeries? old, CandleSeries fresh) = Of(import);
        List<Candle> before = All(old);
        List<Candle> after = AfterMerge(old, fresh);
        for (int steps = 0; ; steps++)
        {
            using TemporaryFolder folder = new();
            ColumnStore store = StoreOn(folder);
            if (old is not null)
            {
                store.Merge(Address, old);
            }

            bool isKilled = false;
            try
            {
                StoreOn(folder, steps).Merge(Address, fresh);
            }
            catch (PowerLossException)
            {
                isKilled = true;
            }

            List<Candle> found = All(store.Open(Address));
            Assert.True(found.SequenceEqual(after) || (isKilled && found.SequenceEqual(before)), $"{import}, step {steps}");
            store.Merge(Address, fresh);
            Assert.True(All(store.Open(Address)).SequenceEqual(after), $"{import}, step {steps}");
            if (!isKilled)
            {
                return;
            }
        }
    }

    /// <summary>
    /// A real disk under a process that is killed before one of its steps. The system keeps what a killed process wrote, so
    /// nothing is flushed, which would only take time.
    /// </summary>
    private sealed class KilledDisk(IDisk disk, int steps) : IDisk
    {
        private int left = steps;

        public IReadOnlyList<string> Folders(string path) => disk.Folders(path);

        public byte[]? Read(string path) => disk.Read(path);

        public ReadOnlyMemory<T> Map<T>(string path, int count)
            where T : unmanaged => disk.Map<T>(path, count);

        public ReadOnlyMemory<T> Copy<T>(string path, int count)
            where T : unmanaged => disk.Copy<T>(path, count);

        public void CreateFolder(string path) => Step(() => disk.CreateFolder(path));

        public IDiskFile Open(string path, bool isEmptied)
        {
            IDiskFile? file = null;
            Step(() => file = disk.Open(path, isEmptied));
            return new KilledFile(this, file!);
        }

        public void Rename(string from, string to) => Step(() => disk.Rename(from, to));

        public void DeleteFolder(string path) => Step(() => disk.DeleteFolder(path));

        public void FlushFolder(string path) => Step(() => { });

        public IDisposable Lock(string path) => disk.Lock(path);

        private void Step(Action action)
        {
            if (left-- <= 0)
            {
                throw new PowerLossException();
            }

            action();
        }

        private sealed class KilledFile(KilledDisk owner, IDiskFile file) : IDiskFile
        {
            public void Write(ReadOnlySpan<byte> bytes, long offset)
            {
                byte[] half = bytes[..(bytes.Length / 2)].ToArray();
                byte[] all = bytes.ToArray();
                owner.Step(() => file.Write(half, offset));
                owner.Step(() => file.Write(all, offset));
            }

            public void Flush() => owner.Step(() => { });

            public void Dispose() => file.Dispose();
        }
    }
}
