using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Web.Dashboard.Candles;

namespace Neurotrade.Web.Dashboard.Imports;

/// <summary>Reads a file that has arrived as the command line reads it, and adds its candles to the store.</summary>
internal static class ImportReading
{
    /// <summary>
    /// Stores what a file holds, a series after the other, and tells of each as soon as it is stored. Nothing is stored
    /// and a question given where only a person can tell what it is; <see cref="InputException"/> where it cannot be used.
    /// </summary>
    public static FileQuestion? Store(
        FileImport import, string path, CandleShelf shelf, Func<Problem, FileFault> faultOf, Action<ImportedSeries> stored,
        IProgress<ReadingProgress> progress, CancellationToken cancel)
    {
        IReadOnlyList<CandleRows> files = CandleFiles.Read(path, null, progress, cancel);
        Symbol? symbol = Symbol.TryParse(import.Symbol ?? string.Empty, out Symbol told) ? told : null;
        Timeframe? timeframe = Timeframe.TryParse(import.Timeframe, out Timeframe known) ? known : null;
        if (QuestionOf(path, files, symbol is not null, timeframe is not null) is { } question)
        {
            return question;
        }

        var request = new DataRequest { Sources = [path], Symbol = symbol, Timeframe = timeframe };
        foreach (ReadSeries one in CandleData.Of(path, files, request).Every())
        {
            cancel.ThrowIfCancellationRequested();
            var address = new StoreAddress(import.Exchange, one.Candles.Symbol, one.Candles.Timeframe);
            stored(Told(address, one.Quality, shelf.Merge(address, one.Candles), faultOf));
        }

        return null;
    }

    // Files without a valid row are refused anyway.
    private static FileQuestion? QuestionOf(string path, IReadOnlyList<CandleRows> files, bool hasSymbol, bool hasTimeframe)
    {
        bool asksSymbol = !hasSymbol && files.Any(rows => CandleFileFacts.SymbolOf(path, rows) is null);
        CandleRows? untold = hasTimeframe ? null : files.FirstOrDefault(rows => rows.Count > 0 && !CandleFileFacts.TellsTimeframe(rows));
        if ((!asksSymbol && untold is null) || files.Any(rows => rows.Count == 0))
        {
            return null;
        }

        (long first, long last) = (long.MaxValue, long.MinValue);
        foreach (CandleRows rows in files)
        {
            foreach (long time in rows.Times)
            {
                (first, last) = (Math.Min(first, time), Math.Max(last, time));
            }
        }

        return new FileQuestion
        {
            AsksSymbol = asksSymbol,
            AsksTimeframe = untold is not null,
            Rows = files.Sum(rows => (long)rows.Count),
            FirstMillis = first,
            LastMillis = last,
            SpacingMillis = CandleFileFacts.SpacingOf(untold ?? files[0]),
        };
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
