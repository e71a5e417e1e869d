using System.Text.RegularExpressions;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies.Editing;

namespace Neurotrade.Web.Dashboard.Strategies;

/// <summary>Something that may stand at the cursor.</summary>
/// <param name="Label">What is shown and looked for.</param>
/// <param name="Detail">A few words beside it.</param>
/// <param name="Info">More of it, shown when chosen; may be empty.</param>
/// <param name="Insert">What is written; the label where it is null.</param>
public sealed record Hint(string Label, string Detail, string Info, string? Insert = null);

/// <summary>What may be written next in a strategy: keys and words from the schema, names in rules from the text and the catalogue.</summary>
internal static partial class StrategyHints
{
    private static readonly string[] Timeframes = ["1m", "5m", "15m", "30m", "1h", "4h", "1d", "1w"];
    private static readonly (string Name, string Detail)[] Units =
        [("%", "of the price or of equity"), ("bps", "hundredths of a percent"), ("atr", "average true ranges"), ("bars", "bars of the strategy")];

    /// <summary>What may stand before a column of a line, both from 1; what is needed stands first.</summary>
    public static IReadOnlyList<Hint> At(int line, int column, string text)
    {
        if (CursorPlace.Of(text, line, column) is not { } place)
        {
            return [];
        }

        string before = Before(text, line, column);
        bool isRule = IsRule(place.Path);
        if (isRule && Member().Match(before) is { Success: true } member)
        {
            return Outputs(text, member.Groups["name"].Value);
        }

        if (before.EndsWith('$') || Reference().IsMatch(before))
        {
            return [.. Parameters(text)];
        }

        IEnumerable<Hint> keys = place.IsKey ? Keys(place, text, before) : [];
        return [.. isRule ? Names(text, place.Path).Concat(keys) : place.IsKey ? keys : Values(place.Path, text, before)];
    }

    /// <summary>The indicator that an instance of a text is, also of one with mistakes; null where it is none.</summary>
    public static IndicatorDefinition? Definition(string text, string instance) =>
        CursorPlace.ValueOf(text, $"indicators.{instance}.type") is { } type ? IndicatorCatalog.Find(type) : null;

    /// <summary>The type of the indicator that a path leads into, or null.</summary>
    public static string? TypeAt(string text, string path) =>
        path.Split('.') is ["indicators", var name, ..] ? CursorPlace.ValueOf(text, $"indicators.{name}.type") : null;

    /// <summary>Whether a path is a condition's place, or that of a node of a rule.</summary>
    public static bool IsRule(string path) => path.Split('.') is ["rules", _, ..] steps
        && (steps[^1] is "entry" or "exit" or "not" or "when" || char.IsAsciiDigit(steps[^1][0]));

    private static IEnumerable<Hint> Keys(CursorPlace place, string text, string before)
    {
        bool isQuoted = Quoted().IsMatch(before);
        bool isJson = text.AsSpan().TrimStart().StartsWith("{");
        string? type = TypeAt(text, place.Path);
        IEnumerable<SchemaKey> keys = SchemaBlock.At(place.Path, type).Keys
            .Where(key => !place.Present.Contains(key.Name)).OrderByDescending(key => key.IsRequired);
        foreach (SchemaKey key in keys)
        {
            string path = place.Path.Length == 0 ? key.Name : $"{place.Path}.{key.Name}";
            bool isBlock = place.Path.Length == 0 && SchemaBlock.At(path) is { Keys.Length: > 0, Values.Length: 0 };
            string insert = isQuoted ? key.Name
                : isJson ? $"\"{key.Name}\": "
                : isBlock || key.Name is "indicators" or "parameters" ? key.Name + ":\n  "
                : key.Name + ": ";
            string detail = key.IsRequired ? "needed" : key.Values.Length is > 0 and < 6 ? string.Join(" | ", key.Values) : string.Empty;
            yield return new Hint(key.Name, detail, key.About, insert);
        }
    }

    private static IEnumerable<Hint> Values(string path, string text, string before)
    {
        string? type = TypeAt(text, path);
        SchemaBlock schema = SchemaBlock.At(path, type);
        if (path.Split('.') is ["indicators", _, "type"])
        {
            return IndicatorCatalog.All.Select(one => new Hint(one.Name, one.Title, About(one)));
        }

        if (schema.Values.Length > 0)
        {
            return schema.Values.Select(word => new Hint(word, string.Empty, string.Empty));
        }

        if (path.EndsWith("timeframe", StringComparison.Ordinal) || path == "market.detail")
        {
            return Timeframes.Select(frame => new Hint(frame, "candles", string.Empty));
        }

        if (AfterNumber().IsMatch(before))
        {
            return Units.Where(unit => schema.About.Contains(unit.Name == "bps" ? "%" : unit.Name, StringComparison.Ordinal))
                .Select(unit => new Hint(unit.Name, unit.Detail, string.Empty));
        }

        bool takesNumber = path.Split('.')[0] is "indicators" or "orders" or "costs" or "risk";
        return takesNumber ? Parameters(text) : [];
    }

    private static IEnumerable<Hint> Names(string text, string path) =>
    [
        .. Instances(text),
        .. Parameters(text),
        .. RuleVocabulary.Prices.Select(one => new Hint(one.Name, one.Detail, string.Empty)),
        .. RuleVocabulary.Functions.Select(one => new Hint(one.Name, one.Detail, one.Name + one.Takes, one.Name + (one.Takes == "()" ? "()" : "("))),
        .. path.StartsWith("rules.exit", StringComparison.Ordinal)
            ? RuleVocabulary.Position.Select(one => new Hint(one.Name, one.Detail, string.Empty))
            : [],
    ];

    private static IEnumerable<Hint> Instances(string text)
    {
        foreach (string name in CursorPlace.KeysOf(text, "indicators"))
        {
            if (Definition(text, name) is { } definition)
            {
                yield return new Hint(name, definition.Title, About(definition));
            }
        }
    }

    private static IEnumerable<Hint> Parameters(string text) => CursorPlace.KeysOf(text, "parameters").Select(name => new Hint(
        "$" + name,
        CursorPlace.ValueOf(text, $"parameters.{name}.value") ?? CursorPlace.ValueOf(text, $"parameters.{name}") ?? "parameter",
        string.Empty));

    private static IReadOnlyList<Hint> Outputs(string text, string instance) => instance == "position"
        ? [.. RuleVocabulary.Position.Select(one => new Hint(one.Name.Split('.')[1], one.Detail, string.Empty))]
        : Definition(text, instance) is { } definition
            ? [.. definition.Outputs.Select(output => new Hint(output, definition.Title, definition.Summary))]
            : [];

    private static string About(IndicatorDefinition definition)
    {
        string parameters = string.Join(", ", definition.Parameters.Select(one => $"{one.Name} {Numbers.Text(one.Default)}"));
        string outputs = definition.Outputs.Length > 1 ? $"\nOutputs: {string.Join(", ", definition.Outputs)}" : string.Empty;
        return $"{definition.Summary}{(parameters.Length > 0 ? $"\nParameters: {parameters}" : string.Empty)}{outputs}";
    }

    private static string Before(string text, int line, int column)
    {
        string[] lines = text.Split('\n');
        string current = lines[Math.Clamp(line - 1, 0, lines.Length - 1)];
        return current[..Math.Clamp(column - 1, 0, current.Length)];
    }

    [GeneratedRegex("""(?<![\w.])(?<name>[A-Za-z_]\w*)\.\w*$""")]
    private static partial Regex Member();

    [GeneratedRegex("""\$\w*$""")]
    private static partial Regex Reference();

    [GeneratedRegex("""["']\w*$""")]
    private static partial Regex Quoted();

    [GeneratedRegex("""(\d|\$\w+)\s+\w*$""")]
    private static partial Regex AfterNumber();
}
