using System.Text.Json;
using System.Text.Json.Serialization;

namespace Neurotrade.Web.Dashboard.History;

/// <summary>What a person has said of a run: keep it, and what it is called. Lies in the run's own folder.</summary>
public sealed record RunNote
{
    /// <summary>The longest label.</summary>
    public const int MostLabel = 80;

    /// <summary>The file's name; it is none of the run's result files.</summary>
    public const string FileName = "note.json";

    /// <summary>Nothing was said.</summary>
    public static RunNote None { get; } = new();

    /// <summary>Stays however many runs there are.</summary>
    public bool IsPinned { get; init; }

    /// <summary>A few words; null without any.</summary>
    public string? Label { get; init; }

    /// <summary>A label as it is kept: one line, trimmed, not too long; null where nothing is left.</summary>
    public static string? Plain(string? label)
    {
        string plain = string.Join(' ', string.Concat((label ?? string.Empty).Select(c => char.IsControl(c) ? ' ' : c))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (plain.Length > MostLabel)
        {
            // Half of a pair of characters would be no character.
            plain = plain[..(char.IsHighSurrogate(plain[MostLabel - 1]) ? MostLabel - 1 : MostLabel)].TrimEnd();
        }

        return plain.Length == 0 ? null : plain;
    }

    /// <summary>Reads a run's note; one that cannot be read pins its run, so that nothing goes by a damaged file.</summary>
    public static RunNote Read(string runFolder)
    {
        string path = Path.Combine(runFolder, FileName);
        try
        {
            RunNote? note = File.Exists(path)
                ? JsonSerializer.Deserialize(File.ReadAllText(path), RunNoteJson.Default.RunNote)
                : None;
            return note is null ? Damaged : note with { Label = Plain(note.Label) };
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException or UnauthorizedAccessException)
        {
            return Damaged;
        }
    }

    /// <summary>Writes the note wholly or not at all, and so that it outlives a loss of power.</summary>
    public void Write(string runFolder)
    {
        string part = Path.Combine(runFolder, $".{Path.GetRandomFileName()}.part");
        try
        {
            using (FileStream file = File.Create(part))
            {
                JsonSerializer.Serialize(file, this, RunNoteJson.Default.RunNote);
                file.Flush(flushToDisk: true);
            }

            File.Move(part, Path.Combine(runFolder, FileName), overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    private static RunNote Damaged { get; } = new() { IsPinned = true };
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RunNote))]
internal sealed partial class RunNoteJson : JsonSerializerContext;
