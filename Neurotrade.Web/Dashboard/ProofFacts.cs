using System.Collections.Immutable;
using System.Text.Json;

namespace Neurotrade.Web.Dashboard;

/// <summary>One series of candles that went into a run, as <c>run.json</c> has it.</summary>
public sealed record DataFacts(
    string Source,
    string Symbol,
    string Timeframe,
    bool IsDetail,
    long Candles,
    string? First,
    string? Last,
    string Fingerprint,
    long RefusedRows,
    long MissingCandles);

/// <summary>How far a run was proved and on what, read from the <c>run.json</c> that was kept with it.</summary>
/// <param name="Version">The version of the program that made the run.</param>
/// <param name="Seed">What the cuts were drawn from.</param>
/// <param name="Bars">Bars at which both evaluations were compared, over all symbols; null where nothing was proved.</param>
/// <param name="Hash">SHA-256 over every feature and rule.</param>
/// <param name="FailedBar">The first bar that differs.</param>
/// <param name="FailedWhat">Which feature or rule does.</param>
/// <param name="Data">The candles.</param>
public sealed record ProofFacts(
    string Version,
    long Seed,
    int? Bars,
    string? Hash,
    string? FailedBar,
    string? FailedWhat,
    ImmutableArray<DataFacts> Data)
{
    private const string FileName = "run.json";

    /// <summary>The facts of a run; null where they were not kept or cannot be read.</summary>
    internal static ProofFacts? Of(RunArchive archive, string id)
    {
        try
        {
            if (archive.FileOf(id, FileName) is not { } path)
            {
                return null;
            }

            using JsonDocument file = JsonDocument.Parse(File.ReadAllBytes(path));
            return Of(file.RootElement);
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException or UnauthorizedAccessException
            or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ProofFacts Of(JsonElement run)
    {
        JsonElement certificate = run.GetProperty("certificate");
        return new ProofFacts(
            run.GetProperty("version").GetString()!,
            run.GetProperty("seed").GetInt64(),
            certificate.TryGetProperty("bars", out JsonElement bars) ? bars.GetInt32() : null,
            TextOf(certificate, "hash"),
            TextOf(certificate, "bar"),
            TextOf(certificate, "what"),
            [.. run.GetProperty("data").EnumerateArray().Select(DataOf)]);
    }

    private static DataFacts DataOf(JsonElement data) => new(
        data.GetProperty("source").GetString()!,
        data.GetProperty("symbol").GetString()!,
        data.GetProperty("timeframe").GetString()!,
        data.GetProperty("detail").GetBoolean(),
        data.GetProperty("candles").GetInt64(),
        TextOf(data, "first"),
        TextOf(data, "last"),
        data.GetProperty("fingerprint").GetString()!,
        data.GetProperty("refused_rows").GetInt64(),
        data.GetProperty("missing_candles").GetInt64());

    private static string? TextOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
