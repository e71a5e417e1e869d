using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Neurotrade.Core.Strategies.Editing;

/// <summary>A key that may stand in a block.</summary>
/// <param name="Name">The key.</param>
/// <param name="About">What it means, or empty.</param>
/// <param name="IsRequired">Whether the block needs it.</param>
/// <param name="Values">The words that it may have; empty where it has others.</param>
public sealed record SchemaKey(string Name, string About, bool IsRequired, ImmutableArray<string> Values);

/// <summary>What the schema says of a place in a strategy file, for whoever writes one.</summary>
/// <param name="Keys">What may stand in it where it is a block of keys, in the order of the schema.</param>
/// <param name="Values">The words that it may be where it is a value of a few.</param>
/// <param name="About">What it is, or empty.</param>
public sealed record SchemaBlock(ImmutableArray<SchemaKey> Keys, ImmutableArray<string> Values, string About)
{
    private static readonly JsonObject Document = (JsonObject)JsonNode.Parse(StrategySchema.Text())!;

    /// <summary>
    /// The place that keys with dots between lead to, items by their number; an indicator's keys are those of
    /// <paramref name="type"/>.
    /// </summary>
    public static SchemaBlock At(string path, string? type = null)
    {
        List<JsonObject> places = Expanded(Document, type);
        string about = string.Empty;
        foreach (string step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            List<JsonObject> raw = [.. places.SelectMany(place => Children(place, step))];
            about = raw.Select(child => Told(child, type)).FirstOrDefault(text => text.Length > 0) ?? string.Empty;
            places = [.. raw.SelectMany(child => Expanded(child, type))];
        }

        return new SchemaBlock(KeysOf(places, type), [.. places.SelectMany(Words).Distinct()], about);
    }

    private static ImmutableArray<SchemaKey> KeysOf(List<JsonObject> places, string? type)
    {
        JsonObject[] blocks = [.. places.Where(place => place["properties"] is JsonObject)];
        List<SchemaKey> keys = [];
        foreach ((string name, JsonNode? value) in blocks.SelectMany(block => (JsonObject)block["properties"]!))
        {
            if (keys.Exists(key => key.Name == name))
            {
                continue;
            }

            var schema = (JsonObject)value!;
            // Of alternatives each must need it; the part of a type adds keys and needs none.
            bool isRequired = Array.Exists(blocks, block => Needs(block, name))
                && Array.TrueForAll(blocks, block => block["required"] is null || Needs(block, name));
            IEnumerable<string> words = blocks.Select(block => block["properties"]![name]).OfType<JsonObject>()
                .SelectMany(one => Expanded(one, type)).SelectMany(Words);
            keys.Add(new SchemaKey(name, Told(schema, type), isRequired, [.. words.Distinct()]));
        }

        return [.. keys];
    }

    private static bool Needs(JsonObject block, string name) =>
        block["required"] is JsonArray required && required.Any(one => one!.GetValue<string>() == name);

    private static IEnumerable<JsonObject> Children(JsonObject place, string step)
    {
        if (place["properties"]?[step] is JsonObject child)
        {
            yield return child;
        }
        else if (place["additionalProperties"] is JsonObject any)
        {
            yield return any;
        }
        else if (place["items"] is JsonObject item && step.All(char.IsAsciiDigit))
        {
            yield return item;
        }
    }

    // A place with its references followed, and each of its alternatives.
    private static List<JsonObject> Expanded(JsonObject schema, string? type)
    {
        JsonObject place = Followed(schema);
        if (place["anyOf"] is JsonArray alternatives)
        {
            return [.. alternatives.SelectMany(one => Expanded((JsonObject)one!, type))];
        }

        JsonObject? ofType = (place["allOf"] as JsonArray)?.Select(one => (JsonObject)one!)
            .FirstOrDefault(one => type is not null && one["if"]!["properties"]!["type"]!["const"]!.GetValue<string>() == type);
        return ofType is null ? [place] : [place, (JsonObject)ofType["then"]!];
    }

    private static JsonObject Followed(JsonObject schema) => schema["$ref"] is { } reference
        ? (JsonObject)Document["definitions"]![reference.GetValue<string>().Split('/')[^1]]!
        : schema;

    private static string Told(JsonObject schema, string? type)
    {
        JsonNode? own = schema["description"] ?? Followed(schema)["description"];
        return own?.GetValue<string>()
            ?? Expanded(schema, type).Where(one => one != Document["definitions"]!["parameter"])
                .Select(one => one["description"]?.GetValue<string>()).FirstOrDefault(text => text is not null)
            ?? string.Empty;
    }

    private static IEnumerable<string> Words(JsonObject schema) => schema["enum"] is JsonArray words
        ? words.Select(word => word!.GetValue<string>())
        : schema["const"] is { } only ? [only.ToString()] : [];
}
