using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Strategies.Editing;

namespace Neurotrade.Web.Components.Controls.Rules;

/// <summary>What a sweep or a slider may change, with its range.</summary>
public sealed partial class ParametersSection
{
    private static readonly string[] Range = ["min", "max", "step"];

    private string newName = string.Empty;
    private string newValue = string.Empty;
    private string? refusal;

    [CascadingParameter]
    public required FormScope Scope { get; set; }

    private StrategyText Text => Scope.Form.Text;

    private Task WidenAsync(string name)
    {
        string value = Text.Value($"parameters.{name}") ?? string.Empty;
        return Scope.ChangeAsync(text => text.Put($"parameters.{name}", new JsonObject { ["value"] = value }));
    }

    private Task AddAsync()
    {
        (string name, string value) = (newName.Trim().TrimStart('$'), newValue.Trim());
        refusal = name.Length == 0 ? "A parameter needs a name, such as oversold."
            : Text.WhyNoName("parameters", name) ?? (value.Length == 0 ? $"`{name}` needs a value, such as 14, 2%, 2 atr or 4h." : null);
        if (refusal is not null)
        {
            return Task.CompletedTask;
        }

        (newName, newValue) = (string.Empty, string.Empty);
        return Scope.ChangeAsync(text => text.Put($"parameters.{name}", new JsonObject { ["value"] = value }));
    }
}
