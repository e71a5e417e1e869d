using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Neurotrade.Core.Market;

namespace Neurotrade.Web.Dashboard.Strategies;

/// <summary>A text that a strategy file once held.</summary>
/// <param name="Number">Counts the saves of a file from 1.</param>
/// <param name="SavedMillis">When it was saved, Unix milliseconds.</param>
/// <param name="TextHash">The beginning of its text's SHA-256: equal texts have equal ones.</param>
public sealed record StrategyVersion(int Number, long SavedMillis, string TextHash);

/// <summary>
/// The former texts of strategy files, each a plain file: <c>NAME/000007-20261122T150755123Z-0123456789abcdef.yaml</c>. A
/// version is there wholly or not at all; nothing else says which versions there are.
/// </summary>
internal sealed class StrategyVersions(string folder, TimeProvider clock)
{
    /// <summary>Versions of one file; the oldest go.</summary>
    public const int MostVersions = 100;

    private const string TimeFormat = "yyyyMMdd'T'HHmmssfff'Z'";
    private const int HashLength = 16;
    private readonly Lock gate = new();

    /// <summary>The versions of a file, newest first; none where it has none.</summary>
    public IReadOnlyList<StrategyVersion> List(string name) =>
        [.. Files(name).Select(file => file.Version).OrderByDescending(one => one.Number).ThenByDescending(one => one.SavedMillis)];

    /// <summary>A version's text; null where there is none of that number.</summary>
    public string? Read(string name, int number)
    {
        try
        {
            string? path = Files(name).Where(file => file.Version.Number == number)
                .OrderByDescending(file => file.Version.SavedMillis).Select(file => file.Path).FirstOrDefault();
            return path is null ? null : File.ReadAllText(path);
        }
        catch (FileNotFoundException)
        {
            // It has just become one too many.
            return null;
        }
    }

    /// <summary>Keeps a text as the newest version; where the newest holds it already, nothing is written.</summary>
    public StrategyVersion Keep(string name, string text)
    {
        StrategyName.Require(name);
        lock (gate)
        {
            string hash = HashOf(text);
            StrategyVersion? newest = Newest(name);
            if (newest?.TextHash == hash)
            {
                return newest;
            }

            var version = new StrategyVersion((newest?.Number ?? 0) + 1, clock.GetUtcNow().ToUnixTimeMilliseconds(), hash);
            WholeFile.Write(PathOf(name, version), text);
            Prune(name);
            return version;
        }
    }

    /// <summary>Gives all versions of a file to another name, after those that it may have.</summary>
    public void Move(string name, string newName)
    {
        StrategyName.Require(newName);
        lock (gate)
        {
            int before = Newest(newName)?.Number ?? 0;
            foreach ((string path, StrategyVersion version) in Files(name).OrderBy(file => file.Version.Number).ToArray())
            {
                Directory.CreateDirectory(Path.Combine(folder, newName));
                File.Move(path, PathOf(newName, version with { Number = before + version.Number }));
            }

            Remove(name);
            Prune(newName);
        }
    }

    /// <summary>Forgets a file.</summary>
    public void Remove(string name)
    {
        if (StrategyName.IsGood(name) && Directory.Exists(Path.Combine(folder, name)))
        {
            Directory.Delete(Path.Combine(folder, name), recursive: true);
        }
    }

    /// <summary>Notes that something has happened to a file just now.</summary>
    public void Touch(string name) => Directory.SetLastWriteTimeUtc(Path.Combine(folder, name), clock.GetUtcNow().UtcDateTime);

    /// <summary>When something last happened to a file or its versions, Unix milliseconds.</summary>
    public long TouchedMillis(string name) =>
        new DateTimeOffset(Directory.GetLastWriteTimeUtc(Path.Combine(folder, name))).ToUnixTimeMilliseconds();

    /// <summary>Every file that has versions, in no particular order.</summary>
    public IReadOnlyList<string> Names() => Directory.Exists(folder)
        ? [.. Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)).Where(StrategyName.IsGood)]
        : [];

    /// <summary>What stands for a text in <see cref="StrategyVersion.TextHash"/>.</summary>
    public static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength];

    private StrategyVersion? Newest(string name) => List(name) is [var newest, ..] ? newest : null;

    private void Prune(string name)
    {
        foreach ((string path, _) in Files(name).OrderByDescending(file => file.Version.Number).Skip(MostVersions).ToArray())
        {
            File.Delete(path);
        }
    }

    private IEnumerable<(string Path, StrategyVersion Version)> Files(string name)
    {
        string place = Path.Combine(folder, name);
        if (!StrategyName.IsGood(name) || !Directory.Exists(place))
        {
            yield break;
        }

        foreach (string path in Directory.EnumerateFiles(place))
        {
            if (Parse(Path.GetFileNameWithoutExtension(path)) is { } version)
            {
                yield return (path, version);
            }
        }
    }

    private string PathOf(string name, StrategyVersion version)
    {
        string time = new Instant(version.SavedMillis).ToDateTimeOffset().UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
        string file = string.Create(CultureInfo.InvariantCulture, $"{version.Number:D6}-{time}-{version.TextHash}{Path.GetExtension(name)}");
        return Path.Combine(folder, name, file);
    }

    private static StrategyVersion? Parse(string stem) => stem.Split('-') is [var number, var time, { Length: HashLength } hash]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int counted)
        && DateTimeOffset.TryParseExact(time, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at)
            ? new StrategyVersion(counted, at.ToUnixTimeMilliseconds(), hash)
            : null;
}
