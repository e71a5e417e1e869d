using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Neurotrade.Core.Market;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Dashboard.Optimising;

/// <summary>
/// The sweeps in the state folder, a folder each: <c>plan.json</c> says what was asked, <c>status.json</c> what became of
/// it, beside them <c>sweep.part</c> while it runs, then <c>sweep.csv</c> and <c>sweep.json</c>.
/// </summary>
internal sealed class SweepStore(string folder)
{
    public const string PlanName = "plan.json";
    public const string StatusName = "status.json";
    public const string TableName = "sweep.csv";
    public const string RecordName = "sweep.json";

    /// <summary>The folder that holds them; it may not exist yet.</summary>
    public string Folder { get; } = folder;

    /// <summary>All that can be read, oldest first.</summary>
    public IReadOnlyList<(AskedSweep Asked, SweepStatus Status)> List() => !Directory.Exists(Folder)
        ? []
        :
        [
            .. Directory.EnumerateDirectories(Folder).Select(path => Path.GetFileName(path)).Where(RunArchive.IsId)
                .Order(StringComparer.Ordinal)
                .Select(id => (Asked: Read(id, PlanName, SweepJson.Default.AskedSweep), Status: Read(id, StatusName, SweepJson.Default.SweepStatus)))
                .Where(one => one is { Asked: not null, Status: not null })
                .Select(one => (one.Asked!, one.Status!)),
        ];

    /// <summary>The folder of a sweep.</summary>
    public string PlaceOf(string id)
    {
        Guard.That(RunArchive.IsId(id));
        return Path.Combine(Folder, id);
    }

    /// <summary>The path of one of a sweep's files; null where it is not there.</summary>
    public string? FileOf(string id, string name)
    {
        string path = Path.Combine(Folder, id, name);
        return RunArchive.IsId(id) && File.Exists(path) ? path : null;
    }

    /// <summary>Keeps what was asked, then what became of it: a sweep with a status is whole.</summary>
    public void Add(AskedSweep asked, SweepStatus status)
    {
        WholeFile.Write(Path.Combine(PlaceOf(asked.Id), PlanName), JsonSerializer.Serialize(asked, SweepJson.Default.AskedSweep));
        Keep(asked.Id, status);
    }

    /// <summary>Keeps what became of a sweep.</summary>
    public void Keep(string id, SweepStatus status) =>
        WholeFile.Write(Path.Combine(PlaceOf(id), StatusName), JsonSerializer.Serialize(status, SweepJson.Default.SweepStatus));

    private T? Read<T>(string id, string name, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(Path.Combine(Folder, id, name)), type);
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
