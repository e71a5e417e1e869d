using System.Globalization;
using Neurotrade.Core.Market;

namespace Neurotrade.Web.Dashboard.History;

/// <summary>Who took a run out of the history.</summary>
public enum BinReason
{
    /// <summary>Somebody deleted it.</summary>
    Person,

    /// <summary>There were more than are kept.</summary>
    Quota,
}

/// <summary>Runs that left the history together.</summary>
/// <param name="Millis">When, Unix milliseconds.</param>
/// <param name="Reason">Who took them out.</param>
/// <param name="Ids">Newest first.</param>
public sealed record BinnedRuns(long Millis, BinReason Reason, IReadOnlyList<string> Ids);

/// <summary>
/// Where deleted runs lie until it is certain that nobody wants them back: <c>.bin</c> among the runs, each under a name
/// that tells when and why. A run goes there and comes back whole, by one renaming.
/// </summary>
internal sealed class RunBin(string runsFolder)
{
    /// <summary>How long a deleted run can be had back.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    private const char Between = '~';
    private readonly string folder = Path.Combine(runsFolder, ".bin");

    /// <summary>Takes a run in; nothing happens where there is none.</summary>
    public void Put(string id, BinReason reason, DateTimeOffset now)
    {
        string place = Path.Combine(runsFolder, id);
        if (Directory.Exists(place))
        {
            Directory.CreateDirectory(folder);
            Directory.Move(place, Path.Combine(folder, string.Create(
                CultureInfo.InvariantCulture, $"{now.ToUnixTimeMilliseconds()}{Between}{reason}{Between}{id}")));
        }
    }

    /// <summary>What lies in it, the last first.</summary>
    public IReadOnlyList<BinnedRuns> List() =>
    [
        .. Entries().GroupBy(entry => (entry.Millis, entry.Reason))
            .OrderByDescending(group => group.Key.Millis).ThenBy(group => group.Key.Reason)
            .Select(group => new BinnedRuns(
                group.Key.Millis, group.Key.Reason,
                [.. group.Select(entry => entry.Id).OrderDescending(StringComparer.Ordinal)])),
    ];

    /// <summary>Gives back what left together; ids of those that could be.</summary>
    public IReadOnlyList<string> Restore(BinnedRuns runs)
    {
        var back = new List<string>();
        foreach (Entry entry in Entries().Where(entry => entry.Millis == runs.Millis && entry.Reason == runs.Reason))
        {
            string place = Path.Combine(runsFolder, entry.Id);
            if (runs.Ids.Contains(entry.Id) && !Directory.Exists(place))
            {
                Directory.Move(entry.Path, place);
                back.Add(entry.Id);
            }
        }

        return back;
    }

    /// <summary>Deletes what has lain there long enough; everything where <paramref name="now"/> is null.</summary>
    public int Empty(DateTimeOffset? now)
    {
        Entry[] old = [.. Entries().Where(entry => now is not { } time || time - new Instant(entry.Millis).ToDateTimeOffset() >= KeptFor)];
        foreach (Entry entry in old)
        {
            Directory.Delete(entry.Path, recursive: true);
        }

        return old.Length;
    }

    private IEnumerable<Entry> Entries() => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateDirectories(folder).Select(Read).OfType<Entry>()];

    private static Entry? Read(string path) =>
        Path.GetFileName(path).Split(Between) is [var time, var reason, var id] && RunArchive.IsId(id)
        && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out long millis)
        && Enum.TryParse(reason, out BinReason why)
            ? new Entry(path, millis, why, id)
            : null;

    private sealed record Entry(string Path, long Millis, BinReason Reason, string Id);
}
