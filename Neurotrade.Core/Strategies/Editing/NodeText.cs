using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Core.Strategies.Editing;

/// <summary>Writes values as they stand in a strategy's text.</summary>
internal static class NodeText
{
    /// <summary>Spaces that a level is indented by.</summary>
    public const int Unit = 2;

    private static readonly SearchValues<char> FlowSigns = SearchValues.Create(",[]{}:");
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>On one line: brackets and braces where there are parts.</summary>
    public static string Flow(JsonNode? node, bool isJson, bool isInFlow) => node switch
    {
        null => "null",
        JsonArray list => $"[{string.Join(", ", list.Select(item => Flow(item, isJson, true)))}]",
        JsonObject { Count: 0 } => "{}",
        JsonObject map => $"{{ {string.Join(", ", map.Select(pair => Key(pair.Key, isJson) + ": " + Flow(pair.Value, isJson, true)))} }}",
        _ => Scalar(node.GetValue<string>(), isJson, isInFlow),
    };

    /// <summary>On lines of its own from a column on, so many levels deep; what lies deeper stands on one line.</summary>
    public static string Block(JsonNode? node, int column, int levels) => node switch
    {
        JsonObject { Count: > 0 } map when levels > 0 =>
            string.Join(NewLine(column), map.Select(pair => Key(pair.Key, false) + ":" + Value(pair.Value, column, levels - 1))),
        JsonArray { Count: > 0 } list when levels > 0 =>
            string.Join(NewLine(column), list.Select(item => "- " + Block(item, column + 2, levels - 1))),
        _ => Flow(node, false, false),
    };

    /// <summary>What stands behind a key's colon in a block at a column.</summary>
    public static string Value(JsonNode? node, int column, int levels) =>
        levels > 0 && node is JsonObject { Count: > 0 } or JsonArray { Count: > 0 } && levels > 0
            ? NewLine(column + Unit) + Block(node, column + Unit, levels)
            : " " + Flow(node, false, false);

    public static string Key(string key, bool isJson) => isJson ? Json(key) : Scalar(key, false, true);

    /// <summary>A line end and the spaces before a column.</summary>
    public static string NewLine(int column) => "\n" + Pad(column);

    public static string Pad(int column) => new(' ', column);

    /// <summary>A new text for a value, in the quotes of the old one.</summary>
    public static string Restyled(FileNode.Scalar old, string content, string value, bool isJson, bool isInFlow)
    {
        bool isOneLine = !value.Any(char.IsControl);
        return (old.Start < old.End ? content[old.Start] : ' ') switch
        {
            '"' => Json(value),
            '\'' when isOneLine => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'",
            _ => Scalar(value, isJson, isInFlow),
        };
    }

    private static string Scalar(string value, bool isJson, bool isInFlow)
    {
        bool isPlain = isJson ? IsJsonNumber(value) : IsPlain(value, isInFlow);
        return isPlain ? value : Json(value);
    }

    // JSON's escapes are YAML's too.
    private static string Json(string value) => JsonValue.Create(value).ToJsonString(Readable);

    private static bool IsJsonNumber(string value)
    {
        const NumberStyles decimals = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        string digits = value.StartsWith('-') ? value[1..] : value;
        bool isWritten = digits.Length > 0 && char.IsAsciiDigit(digits[0]) && char.IsAsciiDigit(digits[^1])
            && (digits[0] != '0' || digits.Length == 1 || digits[1] == '.');
        return isWritten && double.TryParse(value, decimals, CultureInfo.InvariantCulture, out _);
    }

    private static bool IsPlain(string value, bool isInFlow)
    {
        if (value.Length == 0 || value != value.Trim() || value.Any(char.IsControl)
            || value.ToUpperInvariant() is "NULL" or "~" || value.StartsWith("---", StringComparison.Ordinal))
        {
            return false;
        }

        const string openers = ",[]{}#&*!|>'\"%@`";
        bool opensOther = openers.Contains(value[0], StringComparison.Ordinal)
            || (value[0] is '-' or '?' or ':' && (value.Length == 1 || value[1] == ' ' || isInFlow));
        bool splits = value.Contains(": ", StringComparison.Ordinal) || value[^1] == ':'
            || value.Contains(" #", StringComparison.Ordinal);
        return !opensOther && !splits && !(isInFlow && value.AsSpan().ContainsAny(FlowSigns));
    }
}
