using System.Globalization;
using System.Text;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies.Editing;

namespace Neurotrade.Web.Dashboard.Strategies;

/// <summary>What a word of a strategy's text means, where it stands.</summary>
internal static class StrategyMeanings
{
    private static readonly string[] RangeKeys = ["min", "max", "step"];

    /// <summary>
    /// The meaning of a word that begins at a column of a line, both from 1; null where nothing is known of it.
    /// <paramref name="now"/> tells the latest value of an indicator's output, or null.
    /// </summary>
    public static string? Of(string word, int line, int column, string text, Func<string, string?> now)
    {
        if (CursorPlace.Of(text, line, column) is not { } place)
        {
            return null;
        }

        if (word.StartsWith('$'))
        {
            return Parameter(word[1..], text);
        }

        string path = place.Path.Length == 0 ? word : $"{place.Path}.{word}";
        string[] steps = path.Split('.');
        if (place.IsKey && steps is ["indicators", _])
        {
            return Instance(word, text, now);
        }

        if (place.IsKey && IsKeyAt(text, line, column, word))
        {
            return Key(path, word, StrategyHints.TypeAt(text, path));
        }

        if (place.Path.Split('.') is ["indicators", _, "type"])
        {
            return IndicatorCatalog.Find(word) is { } type ? Definition(type) : null;
        }

        return StrategyHints.IsRule(place.Path) ? Instance(word, text, now) ?? RuleVocabulary.Meaning(word) : null;
    }

    private static bool IsKeyAt(string text, int line, int column, string word)
    {
        string[] lines = text.Split('\n');
        string after = lines[Math.Clamp(line - 1, 0, lines.Length - 1)];
        int end = Math.Min(after.Length, column - 1 + word.Length);
        return after[end..].TrimStart('"', '\'', ' ').StartsWith(':');
    }

    private static string? Key(string path, string word, string? type)
    {
        string parent = path.Length > word.Length ? path[..^(word.Length + 1)] : string.Empty;
        SchemaKey? key = SchemaBlock.At(parent, type).Keys.FirstOrDefault(one => one.Name == word);
        if (key is null)
        {
            return path.Split('.') is ["parameters", _] ? "A parameter of this file; elsewhere $" + word + "." : null;
        }

        StringBuilder told = new($"{word}{(key.IsRequired ? ", needed" : string.Empty)}");
        _ = key.About.Length > 0 ? told.Append("\n" + key.About) : told;
        _ = key.Values.Length is > 0 and < 12 ? told.Append("\nOne of: " + string.Join(", ", key.Values)) : told;
        return told.ToString();
    }

    private static string? Instance(string word, string text, Func<string, string?> now)
    {
        string name = word.Split('.')[0];
        if (StrategyHints.Definition(text, name) is not { } definition)
        {
            return null;
        }

        double[] parameters = [.. definition.Parameters.Select(one => ValueOf(text, name, one))];
        string list = string.Join(", ", definition.Parameters.Select((one, i) => $"{one.Name} {Numbers.Text(parameters[i])}"));
        string? frame = CursorPlace.ValueOf(text, $"indicators.{name}.timeframe");
        StringBuilder told = new(Definition(definition));
        told.Insert(0, $"{word}: {definition.Name}{(list.Length > 0 ? $" ({list})" : string.Empty)}\n");
        if (definition.Check?.Invoke([.. parameters]) is null)
        {
            int bars = definition.WarmUpBars([.. parameters]);
            told.Append(CultureInfo.InvariantCulture, $"\nWarm after {bars} {(frame is null ? "bars" : $"candles of {frame}")}");
        }

        string output = word.Contains('.', StringComparison.Ordinal) ? word : $"{word}.{definition.Outputs[0]}";
        return (now(output) is { } value ? told.Append("\nNow " + value) : told).ToString();
    }

    private static double ValueOf(string text, string name, IndicatorParameter parameter)
    {
        string? written = CursorPlace.ValueOf(text, $"indicators.{name}.{parameter.Name}");
        if (written?.StartsWith('$') == true)
        {
            string path = $"parameters.{written[1..]}";
            written = CursorPlace.ValueOf(text, path + ".value") ?? CursorPlace.ValueOf(text, path);
        }

        bool isNumber = double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out double value);
        return isNumber && value >= parameter.Min && value <= parameter.Max ? value : parameter.Default;
    }

    private static string Definition(IndicatorDefinition definition) => $"{definition.Title}. {definition.Summary}\n{definition.Formula}"
        + (definition.Outputs.Length > 1 ? $"\nOutputs: {string.Join(", ", definition.Outputs)}" : string.Empty);

    private static string? Parameter(string name, string text)
    {
        string path = $"parameters.{name}";
        if ((CursorPlace.ValueOf(text, path + ".value") ?? CursorPlace.ValueOf(text, path)) is not { } value)
        {
            return null;
        }

        string range = string.Join(", ", RangeKeys
            .Select(key => (key, Value: CursorPlace.ValueOf(text, $"{path}.{key}"))).Where(one => one.Value is not null)
            .Select(one => $"{one.key} {one.Value}"));
        return $"${name} is {value}{(range.Length > 0 ? $" ({range})" : string.Empty)}";
    }
}
