using System.Globalization;
using System.IO.Compression;
using System.Text;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Adapters.Files;

/// <summary>
/// Writes candles as generic CSV, <c>time,open,high,low,close,volume</c>: UTC times, numbers that read back to the same
/// double, the same bytes for the same candles. Nothing in it can be taken for a formula: fields begin with a digit.
/// </summary>
public static class CandleCsvWriter
{
    private const string Header = "time,open,high,low,close,volume\n";
    private const int LongestRow = 256;
    private const int BufferBytes = 1 << 16;
    private const int Head = -1;

    // Archives hold a time of day for each entry; the earliest that they can hold says that there is none.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// Writes a <c>.csv</c>, <c>.csv.gz</c> or <c>.zip</c> file, by its name's ending, whole or not at all; what had the
    /// name is replaced. Another ending is an <see cref="InputException"/>.
    /// </summary>
    public static void Write(string path, CandleSeries candles, CancellationToken cancellation = default)
    {
        if (!CandleFileFacts.IsCandleFile(path))
        {
            throw new InputException(new Problem(path, 0, 0, "not a name for candles, expected one that ends in .csv, .csv.gz or .zip"));
        }

        string full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        string unfinished = full + ".unfinished";
        try
        {
            using (FileStream file = File.Create(unfinished))
            {
                WriteTo(file, full, candles, cancellation);
            }

            File.Move(unfinished, full, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Writes the text itself; the stream stays open.</summary>
    public static async Task WriteAsync(Stream stream, CandleSeries candles, CancellationToken cancellation)
    {
        byte[] buffer = new byte[BufferBytes];
        for (int next = Head; next < candles.Count;)
        {
            int used = Fill(buffer, candles, ref next);
            await stream.WriteAsync(buffer.AsMemory(0, used), cancellation);
        }
    }

    private static void WriteTo(FileStream file, string path, CandleSeries candles, CancellationToken cancellation)
    {
        switch (Path.GetExtension(path).ToUpperInvariant())
        {
            case ".ZIP":
                using (ZipArchive archive = new(file, ZipArchiveMode.Create))
                {
                    // Named as Binance names its files, so that it tells symbol and timeframe wherever it goes.
                    ZipArchiveEntry entry = archive.CreateEntry($"{candles.Symbol.Joined}-{candles.Timeframe}.csv");
                    entry.LastWriteTime = NoTime;
                    using Stream text = entry.Open();
                    WriteText(text, candles, cancellation);
                }

                break;
            case ".GZ":
                using (GZipStream gzip = new(file, CompressionLevel.Optimal))
                {
                    WriteText(gzip, candles, cancellation);
                }

                break;
            default:
                WriteText(file, candles, cancellation);
                break;
        }
    }

    private static void WriteText(Stream stream, CandleSeries candles, CancellationToken cancellation)
    {
        byte[] buffer = new byte[BufferBytes];
        for (int next = Head; next < candles.Count;)
        {
            cancellation.ThrowIfCancellationRequested();
            int used = Fill(buffer, candles, ref next);
            stream.Write(buffer, 0, used);
        }
    }

    // As many rows as fit, from the next on; the header comes before the first.
    private static int Fill(byte[] buffer, CandleSeries candles, ref int next)
    {
        int used = 0;
        if (next == Head)
        {
            used = Encoding.UTF8.GetBytes(Header, buffer);
            next = 0;
        }

        while (next < candles.Count && used <= buffer.Length - LongestRow)
        {
            used += Row(candles[next++], buffer.AsSpan(used));
        }

        return used;
    }

    private static int Row(in Candle candle, Span<byte> to)
    {
        int used = Encoding.UTF8.GetBytes(new Instant(candle.OpenMillis).ToString(), to);
        ReadOnlySpan<double> numbers = [candle.Open, candle.High, candle.Low, candle.Close, candle.Volume];
        foreach (double number in numbers)
        {
            to[used++] = (byte)',';

            // Without a format a double is written as Numbers.Text does; minus zero is zero.
            bool isWritten = (number == 0 ? 0.0 : number).TryFormat(
                to[used..], out int written, default, CultureInfo.InvariantCulture);
            Guard.That(isWritten);
            used += written;
        }

        to[used++] = (byte)'\n';
        return used;
    }
}
