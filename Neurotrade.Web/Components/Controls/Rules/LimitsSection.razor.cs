using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Strategies.Editing;

namespace Neurotrade.Web.Components.Controls.Rules;

/// <summary>The limits that the strategy sets for itself, and what it does when one is met.</summary>
public sealed partial class LimitsSection
{
    private const string Guard = "stoploss_guard";

    private static readonly (string, string, string)[] Losses =
    [
        ("max_drawdown", "Drawdown, at most", "that drawdown"), ("max_daily_loss", "Daily loss, at most", "that daily loss"),
    ];

    private static readonly (string Value, string Words)[] Actions =
        [("halt", "enter nothing more"), ("flatten_and_halt", "sell, enter nothing more")];

    [CascadingParameter]
    public required FormScope Scope { get; set; }

    private StrategyText Text => Scope.Form.Text;

    private IReadOnlyList<string> Guards => Text.Has("risk.protections.0") ? Text.Keys("risk.protections") : [];

    private static (string Value, string Words)[] ActionsWith(string? now) =>
        Actions.Any(one => one.Value == now) ? Actions : [(now ?? string.Empty, now is null ? "choose" : $"{now} · unknown"), .. Actions];

    // A limit comes with what happens when it is met.
    private Task SetLossAsync(string name, string limit) => limit.Length == 0 ? Scope.SetAsync($"risk.{name}", null)
        : Text.Has($"risk.{name}") ? Scope.SetAsync($"risk.{name}.limit", limit)
        : Scope.ChangeAsync(text => text.Put($"risk.{name}", new JsonObject { ["limit"] = limit, ["action"] = "halt" }));

    private Task AddGuardAsync()
    {
        JsonObject guard = new() { ["type"] = Guard, ["count"] = "4", ["within"] = "1d", ["lock"] = "4h" };
        return Scope.ChangeAsync(text => Guards.Count > 0
            ? text.Append("risk.protections", guard)
            : text.Put("risk.protections", new JsonArray(guard)));
    }
}
