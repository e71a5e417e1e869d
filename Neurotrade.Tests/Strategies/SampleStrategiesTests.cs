using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Neurotrade.Core.Features;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Strategies;

public sealed class SampleStrategiesTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(StrategySchema.Text())!.AsObject();

    public static TheoryData<string> Files => [.. Directory.GetFiles(Path.Combine(Repository.Root, "samples", "strategies"), "*.yaml")
        .Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Sample_ReadsUsesAllItDeclares_AndReadsBack(string file)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "samples", "strategies", file));

        Strategy strategy = StrategyFile.Load(text, file, StrategyOverrides.None);

        Assert.Empty(StrategyNeeds.Of(strategy).UnusedIndicators);
        Assert.Equal(strategy.Hash, StrategyFile.Load(strategy.CanonicalText, file, StrategyOverrides.None).Hash);
    }

    // Every type of the catalogue with its defaults, and each of its outputs in a rule.
    [Fact]
    public void Rules_OfEveryIndicatorAndOutput_AreReadOrRefusedAsChartsOnly()
    {
        foreach (IndicatorDefinition definition in IndicatorCatalog.All)
        {
            foreach (string output in definition.Outputs)
            {
                string text = Sample.Entry($"x.{output} > 0")
                    .Replace("  a: {", $"  x: {{ type: {definition.Name} }}\n  a: {{", StringComparison.Ordinal);
                if (definition.ChartOnlyOutputs.Contains(output))
                {
                    Assert.Contains("can only be known later", Assert.Single(Sample.Problems(text)), StringComparison.Ordinal);
                }
                else
                {
                    Assert.Equal(definition.Name, Sample.Load(text).Indicators[0].Definition.Name);
                }
            }
        }
    }

    // What the schema's patterns say of values is what the reader says of them.
    [Theory]
    [InlineData("ratio", "2%", true)]
    [InlineData("ratio", "5 bps", true)]
    [InlineData("ratio", "0.5%", true)]
    [InlineData("ratio", "$stop", true)]
    [InlineData("ratio", "$k%", true)]
    [InlineData("ratio", "2", false)]
    [InlineData("ratio", "2 atr", false)]
    [InlineData("distance", "2 atr", true)]
    [InlineData("distance", "2.5ATR", true)]
    [InlineData("distance", "2", false)]
    [InlineData("length", "10 bars", true)]
    [InlineData("length", "4h", true)]
    [InlineData("length", "4", false)]
    [InlineData("bars", "4 bars", true)]
    [InlineData("bars", "4h", false)]
    public void SchemaPattern_AndTheReader_Agree(string definition, string value, bool isGood)
    {
        string key = definition switch { "ratio" => "offset", "distance" => "stop_loss", "length" => "max_holding", _ => "cooldown" };
        string order = definition == "ratio" ? $"entry: {{ type: limit, offset: \"{value}\" }}" : $"{key}: \"{value}\"";
        string text = Sample.File("  entry: a > b", $"parameters: {{ stop: 2%, k: 2 }}\norders: {{ {order} }}");
        string pattern = (string)Schema["definitions"]![definition]!["pattern"]!;

        Assert.Equal(isGood, Regex.IsMatch(value, pattern));
        Assert.Equal(isGood, Record.Exception(() => Sample.Load(text)) is null);
    }
}
