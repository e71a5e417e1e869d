using System.Collections.Immutable;
using System.Globalization;
using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Web.Components.Controls;

namespace Neurotrade.Web.Dashboard.Candles;

/// <summary>What came of a file: a few words, and what else one should know.</summary>
public sealed record ImportOutcome(string Note, IReadOnlyList<string> Lines);

/// <summary>Takes an uploaded file into the candle store: first onto disk, then read as the command line reads it.</summary>
internal sealed class CandleImport(CandleShelf shelf, string folder) : IDisposable
{
    /// <summary>The largest file.</summary>
    public const long MostBytes = 512L << 20;

    private const int BufferBytes = 1 << 17;
    private const int MostRefusals = 5;
    private const double Uploaded = 0.7;

    // One at a time: reading takes every core, and the store has one writer.
    private readonly SemaphoreSlim reading = new(1);

    /// <summary>Stores what a file holds; <see cref="InputException"/> where it cannot be used.</summary>
    public async Task<ImportOutcome> TakeAsync(
        string name, Stream stream, long size, string exchange, IProgress<double> progress, CancellationToken cancel)
    {
        // A folder of its own, so that the file keeps the name that tells its symbol and meets no other.
        string place = Path.Combine(folder, Path.GetRandomFileName());
        Directory.CreateDirectory(place);
        try
        {
            string path = Path.Combine(place, SafeName(name));
            await CopyAsync(stream, path, size, progress, cancel);
            await reading.WaitAsync(cancel);
            try
            {
                return await Task.Run(() => Store(path, exchange, cancel), cancel);
            }
            finally
            {
                reading.Release();
            }
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }

    public void Dispose() => reading.Dispose();

    private static async Task CopyAsync(Stream stream, string path, long size, IProgress<double> progress, CancellationToken cancel)
    {
        await using FileStream file = File.Create(path);
        byte[] buffer = new byte[BufferBytes];
        long copied = 0;
        while (await stream.ReadAsync(buffer, cancel) is > 0 and int count)
        {
            await file.WriteAsync(buffer.AsMemory(0, count), cancel);
            copied += count;
            progress.Report(Uploaded * copied / Math.Max(1, size));
        }
    }

    private ImportOutcome Store(string path, string exchange, CancellationToken cancel)
    {
        ImmutableArray<ReadSeries> all = CandleData.Open(new DataRequest { Sources = [path] }, [], cancel).Every();
        var lines = new List<string>();
        long added = 0;
        foreach (ReadSeries read in all)
        {
            cancel.ThrowIfCancellationRequested();
            if (read.Candles.Symbol.Quote == "UNKNOWN")
            {
                throw new InputException(new Problem(
                    Path.GetFileName(path), 0, 0, "the file's name tells no symbol; name it as Binance does, such as BTCUSDT-1m-2020.csv.gz"));
            }

            StoreMerge merge = shelf.Merge(new StoreAddress(exchange, read.Candles.Symbol, read.Candles.Timeframe), read.Candles);
            added += merge.Added + merge.Revised;
            lines.AddRange(Findings(read, merge));
        }

        string series = string.Join(", ", all.Select(read => $"{read.Candles.Symbol} {read.Candles.Timeframe}"));
        return new ImportOutcome($"{series}: {Figures.Number(added, 0)} new", lines);
    }

    private static IEnumerable<string> Findings(ReadSeries read, StoreMerge merge)
    {
        QualityReport quality = read.Quality;
        if (quality.Gaps.Length > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"{quality.Gaps.Length:N0} gaps, {quality.MissingCandles:N0} candles missing; they stay gaps.");
        }

        if (quality.DuplicateRows > 0 || merge.AlreadyThere > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"{quality.DuplicateRows:N0} rows twice in the file, {merge.AlreadyThere:N0} stored before.");
        }

        if (quality.RefusedRows > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{quality.RefusedRows:N0} rows refused:");
            foreach (Problem refusal in quality.Refusals.Take(MostRefusals))
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"line {refusal.Line}: {refusal.Message}");
            }
        }
    }

    private static string SafeName(string name)
    {
        string last = name.Split('/', '\\')[^1];
        string safe = string.Concat(last.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')).TrimStart('.');
        return safe.Length == 0 ? "upload.csv" : safe[Math.Max(0, safe.Length - 120)..];
    }
}
