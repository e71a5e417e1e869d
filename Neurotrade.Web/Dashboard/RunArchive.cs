using System.Globalization;
using System.Text.Json;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research;

namespace Neurotrade.Web.Dashboard;

/// <summary>
/// The finished runs in the state folder: <c>runs/ID/record.json</c> and, beside it, the run's own report. A run
/// appears whole or not at all: its folder is made under another name and moved into place.
/// </summary>
internal sealed class RunArchive(string folder)
{
    /// <summary>Runs that are listed; older ones stay on disk.</summary>
    public const int MostListed = 1000;

    /// <summary>A row for each bar, which is not kept.</summary>
    public const string EquityName = "equity.csv";

    private const string RecordName = "record.json";
    private const string ReportName = "report.html";

    /// <summary>The strategy as it ran.</summary>
    public const string StrategyName = "strategy.yaml";

    /// <summary>The exchange's rules that it ran under.</summary>
    public const string RulesName = "rules.json";

    private const string PartPrefix = ".part-";

    /// <summary>The folder that holds the runs; it may not exist yet.</summary>
    public string Folder { get; } = folder;

    /// <summary>Keeps a run under a new id and returns the record with it. The report is copied.</summary>
    public PastRun Add(PastRun run, string reportPath) =>
        Add(run, part => File.Copy(reportPath, Path.Combine(part, ReportName), overwrite: true));

    /// <summary>The same with all of a run's files but the longest, which is made again when somebody asks for it.</summary>
    public PastRun Add(PastRun run, IReadOnlyList<ResultFile> files) => Add(run, part =>
    {
        foreach (ResultFile file in files.Where(file => file.Name != EquityName))
        {
            using FileStream target = File.Create(Path.Combine(part, file.Name));
            foreach (ReadOnlyMemory<byte> bytes in file.Parts)
            {
                target.Write(bytes.Span);
            }
        }
    });

    private PastRun Add(PastRun run, Action<string> fill)
    {
        Directory.CreateDirectory(Folder);
        string part = Path.Combine(Folder, $"{PartPrefix}{Environment.ProcessId}-{run.FinishedMillis}-{run.Hash[..8]}");
        Directory.CreateDirectory(part);
        try
        {
            fill(part);
            for (int attempt = 1; ; attempt++)
            {
                PastRun kept = run with { Id = IdOf(run, attempt) };
                string place = Path.Combine(Folder, kept.Id);
                if (Directory.Exists(place))
                {
                    continue;
                }

                File.WriteAllText(Path.Combine(part, RecordName), JsonSerializer.Serialize(kept, RunJson.Default.PastRun));
                Directory.Move(part, place);
                return kept;
            }
        }
        catch
        {
            Directory.Delete(part, recursive: true);
            throw;
        }
    }

    /// <summary>The newest runs, newest first, at most <see cref="MostListed"/>; what cannot be read is left out.</summary>
    public IReadOnlyList<PastRun> List() =>
        [.. Ids().OrderDescending(StringComparer.Ordinal).Take(MostListed).Select(id => Read(id, out _)).OfType<PastRun>()];

    /// <summary>Ids of all runs in no particular order; cheap enough to be asked every second.</summary>
    public IEnumerable<string> Ids() => Directory.Exists(Folder)
        ? Directory.EnumerateDirectories(Folder).Select(path => Path.GetFileName(path)).Where(IsId)
        : [];

    /// <summary>Ids come back to us in addresses: letters, digits and dashes only, so that no path hides in one.</summary>
    public static bool IsId(string name) =>
        name.Length is > 0 and <= 64 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && name[0] != '-';

    /// <summary>The path of a run's report; null where there is no such run.</summary>
    public string? ReportOf(string id)
    {
        string path = Path.Combine(Folder, id, ReportName);
        return IsId(id) && File.Exists(path) ? path : null;
    }

    /// <summary>The run of that id; null where there is none that can be read.</summary>
    public PastRun? Find(string id) => IsId(id) ? Read(id, out _) : null;

    /// <summary>Whether there is a run of that id, or what is left of one.</summary>
    public bool Has(string id) => IsId(id) && Directory.Exists(PlaceOf(id));

    /// <summary>The folder of a run; it may not exist.</summary>
    public string PlaceOf(string id)
    {
        Guard.That(IsId(id));
        return Path.Combine(Folder, id);
    }

    /// <summary>The path of one of a run's files; null where it was not kept.</summary>
    public string? FileOf(string id, string name)
    {
        string path = Path.Combine(Folder, id, name);
        return IsId(id) && Path.GetFileName(name) == name && File.Exists(path) ? path : null;
    }

    /// <summary>Paths of the files that a run left; none where there is no such run.</summary>
    public IReadOnlyList<string> FilesOf(string id) => !IsId(id)
        ? []
        : [.. ResultFiles.KnownNames.Append(RulesName).Distinct().Select(name => Path.Combine(Folder, id, name)).Where(File.Exists)];

    /// <summary>The run of that id; null and why where its folder holds none that can be read.</summary>
    public PastRun? Read(string id, out string why)
    {
        why = string.Empty;
        try
        {
            string text = File.ReadAllText(Path.Combine(Folder, id, RecordName));
            PastRun? run = JsonSerializer.Deserialize(text, RunJson.Default.PastRun);
            why = run?.Id == id ? string.Empty : $"{RecordName} is of another run";
            return run?.Id == id ? run : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException or UnauthorizedAccessException)
        {
            why = unreadable switch
            {
                FileNotFoundException or DirectoryNotFoundException => $"there is no {RecordName} in it",
                JsonException => $"{RecordName} is damaged",
                _ => $"{RecordName} cannot be read",
            };
            return null;
        }
    }

    private static string IdOf(PastRun run, int attempt)
    {
        Guard.That(run.Hash.Length >= 8);
        string time = new Instant(run.FinishedMillis).ToDateTimeOffset().UtcDateTime
            .ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture);
        string suffix = attempt == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"-{attempt}");
        return $"{time}-{run.Hash[..8]}{suffix}";
    }
}
