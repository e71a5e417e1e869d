using System.Globalization;
using Neurotrade.Core.Market;

namespace Neurotrade.Web.Dashboard.Strategies;

/// <summary>A strategy file on the shelf.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="IsSample">It ships with the program; saving it makes a copy of one's own.</param>
/// <param name="ChangedMillis">When it was last written, Unix milliseconds.</param>
public sealed record ShelvedStrategy(string Name, bool IsSample, long ChangedMillis);

/// <summary>
/// The strategy files that pages show: one's own in <c>strategies</c> of the state folder, then the samples that ship. A
/// file of one's own stands before a sample of its name. Whatever a file held before a change is kept among its versions.
/// </summary>
internal sealed class StrategyShelf(string folder, string samples, TimeProvider clock)
{
    /// <summary>More files of one's own are refused.</summary>
    public const int MostFiles = 500;

    /// <summary>The largest file, in bytes (contracts 3).</summary>
    public const int MostBytes = 256 * 1024;

    /// <summary>Deleted files whose versions are kept; those that were deleted first go.</summary>
    public const int MostDeleted = 50;

    private readonly Lock gate = new();

    /// <summary>What the files held before.</summary>
    public StrategyVersions Versions { get; } = new(Path.Combine(folder, ".versions"), clock);

    /// <summary>What was typed and not saved.</summary>
    public StrategyDrafts Drafts { get; } = new(Path.Combine(folder, ".drafts"));

    /// <summary>One's own files by name, then samples.</summary>
    public IReadOnlyList<ShelvedStrategy> List()
    {
        ShelvedStrategy[] own = [.. Files(folder, isSample: false)];
        return [.. own, .. Files(samples, isSample: true).Where(sample => !Array.Exists(own, one => one.Name == sample.Name))];
    }

    /// <summary>The text of a file; null where there is none of that name.</summary>
    public string? Read(string name) => !StrategyName.IsGood(name) ? null
        : File.Exists(Path.Combine(folder, name)) ? File.ReadAllText(Path.Combine(folder, name))
        : File.Exists(Path.Combine(samples, name)) ? File.ReadAllText(Path.Combine(samples, name))
        : null;

    /// <summary>
    /// Writes a file of one's own, wholly or not at all, and keeps what it held; <see cref="InputException"/> where it may not be.
    /// </summary>
    public StrategyVersion Save(string name, string text)
    {
        StrategyName.Require(name);
        if (System.Text.Encoding.UTF8.GetByteCount(text) > MostBytes)
        {
            throw StrategyName.Refused(name, $"larger than {MostBytes / 1024} KiB, the most a strategy may hold");
        }

        lock (gate)
        {
            RequireRoom(name);
            if (Read(name) is { } former)
            {
                // Also where somebody has changed the file by hand.
                Versions.Keep(name, former);
            }

            StrategyVersion version = Versions.Keep(name, text);
            WholeFile.Write(Path.Combine(folder, name), text);
            return version;
        }
    }

    /// <summary>Writes a file of one's own that was not there; <see cref="InputException"/> where the name is taken.</summary>
    public StrategyVersion Create(string name, string text)
    {
        StrategyName.Require(name);
        lock (gate)
        {
            RequireFree(name, except: null);
            return Save(name, text);
        }
    }

    /// <summary>Gives a file of one's own and its versions another name; <see cref="InputException"/> where it may not have it.</summary>
    public void Rename(string name, string newName)
    {
        StrategyName.Require(name);
        StrategyName.Require(newName);
        lock (gate)
        {
            if (!File.Exists(Path.Combine(folder, name)))
            {
                throw StrategyName.Refused(name, "there is no such file of your own");
            }

            if (newName == name)
            {
                return;
            }

            RequireFree(newName, except: name);
            File.Move(Path.Combine(folder, name), Path.Combine(folder, newName));
            Versions.Move(name, newName);
            Drafts.Move(name, newName);
        }
    }

    /// <summary>Deletes a file of one's own, but not its versions; samples stay.</summary>
    public void Delete(string name)
    {
        if (!StrategyName.IsGood(name) || !File.Exists(Path.Combine(folder, name)))
        {
            return;
        }

        lock (gate)
        {
            Versions.Keep(name, File.ReadAllText(Path.Combine(folder, name)));
            Versions.Touch(name);
            Drafts.Drop(name);
            File.Delete(Path.Combine(folder, name));
            foreach (DeletedStrategy old in Deleted().Skip(MostDeleted))
            {
                Versions.Remove(old.Name);
            }
        }
    }

    /// <summary>Files of one's own that were deleted and can be had back, the last deleted first.</summary>
    public IReadOnlyList<DeletedStrategy> Deleted() =>
    [
        .. Versions.Names().Where(name => !File.Exists(Path.Combine(folder, name)))
            .Select(name => new DeletedStrategy(name, Versions.TouchedMillis(name)))
            .OrderByDescending(one => one.DeletedMillis).ThenBy(one => one.Name, StringComparer.Ordinal),
    ];

    /// <summary>Puts a deleted file back as it was; <see cref="InputException"/> where it is not known any more.</summary>
    public void Recover(string name)
    {
        StrategyName.Require(name);
        lock (gate)
        {
            if (Versions.List(name) is not [var newest, ..] || Versions.Read(name, newest.Number) is not { } text)
            {
                throw StrategyName.Refused(name, "it is not known any more");
            }

            if (File.Exists(Path.Combine(folder, name)))
            {
                throw StrategyName.Refused(name, "there is a file of that name again; rename it first");
            }

            Save(name, text);
        }
    }

    private void RequireRoom(string name)
    {
        if (File.Exists(Path.Combine(folder, name)))
        {
            return;
        }

        string[] own = [.. Files(folder, isSample: false).Select(one => one.Name)];
        if (own.Length >= MostFiles)
        {
            throw StrategyName.Refused(name, string.Create(
                CultureInfo.InvariantCulture, $"there are {MostFiles} strategies already; delete some first"));
        }

        // Where case is not told apart, one would replace the other.
        if (own.FirstOrDefault(one => one.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } similar)
        {
            throw StrategyName.Refused(name, $"there is {similar} already; names that differ only in case are one on some systems");
        }
    }

    private void RequireFree(string name, string? except)
    {
        ShelvedStrategy? taken = List().FirstOrDefault(one => one.Name != except && one.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (taken is not null)
        {
            throw StrategyName.Refused(
                name, taken.IsSample ? "a sample has that name; choose another" : $"{taken.Name} is there already; choose another name");
        }
    }

    private static IEnumerable<ShelvedStrategy> Files(string place, bool isSample) => !Directory.Exists(place)
        ? []
        : new DirectoryInfo(place).EnumerateFiles()
            .Where(file => StrategyName.IsGood(file.Name))
            .OrderBy(file => file.Name, StringComparer.OrdinalIgnoreCase)
            .Select(file => new ShelvedStrategy(file.Name, isSample, new DateTimeOffset(file.LastWriteTimeUtc).ToUnixTimeMilliseconds()));
}

/// <summary>A file that was deleted.</summary>
/// <param name="Name">What it was called.</param>
/// <param name="DeletedMillis">When, Unix milliseconds.</param>
public sealed record DeletedStrategy(string Name, long DeletedMillis);
