using Neurotrade.Core.Market;

namespace Neurotrade.Web.Dashboard.Strategies;

/// <summary>A strategy file on the shelf.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="IsSample">It ships with the program; saving it makes a copy of one's own.</param>
/// <param name="ChangedMillis">When it was last written, Unix milliseconds.</param>
public sealed record ShelvedStrategy(string Name, bool IsSample, long ChangedMillis);

/// <summary>
/// The strategy files that pages show: one's own in <c>strategies</c> of the state folder, then the samples that ship. A
/// file of one's own stands before a sample of its name.
/// </summary>
internal sealed class StrategyShelf(string folder, string samples)
{
    /// <summary>More files of one's own are refused.</summary>
    public const int MostFiles = 500;

    /// <summary>The largest file, in bytes (contracts 3).</summary>
    public const int MostBytes = 256 * 1024;

    private const int LongestName = 80;
    private static readonly string[] Endings = [".yaml", ".yml", ".json"];

    /// <summary>One's own files by name, then samples.</summary>
    public IReadOnlyList<ShelvedStrategy> List()
    {
        ShelvedStrategy[] own = [.. Files(folder, isSample: false)];
        return [.. own, .. Files(samples, isSample: true).Where(sample => !Array.Exists(own, one => one.Name == sample.Name))];
    }

    /// <summary>The text of a file; null where there is none of that name.</summary>
    public string? Read(string name) => !IsName(name) ? null
        : File.Exists(Path.Combine(folder, name)) ? File.ReadAllText(Path.Combine(folder, name))
        : File.Exists(Path.Combine(samples, name)) ? File.ReadAllText(Path.Combine(samples, name))
        : null;

    /// <summary>Writes a file of one's own, wholly or not at all; <see cref="InputException"/> where it may not be.</summary>
    public void Save(string name, string text)
    {
        if (!IsName(name))
        {
            throw Refused(name, $"not a name for a strategy; expected letters, digits, spaces and . _ - ending in {string.Join(' ', Endings)}");
        }

        if (System.Text.Encoding.UTF8.GetByteCount(text) > MostBytes)
        {
            throw Refused(name, $"larger than {MostBytes / 1024} KiB, the most a strategy may hold");
        }

        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, name);
        if (!File.Exists(path) && Directory.EnumerateFiles(folder).Count() >= MostFiles)
        {
            throw Refused(name, $"there are {MostFiles} strategies already; delete some first");
        }

        string part = Path.Combine(folder, $".{Path.GetRandomFileName()}.part");
        File.WriteAllText(part, text);
        File.Move(part, path, overwrite: true);
    }

    /// <summary>Deletes a file of one's own; samples stay.</summary>
    public void Delete(string name)
    {
        if (IsName(name))
        {
            File.Delete(Path.Combine(folder, name));
        }
    }

    /// <summary>A name that may stand for a file, made of what somebody's file was called.</summary>
    public static string NameFrom(string fileName)
    {
        string last = fileName.Split('/', '\\')[^1];
        string safe = string.Concat(last.Select(c => IsLetter(c) ? c : '-')).TrimStart('.', '-', ' ');
        string ending = Path.GetExtension(safe).ToLowerInvariant();
        string stem = Path.GetFileNameWithoutExtension(safe).TrimEnd('.', ' ');
        stem = stem[..Math.Min(stem.Length, LongestName - 6)];
        return (stem.Length == 0 ? "strategy" : stem) + (Endings.Contains(ending) ? ending : ".yaml");
    }

    private static IEnumerable<ShelvedStrategy> Files(string place, bool isSample) => !Directory.Exists(place)
        ? []
        : new DirectoryInfo(place).EnumerateFiles()
            .Where(file => IsName(file.Name))
            .OrderBy(file => file.Name, StringComparer.OrdinalIgnoreCase)
            .Select(file => new ShelvedStrategy(file.Name, isSample, new DateTimeOffset(file.LastWriteTimeUtc).ToUnixTimeMilliseconds()));

    private static bool IsName(string name) => name.Length is > 0 and <= LongestName && name.All(IsLetter)
        && name[0] is not ('.' or ' ') && Endings.Contains(Path.GetExtension(name), StringComparer.Ordinal)
        && Path.GetFileNameWithoutExtension(name).Length > 0;

    private static bool IsLetter(char c) => char.IsAsciiLetterOrDigit(c) || c is ' ' or '.' or '_' or '-';

    private static InputException Refused(string name, string why) => new(new Problem(name, 0, 0, why));
}
