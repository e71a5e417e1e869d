using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Neurotrade.Tests.Adapters.Binance.Messages;

/// <summary>
/// Holds a message against what was written again of its record: every number and text of the message must be there, digit
/// for digit, at the same place. So a field that a record does not have cannot go missing unseen.
/// </summary>
internal static class JsonDifference
{
    // What records leave out on purpose: where, and why.
    private static readonly (string Path, string Reason)[] LeftOut =
    [
        (@"^\$\.e$", "the kind of event: it chose the record"),
        (@"^\$\.k\.s$", "the pair a second time"),
        (@"^\$\.k\.B$", "the documentation says: ignore"),
        (@"^\$\[\d+\]\[11\]$", "a candle's twelfth field, of which the documentation says: ignore"),
    ];

    /// <summary>A line for each difference.</summary>
    public static IEnumerable<string> Of(JsonElement message, JsonElement again, string path = "$")
    {
        if (LeftOut.Any(one => Regex.IsMatch(path, one.Path)))
        {
            return [];
        }

        return message.ValueKind switch
        {
            JsonValueKind.Object => message.EnumerateObject().SelectMany(member => OfMember(member, again, $"{path}.{member.Name}")),
            JsonValueKind.Array => OfElements(message, again, path),
            _ => TextOf(message) == TextOf(again) && again.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)
                ? []
                : [$"{path}: {message.GetRawText()} became {again.GetRawText()}"],
        };
    }

    // A record writes nothing where a message says null.
    private static IEnumerable<string> OfMember(JsonProperty member, JsonElement again, string path)
    {
        if (again.ValueKind == JsonValueKind.Object && again.TryGetProperty(member.Name, out JsonElement value))
        {
            return Of(member.Value, value, path);
        }

        bool isLeftOut = member.Value.ValueKind == JsonValueKind.Null || LeftOut.Any(one => Regex.IsMatch(path, one.Path));
        return isLeftOut ? [] : [$"{path}: {member.Value.GetRawText()} is not in the record"];
    }

    private static IEnumerable<string> OfElements(JsonElement message, JsonElement again, string path)
    {
        if (again.ValueKind != JsonValueKind.Array || again.GetArrayLength() != message.GetArrayLength())
        {
            return [$"{path}: a list of {message.GetArrayLength()} became {again.GetRawText()}"];
        }

        return Enumerable.Range(0, message.GetArrayLength()).SelectMany(i =>
            Of(message[i], again[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]")));
    }

    private static string? TextOf(JsonElement leaf) =>
        leaf.ValueKind == JsonValueKind.String ? leaf.GetString() : leaf.GetRawText();
}
