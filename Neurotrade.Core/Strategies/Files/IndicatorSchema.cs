using System.Text.Json.Nodes;
using Neurotrade.Core.Features;

namespace Neurotrade.Core.Strategies.Files;

/// <summary>The schema of <c>indicators</c>: for each type of the catalogue its own parameters and their ranges.</summary>
internal static class IndicatorSchema
{
    /// <summary>The block.</summary>
    public static JsonObject Block()
    {
        JsonArray cases = [];
        JsonArray types = [];
        foreach (IndicatorDefinition definition in IndicatorCatalog.All.OrderBy(d => d.Name, StringComparer.Ordinal))
        {
            types.Add((JsonNode)JsonValue.Create(definition.Name));
            cases.Add((JsonNode)new JsonObject
            {
                ["if"] = new JsonObject
                {
                    ["properties"] = new JsonObject { ["type"] = new JsonObject { ["const"] = definition.Name } },
                },
                ["then"] = Instance(definition),
            });
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["description"] = "Named instances; several outputs by dot, the bare name is the first.",
            ["maxProperties"] = StrategyLimits.Indicators,
            ["propertyNames"] = new JsonObject { ["pattern"] = "^[A-Za-z_][A-Za-z0-9_]*$" },
            ["additionalProperties"] = new JsonObject
            {
                ["type"] = "object",
                ["required"] = new JsonArray("type"),
                ["properties"] = new JsonObject { ["type"] = new JsonObject { ["enum"] = types } },
                ["allOf"] = cases,
            },
        };
    }

    private static JsonObject Instance(IndicatorDefinition definition)
    {
        JsonObject properties = new() { ["type"] = new JsonObject { ["const"] = definition.Name } };
        foreach (IndicatorParameter parameter in definition.Parameters)
        {
            JsonObject number = StrategySchema.Number(parameter.Min, parameter.Max, parameter.IsInteger);
            number["default"] = parameter.Default;
            properties[parameter.Name] = StrategySchema.Described(parameter.Summary, number);
        }

        properties["timeframe"] = StrategySchema.Reference("timeframe");
        string outputs = definition.Outputs.Length == 1 ? string.Empty : $" Outputs: {string.Join(", ", definition.Outputs)}.";
        return StrategySchema.Object($"{definition.Title}. {definition.Summary}{outputs}", [], properties);
    }
}
