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
        string path = $"parameters.{newName.Trim()}";
        if (newName.Trim().Length == 0 || newValue.Trim().Length == 0 || Text.Has(path))
        {
            return Task.CompletedTask;
        }

        string value = newValue.Trim();
        (newName, newValue) = (string.Empty, string.Empty);
        return Scope.ChangeAsync(text => text.Put(path, new JsonObject { ["value"] = value }));
    }
}
