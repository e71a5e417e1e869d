using System.Collections.Immutable;
using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Web.Dashboard.Candles;

namespace Neurotrade.Web.Dashboard.Imports;

/// <summary>Reads a file that has arrived as the command line reads it, and adds its candles to the store.</summary>
internal static class ImportReading
{
    private const double Read = 0.7;

    /// <summary>
    /// Stores what a file holds, a series after the other, and tells of each as soon as it is stored;
    /// <see cref="InputException"/> where it cannot be used.
    /// </summary>
    public static void Store(
        FileImport import, string path, CandleShelf shelf, Func<Problem, FileFault> faultOf, Action<ImportedSeries> stored,
        IProgress<double> progress, CancellationToken cancel)
    {
        // An archive's entries may tell what its own name does not.
        if (!CandleFileFacts.TryParseName(import.Name, out _, out _) && !import.Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            throw new InputException(new Problem(path, 0, 0,
                "Its name tells no symbol. Name it as Binance does, such as BTCUSDT-1m-2020.csv, and bring it again."));
        }

        ImmutableArray<ReadSeries> all = CandleData.Open(new DataRequest { Sources = [path] }, [], cancel).Every();
        progress.Report(Read);
        for (int i = 0; i < all.Length; i++)
        {
            cancel.ThrowIfCancellationRequested();
            CandleSeries candles = all[i].Candles;
            var address = new StoreAddress(import.Exchange, candles.Symbol, candles.Timeframe);
            stored(Told(address, all[i].Quality, shelf.Merge(address, candles), faultOf));
            progress.Report(Read + ((1 - Read) * (i + 1) / all.Length));
        }
    }

    private static ImportedSeries Told(
        StoreAddress address, QualityReport quality, StoreMerge merge, Func<Problem, FileFault> faultOf) => new()
        {
            Address = address.ToString(),
            Rows = quality.Rows,
            Candles = quality.Candles,
            FirstMillis = quality.First.UnixMillis,
            LastMillis = quality.Last.UnixMillis,
            Added = merge.Added,
            AlreadyThere = merge.AlreadyThere,
            Replaced = merge.Revised,
            ReplacedTimes = [.. merge.RevisedTimes.Select(time => time.UnixMillis)],
            RefusedRows = quality.RefusedRows,
            Refusals = [.. quality.Refusals.Select(faultOf)],
            DuplicateRows = quality.DuplicateRows,
            RevisedRows = quality.RevisedRows,
            RevisedTimes = [.. quality.Revised.Select(time => time.UnixMillis)],
            UnsortedRows = quality.UnsortedRows,
            CutShort = quality.TruncatedBars.Length,
            CutShortRows = [.. quality.TruncatedRows.Select(faultOf)],
            Gaps = quality.Gaps.Length,
            MissingCandles = quality.MissingCandles,
            ZeroVolumeBars = quality.ZeroVolumeBars,
        };
}
