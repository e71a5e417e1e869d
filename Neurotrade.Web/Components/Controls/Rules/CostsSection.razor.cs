using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Strategies.Editing;

namespace Neurotrade.Web.Components.Controls.Rules;

/// <summary>What trading costs, and the limits that the strategy sets for itself.</summary>
public sealed partial class CostsSection
{
    [CascadingParameter]
    public required FormScope Scope { get; set; }

    private StrategyText Text => Scope.Form.Text;

    // A limit comes with what happens when it is met.
    private Task SetLossAsync(string name, string limit) => limit.Length == 0 ? Scope.SetAsync($"risk.{name}", null)
        : Text.Has($"risk.{name}") ? Scope.SetAsync($"risk.{name}.limit", limit)
        : Scope.ChangeAsync(text => text.Put($"risk.{name}", new JsonObject { ["limit"] = limit, ["action"] = "halt" }));
}
