using System.Globalization;
using System.Text.Json;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;
using Neurotrade.Web.Dashboard.History;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Dashboard.Comparing;

/// <summary>A run as it stands beside others: its figures, its strategy as it ran, and what it was made from.</summary>
public sealed record ComparedRun
{
    public required KeptRun Kept { get; init; }

    public required RunFigures Figures { get; init; }

    /// <summary>The strategy with every default and parameter filled in; null where it was not kept.</summary>
    public string? StrategyText { get; init; }

    /// <summary>What it was made from, by name; the same names in the same order for every run.</summary>
    public required IReadOnlyDictionary<string, string> Facts { get; init; }

    /// <summary>The parameters that it ran with.</summary>
    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    /// <summary>What tells it from the others of a comparison, where they are called the same.</summary>
    public string? Mark { get; init; }

    /// <summary>What it is called beside the others.</summary>
    public string Title => Mark is null ? Kept.Name : $"{Kept.Name} · {Mark}";

    public PastRun Run => Kept.Run;

    /// <summary>The currency that its amounts are in.</summary>
    public string Quote => Symbol.TryParse(Run.Symbols.FirstOrDefault() ?? string.Empty, out Symbol symbol) ? symbol.Quote : string.Empty;

    /// <summary>Reads what was kept of a run; what was not is left out.</summary>
    internal static ComparedRun Of(KeptRun kept, RunArchive archive)
    {
        string? strategy = TextOf(archive, kept.Id, RunArchive.StrategyName);
        using JsonDocument? record = Json(TextOf(archive, kept.Id, "run.json"));
        return new ComparedRun
        {
            Kept = kept,
            Figures = RunFigures.Of(kept.Run, archive),
            StrategyText = strategy,
            Facts = FactsOf(kept.Run, strategy is null ? null : StrategyCheck.Of(strategy, RunArchive.StrategyName).Strategy, record?.RootElement),
            Parameters = ParametersOf(record?.RootElement),
        };
    }

    private static Dictionary<string, string> FactsOf(PastRun run, Strategy? strategy, JsonElement? record) => new(StringComparer.Ordinal)
    {
        ["Strategy"] = run.Strategy,
        ["Symbols"] = string.Join(", ", run.Symbols),
        ["Bars of"] = run.Timeframe,
        ["Walked in"] = strategy?.Market.Detail?.ToString() ?? (strategy is null ? Unknown : "its own bars"),
        ["First bar"] = Time(run.StartMillis),
        ["End"] = Time(run.EndMillis),
        ["Candles from"] = record is { } data ? SourcesOf(data) : Unknown,
        ["Candles, SHA-256"] = run.DataFingerprint ?? Unknown,
        ["Capital"] = run.Capital.ToString("N2", CultureInfo.InvariantCulture),
        ["Fee, maker and taker"] = strategy is null ? Unknown : $"{Percent(strategy.Costs.MakerFee)}, {Percent(strategy.Costs.TakerFee)}",
        ["Slippage"] = strategy?.Costs.Slippage switch
        {
            SlippageModel.Ratio ratio => Percent(ratio.Fraction),
            SlippageModel.VolumeShare share => $"by volume: impact {Percent(share.Impact)}, at most {Percent(share.Limit)}",
            _ => Unknown,
        },
        ["Instrument rules, SHA-256"] = record is { } rules ? StringOf(rules, "rules_hash") ?? "none" : Unknown,
        ["Seed"] = record is { } seeded && seeded.TryGetProperty("seed", out JsonElement seed) ? seed.ToString() : Unknown,
        ["Look-ahead"] = run.LookAhead switch { Proof.Proved => "proved none", Proof.Failed => "looks ahead", _ => "not checked" },
        ["Program"] = record is { } made ? StringOf(made, "version") ?? Unknown : Unknown,
    };

    private const string Unknown = "not kept";

    private static Dictionary<string, string> ParametersOf(JsonElement? record) =>
        record is { } root && root.TryGetProperty("parameters", out JsonElement all) && all.ValueKind == JsonValueKind.Object
            ? all.EnumerateObject().ToDictionary(one => one.Name, one => one.Value.ToString(), StringComparer.Ordinal)
            : [];

    private static string SourcesOf(JsonElement record) =>
        record.TryGetProperty("data", out JsonElement data) && data.ValueKind == JsonValueKind.Array
            ? string.Join(", ", data.EnumerateArray().Select(one => StringOf(one, "source")).OfType<string>().Distinct())
            : Unknown;

    private static string? StringOf(JsonElement record, string name) =>
        record.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Percent(double fraction) => $"{(decimal)fraction * 100:0.####}%";

    private static string Time(long millis) => new Instant(millis).ToDateTimeOffset().UtcDateTime
        .ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string? TextOf(RunArchive archive, string id, string name)
    {
        try
        {
            return archive.FileOf(id, name) is { } path ? File.ReadAllText(path) : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static JsonDocument? Json(string? text)
    {
        try
        {
            return text is null ? null : JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
