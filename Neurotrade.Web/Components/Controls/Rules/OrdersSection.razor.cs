using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Strategies.Editing;

namespace Neurotrade.Web.Components.Controls.Rules;

/// <summary>How positions are sized, entered, protected and left.</summary>
public sealed partial class OrdersSection
{
    private static readonly (string, string)[] Sizes =
    [
        (string.Empty, "all of equity"), ("percent_of_equity", "a share of equity"), ("quote_amount", "an amount"),
        ("risk", "by what is risked"),
    ];

    private static readonly (string Key, string Label, string Hint)[] SizeParts =
    [
        ("percent_of_equity", "Share of equity", "10%"), ("quote_amount", "Amount, quote currency", "250"),
        ("risk", "Risk, of equity", "1%"), ("stop", "Lost when the price falls by", "2 atr"),
    ];

    private static readonly (string, string)[] Entries = [("market", "at market"), ("limit", "with a limit")];

    [CascadingParameter]
    public required FormScope Scope { get; set; }

    private StrategyText Text => Scope.Form.Text;

    private string SizeKind => Text.Keys("orders.size").FirstOrDefault(key => Sizes.Any(size => size.Item1 == key && key.Length > 0))
        is { } kind ? Text.Has("orders.size.risk") ? "risk" : kind : string.Empty;

    // What stands in the file is shown beside what the kind needs, even where both cannot be.
    private IEnumerable<(string Key, string Label, string Hint)> SizeFields => SizeParts.Where(one =>
        one.Key == SizeKind || (one.Key == "stop" && SizeKind == "risk") || Text.Has($"orders.size.{one.Key}"));

    private string EntryKind => Text.Value("orders.entry.type") ?? "market";

    private IReadOnlyList<(string, string)> EntriesNow => Entries.Any(one => one.Item1 == EntryKind)
        ? Entries
        : [(EntryKind, $"{EntryKind} · unknown"), .. Entries];

    private bool IsTrailingBlock => Text.Keys("orders.trailing_stop").Count > 0;

    private IReadOnlyList<string> Targets => Text.Has("orders.take_profit.0") ? Text.Keys("orders.take_profit") : [];

    private Task SetSizeAsync(string? kind) => kind switch
    {
        "percent_of_equity" => PutAsync("orders.size", new JsonObject { [kind] = "10%" }),
        "quote_amount" => PutAsync("orders.size", new JsonObject { [kind] = "250" }),
        "risk" => PutAsync("orders.size", new JsonObject { [kind] = "1%", ["stop"] = Text.Value("orders.stop_loss") ?? "2 atr" }),
        _ => Scope.SetAsync("orders.size", null),
    };

    private Task SetEntryAsync(string? kind) => kind == "limit"
        ? PutAsync("orders.entry", new JsonObject { ["type"] = "limit", ["offset"] = "0.1%" })
        : Scope.SetAsync("orders.entry", null);

    private Task SetTrailAsync(string distance) => distance.Length == 0 ? Scope.SetAsync("orders.trailing_stop", null)
        : Scope.SetAsync(IsTrailingBlock ? "orders.trailing_stop.distance" : "orders.trailing_stop", distance);

    private Task SetAfterAsync(string after)
    {
        string distance = Text.Value("orders.trailing_stop.distance") ?? Text.Value("orders.trailing_stop") ?? string.Empty;
        return after.Length == 0 ? PutAsync("orders.trailing_stop", JsonValue.Create(distance))
            : IsTrailingBlock ? Scope.SetAsync("orders.trailing_stop.after", after)
            : PutAsync("orders.trailing_stop", new JsonObject { ["distance"] = distance, ["after"] = after });
    }

    private Task SplitAsync() => PutAsync("orders.take_profit", new JsonArray(
        new JsonObject { ["at"] = Text.Value("orders.take_profit"), ["close"] = "50%" },
        new JsonObject { ["at"] = Text.Value("orders.take_profit"), ["close"] = "100%" }));

    private Task AddTargetAsync()
    {
        string last = Text.Value($"orders.take_profit.{Targets.Count - 1}.at") ?? "2%";
        return Scope.ChangeAsync(text => text.Append("orders.take_profit", new JsonObject { ["at"] = last, ["close"] = "100%" }));
    }

    private Task PutAsync(string path, JsonNode value) => Scope.ChangeAsync(text => text.Put(path, value));
}
