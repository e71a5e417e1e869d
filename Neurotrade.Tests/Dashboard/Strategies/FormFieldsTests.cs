using System.Text.Json.Nodes;
using Neurotrade.Core.Features;
using Neurotrade.Core.Strategies;
using Neurotrade.Core.Strategies.Editing;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Tests.Dashboard.Strategies;

public sealed class FormFieldsTests
{
    private const string Text = """
        schema: 1
        name: dip
        market: { symbols: [BTC/USDT], timeframe: 1h, venue: x }
        indicators:
          rsi: { type: rsi, period: 14, colour: red }
          odd: { type: nothing, period: 3 }
        rules:
          entry: { all: [[close > open]] }
          entry_short: close < open
        orders:
          stop_loss: { at: 2% }
          take_profit: 2%
        agents:
          mode: gate
          members:
            - { name: a }
        risk: {}
        """;

    // What the schema knows and the form has no field for would be told as being in the text alone.
    [Fact]
    public void Values_AreThoseOfTheSchema()
    {
        SortedSet<string> known = new(StringComparer.Ordinal);
        Collect(Document, string.Empty, known);
        known.ExceptWith(IndicatorCatalog.All.SelectMany(one => one.Parameters).Select(one => $"indicators.*.{one.Name}"));

        Assert.Equal(string.Join('\n', known), string.Join('\n', FormFields.Values.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Missing_OfAFile_NamesWhatHasNoFieldWithItsPlace_WholeBlocksByTheirKey() => Assert.Equal(
        [
            ("market.venue", 3), ("indicators.rsi.colour", 5), ("indicators.odd.period", 6), ("rules.entry_short", 9),
            ("orders.stop_loss", 11), ("agents", 13),
        ],
        FormFields.Missing(StrategyText.Read(Text)).Select(part => (part.Path, part.At.Line)));

    [Fact]
    public void Missing_OfTheExample_IsWhatThisVersionDoesNotKnow() => Assert.Equal(
        ["agents"],
        FormFields.Missing(StrategyText.Read(File.ReadAllText(SharedData.Require("design/strategy.example.yaml")))).Select(part => part.Path));

    private static JsonObject Document { get; } = JsonNode.Parse(StrategySchema.Text())!.AsObject();

    // Every value that a schema allows, by its path.
    private static void Collect(JsonObject schema, string path, SortedSet<string> into)
    {
        if (schema["$ref"] is { } reference && reference.GetValue<string>().Split('/')[^1] is var name)
        {
            if (name == "rule")
            {
                return;
            }

            Collect(Document["definitions"]![name]!.AsObject(), path, into);
            return;
        }

        foreach (JsonNode? one in schema["anyOf"]?.AsArray() ?? [])
        {
            Collect(one!.AsObject(), path, into);
        }

        foreach (JsonNode? one in schema["allOf"]?.AsArray() ?? [])
        {
            Collect(one!["then"]!.AsObject(), path, into);
        }

        foreach ((string key, JsonNode? value) in schema["properties"]?.AsObject() ?? [])
        {
            Collect(value!.AsObject(), path.Length == 0 ? key : $"{path}.{key}", into);
        }

        if ((schema["additionalProperties"] ?? schema["items"]) is JsonObject any)
        {
            Collect(any, $"{path}.*", into);
        }

        bool isValue = schema["enum"] is not null || schema["const"] is not null || schema["type"] is JsonArray
            || schema["type"]?.GetValue<string>() is "string" or "number" or "integer";
        if (isValue)
        {
            into.Add(path);
        }
    }
}
