using System.Text.Json.Nodes;
using Neurotrade.Core.Features;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Strategies;

public sealed class StrategySchemaTests
{
    private static string FilePath => Path.Combine(Repository.Root, "schemas", "strategy.schema.json");

    [Fact]
    public void SchemaFile_IsWhatTheCatalogueSays()
    {
        if (Environment.GetEnvironmentVariable("NEUROTRADE_REGENERATE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
            File.WriteAllText(FilePath, StrategySchema.Text());
        }

        string written = File.Exists(FilePath) ? File.ReadAllText(FilePath) : string.Empty;
        Assert.True(
            written == StrategySchema.Text(),
            "schemas/strategy.schema.json is stale: run this test with NEUROTRADE_REGENERATE=1 and commit the file.");
    }

    [Fact]
    public void Schema_EveryReference_HasItsDefinition()
    {
        JsonNode schema = JsonNode.Parse(StrategySchema.Text())!;
        string[] references = [.. All(schema).OfType<JsonObject>().Where(o => o.ContainsKey("$ref")).Select(o => (string)o["$ref"]!)];

        Assert.NotEmpty(references);
        Assert.All(references, r => Assert.NotNull(schema["definitions"]![r["#/definitions/".Length..]]));
    }

    [Fact]
    public void Schema_EveryIndicator_HasItsParameters()
    {
        JsonNode schema = JsonNode.Parse(StrategySchema.Text())!;
        JsonArray cases = schema["properties"]!["indicators"]!["additionalProperties"]!["allOf"]!.AsArray();

        foreach (IndicatorDefinition definition in IndicatorCatalog.All)
        {
            JsonNode then = cases.Single(c => (string)c!["if"]!["properties"]!["type"]!["const"]! == definition.Name)!["then"]!;
            string[] keys = [.. then["properties"]!.AsObject().Select(p => p.Key)];
            Assert.Equal(["type", .. definition.Parameters.Select(p => p.Name), "timeframe"], keys);
        }
    }

    private static IEnumerable<JsonNode> All(JsonNode node) => node switch
    {
        JsonObject map => map.Where(p => p.Value is not null).SelectMany(p => All(p.Value!)).Prepend(node),
        JsonArray list => list.Where(i => i is not null).SelectMany(i => All(i!)).Prepend(node),
        _ => [node],
    };
}
