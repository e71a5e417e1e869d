using System.Collections.Frozen;
using System.Text.Json;

namespace Neurotrade.Web.Dashboard.Comparing;

/// <summary>The figures of one run by their keys, as its <c>metrics.json</c> holds them; undefined is null.</summary>
public sealed class RunFigures
{
    /// <summary>The convention of contracts 5.1, under which the file's own fields stand.</summary>
    public const string OwnConvention = "crypto365";

    private readonly FrozenDictionary<string, double?> values;
    private readonly FrozenDictionary<(string Convention, string Key), double?> others;

    private RunFigures(Dictionary<string, double?> values, Dictionary<(string, string), double?> others)
    {
        (this.values, this.others) = (values.ToFrozenDictionary(StringComparer.Ordinal), others.ToFrozenDictionary());
        Conventions = [.. others.Keys.Select(key => key.Item1).Distinct()];
    }

    /// <summary>Of a run's kept file; where none can be read, what the list of runs knows.</summary>
    internal static RunFigures Of(PastRun run, RunArchive archive)
    {
        try
        {
            return (archive.FileOf(run.Id, "metrics.json") is { } path ? Read(File.ReadAllText(path)) : null) ?? Of(run);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Of(run);
        }
    }

    /// <summary>No file was kept: the few figures that stand in the list of runs.</summary>
    public static RunFigures Of(PastRun run) => new(
        new(StringComparer.Ordinal)
        {
            ["final_equity"] = run.FinalEquity,
            ["total_return"] = run.TotalReturn,
            ["buy_and_hold_return"] = run.BuyAndHoldReturn,
            ["max_drawdown"] = run.MaxDrawdown,
            ["sharpe"] = run.Sharpe,
            ["win_rate"] = run.WinRate,
            ["trades"] = run.Trades,
            ["bars"] = run.Bars,
        },
        []);

    /// <summary>Reads a file; null where it is none.</summary>
    public static RunFigures? Read(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;
            var others = new Dictionary<(string, string), double?>();
            if (root.TryGetProperty("conventions", out JsonElement conventions))
            {
                foreach (JsonElement convention in conventions.EnumerateArray())
                {
                    string name = convention.GetProperty("name").GetString() ?? string.Empty;
                    foreach (JsonProperty field in convention.EnumerateObject()
                        .Where(field => field.Value.ValueKind is JsonValueKind.Number or JsonValueKind.Null))
                    {
                        others[(name, field.Name)] = Number(field.Value);
                    }
                }
            }

            return new RunFigures(
                RunFigure.All.ToDictionary(figure => figure.Key, figure => Number(At(root, figure.Key)), StringComparer.Ordinal), others);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Other programs' conventions that it is told under too.</summary>
    public IReadOnlyList<string> Conventions { get; }

    /// <summary>A figure, under a convention where that has it otherwise.</summary>
    public double? Value(RunFigure figure, string convention = OwnConvention) =>
        others.TryGetValue((convention, figure.Key), out double? other) ? other : values.GetValueOrDefault(figure.Key);

    private static JsonElement? At(JsonElement root, string key)
    {
        JsonElement at = root;
        foreach (string name in key.Split('.'))
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
            {
                return null;
            }
        }

        return at;
    }

    private static double? Number(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Number } number && double.IsFinite(number.GetDouble()) ? number.GetDouble() : null;
}
