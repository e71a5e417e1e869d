using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies.Editing;

namespace Neurotrade.Web.Components.Controls.Rules;

/// <summary>The indicators that a strategy watches, with their parameters.</summary>
public sealed partial class IndicatorsSection
{
    private static readonly (string Value, string Words)[] Types =
        [.. IndicatorCatalog.All.OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => (one.Name, $"{one.Name} · {one.Title}"))];

    private string newName = string.Empty;
    private string newType = "ema";
    private string? refusal;

    [CascadingParameter]
    public required FormScope Scope { get; set; }

    private StrategyText Text => Scope.Form.Text;

    private static (string Value, string Words)[] TypesWith(string? now) =>
        now is null || Types.Any(one => one.Value == now) ? Types : [(now, $"{now} · unknown"), .. Types];

    // Another type keeps the parameters that it has too.
    private Task SetTypeAsync(string name, string? type)
    {
        if (type is null || IndicatorCatalog.Find(type) is not { } definition)
        {
            return Task.CompletedTask;
        }

        JsonObject made = new() { ["type"] = type };
        foreach (string key in Text.Keys($"indicators.{name}"))
        {
            if (key == "timeframe" || definition.Parameters.Any(parameter => parameter.Name == key))
            {
                made[key] = Text.Value($"indicators.{name}.{key}");
            }
        }

        return made.Count == Text.Keys($"indicators.{name}").Count
            ? Scope.SetAsync($"indicators.{name}.type", type)
            : Scope.ChangeAsync(text => text.Put($"indicators.{name}", made));
    }

    private Task AddAsync()
    {
        string name = newName.Trim().Length > 0 ? newName.Trim() : newType;
        refusal = Text.WhyNoName("indicators", name);
        if (refusal is not null)
        {
            return Task.CompletedTask;
        }

        newName = string.Empty;
        JsonObject made = new() { ["type"] = newType };
        foreach (IndicatorParameter parameter in IndicatorCatalog.Find(newType)!.Parameters)
        {
            made[parameter.Name] = Numbers.Text(parameter.Default);
        }

        return Scope.ChangeAsync(text => text.Put($"indicators.{name}", made));
    }
}
