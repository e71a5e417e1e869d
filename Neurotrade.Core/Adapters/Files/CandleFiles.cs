using System.IO.Compression;
using System.Security.Cryptography;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Adapters.Files;

/// <summary>
/// Candle files as people have them: <c>.csv</c>, <c>.csv.gz</c>, <c>.zip</c> as Binance publishes them, or a folder of
/// these (not of folders), read in order of their names.
/// </summary>
public static class CandleFiles
{
    private const string ChecksumEnding = ".CHECKSUM";
    private const int UnixTypeMask = 0xF000;
    private const int UnixSymbolicLink = 0xA000;

    private static readonly string[] ArchiveEndings = [".zip", ".gz", ".tar", ".tgz", ".7z", ".rar", ".xz", ".bz2", ".zst"];

    /// <summary>
    /// Reads the rows of a file, of each entry of an archive, or of each file of a folder. What cannot be read at all is
    /// an <see cref="InputException"/> with a problem for each file.
    /// </summary>
    public static IReadOnlyList<CandleRows> Read(
        string path, ArchiveLimits? limits = null, CancellationToken cancellation = default) =>
        Read(path, limits, null, cancellation);

    /// <summary>The same, and tells how far it has come.</summary>
    public static IReadOnlyList<CandleRows> Read(
        string path, ArchiveLimits? limits, IProgress<ReadingProgress>? progress, CancellationToken cancellation)
    {
        limits ??= new ArchiveLimits();
        if (!Directory.Exists(path))
        {
            return ReadOne(path, limits, new ReadingMeter(progress, LengthOf(path)), cancellation);
        }

        string[] files = FilesIn(path);
        if (files.Length == 0)
        {
            throw Failure(path, "the folder holds no .csv, .csv.gz or .zip file, expected at least one");
        }

        Array.Sort(files, StringComparer.Ordinal);
        ReadingMeter meter = new(progress, files.Sum(LengthOf));
        List<CandleRows> all = [];
        List<Problem> problems = [];
        foreach (string file in files)
        {
            try
            {
                all.AddRange(ReadOne(file, limits, meter, cancellation));
            }
            catch (InputException wrong)
            {
                problems.AddRange(wrong.Problems);
            }
        }

        return problems.Count == 0 ? all : throw new InputException(problems);
    }

    // Hidden files are notes of the system's own, whatever they end in.
    private static bool IsListed(string path) =>
        CandleFileFacts.IsCandleFile(path) && !Path.GetFileName(path.AsSpan()).StartsWith('.');

    private static string[] FilesIn(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder).Where(IsListed)];
        }
        catch (UnauthorizedAccessException)
        {
            throw Failure(folder, "may not be read, expected permission to read it");
        }
        catch (IOException wrong)
        {
            throw Failure(folder, $"cannot be read: {wrong.Message}");
        }
    }

    // What cannot be opened is told when it is.
    private static long LengthOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    private static List<CandleRows> ReadOne(string path, ArchiveLimits limits, ReadingMeter meter, CancellationToken cancellation)
    {
        if (!CandleFileFacts.IsCandleFile(path))
        {
            throw Failure(path, File.Exists(path)
                ? "not a candle file, expected .csv, .csv.gz, .zip or a folder"
                : "no such file or folder");
        }

        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            CheckPublishedHash(path, file);
            return Path.GetExtension(path).ToUpperInvariant() switch
            {
                ".ZIP" => ReadZip(file, path, limits, meter, cancellation),
                ".GZ" => [ReadGzip(file, path, limits, meter, cancellation)],
                _ => [ReadText(file, file, path, file.Length, meter, cancellation)],
            };
        }
        catch (FileNotFoundException)
        {
            throw Failure(path, "no such file or folder");
        }
        catch (DirectoryNotFoundException)
        {
            throw Failure(path, "no such file or folder");
        }
        catch (UnauthorizedAccessException)
        {
            throw Failure(path, "may not be read, expected permission to read it");
        }
        catch (IOException wrong)
        {
            throw Failure(path, $"cannot be read: {wrong.Message}");
        }
    }

    private static CandleRows ReadText(
        Stream text, FileStream file, string path, long lengthBytes, ReadingMeter meter, CancellationToken cancellation)
    {
        CandleRows rows = CandleTextReader.Read(text, path, lengthBytes, meter.Follow(() => file.Position), cancellation);
        meter.End(file.Length, rows);
        return rows;
    }

    private static CandleRows ReadGzip(
        FileStream file, string path, ArchiveLimits limits, ReadingMeter meter, CancellationToken cancellation)
    {
        // Set for every program of this repository in Directory.Build.props: a file that is cut off is an error.
        Guard.That(AppContext.TryGetSwitch("System.IO.Compression.UseStrictValidation", out bool isStrict) && isStrict);
        using GZipStream gzip = new(file, CompressionMode.Decompress);
        using UnpackedStream text = new(gzip, path, file.Length, limits);
        return ReadText(text, file, path, file.Length * 3, meter, cancellation);
    }

    private static List<CandleRows> ReadZip(
        FileStream file, string path, ArchiveLimits limits, ReadingMeter meter, CancellationToken cancellation)
    {
        List<CandleRows> all = [];
        try
        {
            using ZipArchive archive = new(file, ZipArchiveMode.Read);
            if (archive.Entries.Count > limits.MostEntries)
            {
                throw Failure(path, $"holds more than {limits.MostEntries} entries, expected candles");
            }

            CheckEntries(archive, path, limits);
            foreach (ZipArchiveEntry entry in archive.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                if (entry.FullName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                {
                    string name = $"{path}/{entry.FullName}";
                    long packed = Math.Min(entry.CompressedLength, file.Length);
                    using UnpackedStream text = new(entry.Open(), name, packed, limits, entry.Length, entry.Crc32);
                    double packedPerByte = (double)packed / Math.Max(1, entry.Length);
                    CandleRows rows = CandleTextReader.Read(
                        text, name, Math.Min(entry.Length, packed * 8), meter.Follow(() => (long)(text.Position * packedPerByte)), cancellation);
                    meter.End(packed, rows);
                    all.Add(rows);
                }
            }
        }
        catch (InvalidDataException)
        {
            throw Failure(path, "a damaged archive, expected a whole .zip");
        }

        return all.Count > 0 ? all : throw Failure(path, "the archive holds no .csv file, expected at least one");
    }

    // Nothing is ever written under an entry's name; but an archive that tries to climb is not one of candles.
    private static void CheckEntries(ZipArchive archive, string path, ArchiveLimits limits)
    {
        List<Problem> problems = [];
        long bytes = 0;
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            bytes += entry.Length;
            string name = entry.FullName;
            string? what = name switch
            {
                _ when Array.Exists(ArchiveEndings, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase)) =>
                    "an archive inside an archive, expected .csv files",
                _ when name.Split('/', '\\').Contains("..") || name.StartsWith('/') || name.Contains(':') =>
                    "a path that leads out of the archive, expected plain names",
                _ when ((entry.ExternalAttributes >> 16) & UnixTypeMask) == UnixSymbolicLink =>
                    "a symbolic link, expected .csv files",
                _ when entry.IsEncrypted => "an encrypted entry, expected plain ones",
                _ => null,
            };
            if (what is not null)
            {
                problems.Add(new Problem($"{path}/{name}", 0, 0, what));
            }
        }

        if (bytes > limits.MostBytes || bytes < 0)
        {
            problems.Add(new Problem(path, 0, 0, $"unpacks to more than {limits.MostBytes >> 20} MiB, expected less"));
        }

        if (problems.Count > 0)
        {
            throw new InputException(problems);
        }
    }

    // Binance publishes FILE.CHECKSUM beside each archive: its SHA-256 and its name.
    private static void CheckPublishedHash(string path, FileStream file)
    {
        string beside = path + ChecksumEnding;
        if (!File.Exists(beside))
        {
            return;
        }

        string published = File.ReadAllText(beside).Trim().Split(' ', 2)[0];
        string actual = Convert.ToHexStringLower(SHA256.HashData(file));
        file.Position = 0;
        if (!string.Equals(published, actual, StringComparison.OrdinalIgnoreCase))
        {
            throw Failure(path, $"its SHA-256 is {actual}, expected {published} as its {ChecksumEnding} file says");
        }
    }

    private static InputException Failure(string path, string message) => new(new Problem(path, 0, 0, message));
}
