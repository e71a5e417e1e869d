using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Core.Strategies;

/// <summary>
/// The JSON Schema of strategy files, made from the indicator catalogue, so that editors complete and check what this
/// version reads. The reader itself says more: types inside rules, units, ranges that depend on one another.
/// </summary>
public static class StrategySchema
{
    private const string NumberPattern = @"[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?";
    private const string ReferencePattern = @"\$[A-Za-z_][A-Za-z0-9_]*";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema document, ended by a line end; the same catalogue gives the same text.</summary>
    public static string Text() => Document().ToJsonString(Indented) + "\n";

    private static JsonObject Document()
    {
        JsonObject schema = Object("A Neurotrade strategy", ["schema", "name", "market", "rules"], new JsonObject
        {
            ["schema"] = new JsonObject { ["const"] = 1 },
            ["name"] = Text("A short name, shown in every result.", StrategyLimits.NameLength),
            ["description"] = Text("What the strategy does, for people.", 4000),
            ["tags"] = List(Text("A word to find the strategy by.", StrategyLimits.NameLength)),
            ["market"] = Market(),
            ["capital"] = Described("Quote currency at the start; 10000 where left out.", Number(0, null)),
            ["parameters"] = Parameters(),
            ["indicators"] = IndicatorSchema.Block(),
            ["rules"] = Object("When to enter and when to leave.", ["entry"], new JsonObject
            {
                ["entry"] = Reference("rule"),
                ["exit"] = Reference("rule"),
            }),
            ["orders"] = OrderSchema.Orders(),
            ["costs"] = OrderSchema.Costs(),
            ["risk"] = OrderSchema.Risk(),
        });
        JsonObject document = new()
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Neurotrade strategy, schema 1",
        };
        foreach ((string key, JsonNode? value) in schema.ToArray())
        {
            schema.Remove(key);
            document[key] = value;
        }

        document["definitions"] = Definitions();
        return document;
    }

    private static JsonObject Definitions() => new()
    {
        ["parameter"] = Pattern("A parameter of this file, as in $oversold.", $"^{ReferencePattern}$"),
        ["ratio"] = Pattern(
            "A ratio with its unit, as in 2% or 5 bps; or a $parameter.",
            $@"^\s*({ReferencePattern}|({NumberPattern}|{ReferencePattern})\s*(%|[bB][pP][sS]))\s*$"),
        ["distance"] = Pattern(
            "A ratio of the price or a multiple of the average true range, as in 2% or 2 atr; or a $parameter.",
            $@"^\s*({ReferencePattern}|({NumberPattern}|{ReferencePattern})\s*(%|[bB][pP][sS]|[aA][tT][rR]))\s*$"),
        ["length"] = Pattern(
            "A length of time or of bars, as in 90s, 15m, 4h, 3d, 10 bars; or a $parameter.",
            $@"^\s*({ReferencePattern}|([0-9]+|{ReferencePattern})\s*(ms|s|m|h|d|w|[bB][aA][rR][sS]?))\s*$"),
        ["bars"] = Pattern(
            "A number of bars, as in 4 bars; or a $parameter.",
            $@"^\s*({ReferencePattern}|([0-9]+|{ReferencePattern})\s*[bB][aA][rR][sS]?)\s*$"),
        ["timeframe"] = Pattern(
            "The length of a candle, as in 15m, 4h, 1d.", $@"^\s*({ReferencePattern}|[0-9]+\s*(s|m|h|d|w))\s*$"),
        ["expression"] = new JsonObject
        {
            ["type"] = "string",
            ["minLength"] = 1,
            ["maxLength"] = StrategyLimits.ScalarLength,
            ["description"] = "A condition of the rule language, as in: rsi < $oversold and crosses_above(macd.line, macd.signal)",
        },
        ["rule"] = Rule(),
    };

    private static JsonObject Rule()
    {
        static JsonObject Node(string key, JsonNode value) => Object(
            null, [key], new JsonObject { ["tag"] = Text("A short name that travels to trades and reports.", 64), [key] = value });
        static JsonObject Rules() => new() { ["type"] = "array", ["minItems"] = 1, ["items"] = Reference("rule") };
        return new JsonObject
        {
            ["description"] = "One condition, or a tree of all, any and not.",
            ["anyOf"] = new JsonArray(
                Reference("expression"),
                Node("all", Rules()),
                Node("any", Rules()),
                Node("not", Reference("rule")),
                Node("when", Reference("expression"))),
        };
    }

    private static JsonObject Market() => Object("What is traded.", ["symbols", "timeframe"], new JsonObject
    {
        ["exchange"] = Pattern("Where candles and orders come from: binance, another exchange's name, or sim.", "^[a-z0-9_-]+$"),
        ["symbols"] = new JsonObject
        {
            ["type"] = "array",
            ["minItems"] = 1,
            ["items"] = Pattern("Base and quote, as in BTC/USDT.", "^[A-Za-z0-9]+/[A-Za-z0-9]+$"),
        },
        ["timeframe"] = Reference("timeframe"),
        ["detail"] = Reference("timeframe"),
        ["benchmark"] = Words("buy_and_hold"),
    });

    private static JsonObject Parameters()
    {
        JsonObject value = new() { ["type"] = new JsonArray("number", "string") };
        return new JsonObject
        {
            ["type"] = "object",
            ["description"] = "All that a sweep or a slider may change; elsewhere in the file $name.",
            ["propertyNames"] = new JsonObject { ["pattern"] = "^[A-Za-z_][A-Za-z0-9_]*$" },
            ["additionalProperties"] = new JsonObject
            {
                ["anyOf"] = new JsonArray(value.DeepClone(), Object(null, ["value"], new JsonObject
                {
                    ["value"] = value.DeepClone(),
                    ["min"] = value.DeepClone(),
                    ["max"] = value.DeepClone(),
                    ["step"] = value.DeepClone(),
                })),
            },
        };
    }

    internal static JsonObject Object(string? description, string[] required, JsonObject properties)
    {
        JsonObject schema = new() { ["type"] = "object" };
        if (description is not null)
        {
            schema["description"] = description;
        }

        if (required.Length > 0)
        {
            schema["required"] = new JsonArray([.. required.Select(r => JsonValue.Create(r))]);
        }

        schema["properties"] = properties;
        schema["additionalProperties"] = false;
        return schema;
    }

    internal static JsonObject Reference(string definition) => new() { ["$ref"] = $"#/definitions/{definition}" };

    internal static JsonObject Words(params string[] words) =>
        new() { ["enum"] = new JsonArray([.. words.Select(w => JsonValue.Create(w))]) };

    /// <summary>A number in a range, or a parameter that stands for one.</summary>
    internal static JsonObject Number(double? least, double? most, bool isWhole = false)
    {
        JsonObject number = new() { ["type"] = isWhole ? "integer" : "number" };
        if (least is { } low)
        {
            number["minimum"] = low;
        }

        if (most is { } high)
        {
            number["maximum"] = high;
        }

        return new JsonObject { ["anyOf"] = new JsonArray(number, Reference("parameter")) };
    }

    internal static JsonObject Described(string description, JsonObject schema)
    {
        schema["description"] = description;
        return schema;
    }

    internal static JsonObject List(JsonObject item) => new() { ["type"] = "array", ["items"] = item };

    private static JsonObject Pattern(string description, string pattern) =>
        new() { ["type"] = "string", ["description"] = description, ["pattern"] = pattern };

    private static JsonObject Text(string description, int longest) =>
        new() { ["type"] = "string", ["description"] = description, ["maxLength"] = longest };
}
