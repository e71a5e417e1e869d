using System.Globalization;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Adapters.Files;

/// <summary>
/// The candle store: a folder a series, in it a file a column, mapped to read, and a head that says what of them counts
/// (docs/candle-store.md). A write puts its bytes where no head points yet, flushes them, then replaces the head.
/// </summary>
public sealed partial class ColumnStore : ICandleStore
{
    /// <summary>What a person can do about damage.</summary>
    internal const string Remedy = "remove the series' folder and import it again";

    private const int MostAttempts = 10;

    private readonly IDisk disk;
    private readonly StoreLayout layout;

    /// <summary>A store under <c>candles/</c> of the state folder, which must exist for writing.</summary>
    public ColumnStore(IDisk disk, string stateFolder) => (this.disk, layout) = (disk, new StoreLayout(stateFolder));

    /// <inheritdoc/>
    public IReadOnlyList<StoreAddress> List()
    {
        List<StoreAddress> found = [];
        foreach (string exchange in disk.Folders(layout.Root))
        {
            foreach (string pair in disk.Folders(Path.Combine(layout.Root, exchange)))
            {
                foreach (string timeframe in disk.Folders(Path.Combine(layout.Root, exchange, pair)))
                {
                    bool isAddress = StoreAddress.TryParse(
                        $"{StoreAddress.Prefix}{exchange}/{pair}/{timeframe}", out StoreAddress address);
                    if (isAddress && disk.Read(layout.Head(address)) is not null)
                    {
                        found.Add(address);
                    }
                }
            }
        }

        // Exchanges and pairs come sorted; timeframes sort by length, not by name.
        return [.. found.OrderBy(a => a.Exchange, StringComparer.Ordinal)
            .ThenBy(a => a.Symbol).ThenBy(a => a.Timeframe)];
    }

    /// <inheritdoc/>
    public LoadedCandles? Load(CandleRequest request, CancellationToken cancellation) =>
        Open(new StoreAddress(request.Exchange, request.Symbol, request.Timeframe)) is { } series
            ? new LoadedCandles(series, Quality.Of(series))
            : null;

    /// <inheritdoc/>
    public CandleSeries? Open(StoreAddress address) => Open(address, isVerified: true);

    /// <summary>The stored candles, with or without their checksums verified; null where none are stored.</summary>
    public CandleSeries? Open(StoreAddress address, bool isVerified)
    {
        if (Map(address, isKept: true) is not var (head, series))
        {
            return null;
        }

        List<Problem> damage = isVerified ? Damage(head, series) : [];
        return damage.Count == 0 ? series : throw new InputException(damage);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Problem> Verify(StoreAddress address)
    {
        try
        {
            if (Map(address, isKept: false) is not var (head, series))
            {
                return [new Problem(address.ToString(), 0, 0, "no such candles are stored")];
            }

            List<Problem> damage = Damage(head, series);
            for (int i = 0; i < series.Count && damage.Count == 0; i++)
            {
                bool isInPlace = address.Timeframe.IsAligned(series.Times[i])
                    && (i == 0 || series.Times[i] > series.Times[i - 1]);
                if (!isInPlace || !series[i].IsValid)
                {
                    damage.Add(new Problem(layout.Series(address), 0, 0, string.Create(CultureInfo.InvariantCulture,
                        $"candle {i} ({new Instant(series.Times[i])}) is not valid, expected valid candles in order")));
                }
            }

            return damage;
        }
        catch (InputException wrong)
        {
            return wrong.Problems;
        }
    }

    /// <inheritdoc/>
    public StoreMerge Merge(StoreAddress address, CandleSeries candles)
    {
        Guard.That(candles.Count > 0 && candles.Symbol == address.Symbol && candles.Timeframe == address.Timeframe);
        CreateFolders(address);
        using IDisposable writer = disk.Lock(layout.Lock(address));
        byte[]? bytes = disk.Read(layout.Head(address));
        StoreHead? head = bytes is null ? null : StoreHead.Read(bytes, address, layout.Head(address));
        DeleteLeftovers(address, head?.Generation ?? 0);
        if (head is null)
        {
            WriteGeneration(address, 1, candles.Slice(0, 0), candles);
            return new StoreMerge(candles.Count, 0, 0, []);
        }

        // Verified before it is copied or continued: damage must not get a fresh checksum.
        CandleSeries old = Sound(head);
        CandleMerge merge = CandleMerge.Of(old, candles);
        if (merge.UnchangedPrefix < old.Count)
        {
            WriteGeneration(address, head.Generation + 1, old.Slice(0, merge.UnchangedPrefix), merge.Rest);
            disk.DeleteFolder(layout.Generation(address, head.Generation));
        }
        else if (merge.Rest.Count > 0)
        {
            Append(head, merge.Rest);
        }

        return merge.Changes;
    }

    /// <inheritdoc/>
    public void Delete(StoreAddress address)
    {
        string head = layout.Head(address);
        if (disk.Read(head) is null)
        {
            return;
        }

        // Without a head nothing counts; the columns then go like any that a cut-off write has left.
        using IDisposable writer = disk.Lock(layout.Lock(address));
        disk.Rename(head, layout.GoneHead(address));
        disk.FlushFolder(layout.Series(address));
        DeleteLeftovers(address, 0);
    }

    private CandleSeries Sound(StoreHead head)
    {
        try
        {
            CandleSeries series = Map(head, isKept: false);
            List<Problem> damage = Damage(head, series);
            return damage.Count == 0 ? series : throw new InputException(damage);
        }
        catch (FileNotFoundException lost)
        {
            throw Missing(lost, head.Address);
        }
    }

    private (StoreHead Head, CandleSeries Series)? Map(StoreAddress address, bool isKept)
    {
        for (int attempt = 1; ; attempt++)
        {
            byte[]? bytes = disk.Read(layout.Head(address));
            if (bytes is null)
            {
                return null;
            }

            StoreHead head = StoreHead.Read(bytes, address, layout.Head(address));
            try
            {
                return (head, Map(head, isKept));
            }
            catch (FileNotFoundException lost)
            {
                // A writer may have replaced the generation since the head was read: then there is a newer head.
                if (attempt == MostAttempts || bytes.AsSpan().SequenceEqual(disk.Read(layout.Head(address))))
                {
                    throw Missing(lost, address);
                }
            }
        }
    }

    private InputException Missing(FileNotFoundException lost, StoreAddress address) => new(new Problem(
        lost.FileName ?? layout.Series(address), 0, 0, $"is missing, expected the column that the head names; {Remedy}"));

    private CandleSeries Map(StoreHead head, bool isKept)
    {
        StoreAddress address = head.Address;
        string generation = layout.Generation(address, head.Generation);
        return new CandleSeries(
            address.Symbol, address.Timeframe, Column<long>(0), Column<double>(1), Column<double>(2), Column<double>(3),
            Column<double>(4), Column<double>(5));

        ReadOnlyMemory<T> Column<T>(int column)
            where T : unmanaged
        {
            string path = StoreLayout.Column(generation, column);
            try
            {
                return isKept ? disk.Map<T>(path, head.Count) : disk.Copy<T>(path, head.Count);
            }
            catch (EndOfStreamException)
            {
                throw new InputException(new Problem(path, 0, 0, string.Create(CultureInfo.InvariantCulture,
                    $"is shorter than the {head.Count} candles of its head; {Remedy}")));
            }
        }
    }

    private List<Problem> Damage(StoreHead head, CandleSeries series)
    {
        ColumnChecksums actual = default(ColumnChecksums).Then(series.Columns);
        string generation = layout.Generation(head.Address, head.Generation);
        List<Problem> damage = [];
        for (int column = 0; column < ColumnChecksums.Names.Count; column++)
        {
            if (actual[column] != head.Checksums[column])
            {
                string path = StoreLayout.Column(generation, column);
                damage.Add(new Problem(path, 0, 0, string.Create(CultureInfo.InvariantCulture,
                    $"is damaged: its checksum is {actual[column]:x8}, expected {head.Checksums[column]:x8}; {Remedy}")));
            }
        }

        return damage;
    }
}
