using System.Globalization;
using System.Text.Json;

namespace Neurotrade.Web.Dashboard.Imports;

/// <summary>
/// What imports leave on disk: <c>imports/ID.json</c> says what became of each, and <c>uploads/ID/</c> holds the file
/// until it is stored.
/// </summary>
internal sealed class ImportStore(string stateFolder)
{
    /// <summary>Ended imports that are kept; older ones go, their candles stay.</summary>
    public const int MostEnded = 200;

    private const string Ending = ".json";
    private const int LongestFileName = 120;

    private readonly string records = Path.Combine(stateFolder, "imports");
    private readonly string uploads = Path.Combine(stateFolder, "uploads");

    /// <summary>All that are kept, oldest first; what cannot be read is left out.</summary>
    public IReadOnlyList<FileImport> List() => !Directory.Exists(records)
        ? []
        : [.. Directory.EnumerateFiles(records, $"*{Ending}").Select(Read).OfType<FileImport>().OrderBy(one => one.Id)];

    /// <summary>Keeps a record, wholly or not at all.</summary>
    public void Keep(FileImport import)
    {
        Directory.CreateDirectory(records);
        string path = RecordOf(import.Id);
        File.WriteAllText($"{path}.part", JsonSerializer.Serialize(import, ImportJson.Default.FileImport));
        File.Move($"{path}.part", path, overwrite: true);
    }

    /// <summary>Forgets a record; its candles stay.</summary>
    public void Forget(long id) => File.Delete(RecordOf(id));

    /// <summary>Makes the place of an upload and gives the path of its file.</summary>
    public string MakePlace(FileImport import)
    {
        string path = FileOf(import);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>
    /// The path of an upload's file. In a folder of its own it keeps the name that tells its symbol and meets no other;
    /// what might do harm in a path stands as <c>_</c>, so that it tells a symbol only where its name does.
    /// </summary>
    public string FileOf(FileImport import)
    {
        string safe = string.Concat(import.Name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '_')).TrimStart('.');
        return Path.Combine(PlaceOf(import.Id), safe.Length == 0 ? "upload.csv" : safe[Math.Max(0, safe.Length - LongestFileName)..]);
    }

    /// <summary>Whether all of an upload is there.</summary>
    public bool IsWhole(FileImport import) => new FileInfo(FileOf(import)) is { Exists: true } file && file.Length == import.Bytes;

    /// <summary>Removes an upload; nothing happens where there is none.</summary>
    public void Remove(long id)
    {
        string place = PlaceOf(id);
        if (Directory.Exists(place))
        {
            Directory.Delete(place, recursive: true);
        }
    }

    /// <summary>Removes every upload but these: what servers that were cut off have left.</summary>
    public void RemoveAllBut(IEnumerable<long> ids)
    {
        if (!Directory.Exists(uploads))
        {
            return;
        }

        HashSet<string> kept = [.. ids.Select(PlaceOf)];
        foreach (string place in Directory.EnumerateDirectories(uploads).Where(place => !kept.Contains(place)).ToList())
        {
            Directory.Delete(place, recursive: true);
        }
    }

    private string RecordOf(long id) => Path.Combine(records, $"{NumberOf(id)}{Ending}");

    private string PlaceOf(long id) => Path.Combine(uploads, NumberOf(id));

    private static string NumberOf(long id) => id.ToString("D8", CultureInfo.InvariantCulture);

    private static FileImport? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), ImportJson.Default.FileImport);
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
