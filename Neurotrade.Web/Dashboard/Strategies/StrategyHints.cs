using System.Globalization;
using System.Text.RegularExpressions;
using Neurotrade.Core.Features;

namespace Neurotrade.Web.Dashboard.Strategies;

/// <summary>Something that may stand at the cursor.</summary>
public sealed record Hint(string Label, string Detail, string Info);

/// <summary>What the catalogue offers while a strategy is written, and what it says of a word.</summary>
internal static partial class StrategyHints
{
    private static readonly (string Name, string Detail)[] Prices =
    [
        ("open", "the candle's first price"), ("high", "its highest price"), ("low", "its lowest price"), ("close", "its last price"),
        ("volume", "what was traded"), ("hl2", "(high + low) / 2"), ("hlc3", "(high + low + close) / 3"),
        ("ohlc4", "(open + high + low + close) / 4"), ("position.pnl", "gain since entry, before exit costs"),
        ("position.bars", "bars since the entry's fill"), ("position.entry_price", "the entry's fill price"),
    ];

    private static readonly (string Name, string Detail)[] Functions =
    [
        ("crosses_above", "a was at or below b and is above"), ("crosses_below", "a was at or above b and is below"),
        ("rising", "each of the last n steps rose"), ("falling", "each of the last n steps fell"),
        ("highest", "the highest of the last n"), ("lowest", "the lowest of the last n"), ("within", "true in one of the last n bars"),
        ("change", "x − x[n]"), ("bars_since", "bars since it was true"), ("abs", "without its sign"), ("min", "the smaller"),
        ("max", "the larger"), ("hour", "0 to 23, UTC"), ("minute", "0 to 59"), ("weekday", "Monday is 1"),
    ];

    /// <summary>Instances in a text, by name, with the indicator that each is; a text with mistakes has them too.</summary>
    public static IReadOnlyDictionary<string, IndicatorDefinition> Instances(string text)
    {
        var found = new Dictionary<string, IndicatorDefinition>(StringComparer.Ordinal);
        foreach (Match match in Instance().Matches(text))
        {
            if (IndicatorCatalog.Find(match.Groups["type"].Value) is { } definition)
            {
                found[match.Groups["name"].Value] = definition;
            }
        }

        return found;
    }

    /// <summary>What may stand before a column (from 1) of a line.</summary>
    public static IReadOnlyList<Hint> At(string line, int column, string text)
    {
        string before = line[..Math.Clamp(column - 1, 0, line.Length)];
        if (TypeKey().IsMatch(before))
        {
            return [.. IndicatorCatalog.All.Select(one => new Hint(one.Name, one.Title, one.Summary))];
        }

        IReadOnlyDictionary<string, IndicatorDefinition> instances = Instances(text);
        if (Member().Match(before) is { Success: true } member)
        {
            return instances.TryGetValue(member.Groups["name"].Value, out IndicatorDefinition? definition)
                ? [.. definition.Outputs.Select(output => new Hint(output, definition.Title, definition.Summary))]
                : [];
        }

        // Outside of rules a bare word is a key of the file, which the message names better.
        return !Rule().IsMatch(before) ? [] :
        [
            .. instances.Select(pair => new Hint(pair.Key, pair.Value.Title, pair.Value.Summary)),
            .. Parameter().Matches(text).Select(match => match.Groups["name"].Value).Distinct()
                .Select(name => new Hint("$" + name, "parameter", string.Empty)),
            .. Prices.Select(price => new Hint(price.Name, price.Detail, string.Empty)),
            .. Functions.Select(function => new Hint(function.Name, function.Detail, string.Empty)),
        ];
    }

    /// <summary>What a word means; null where nothing is known of it.</summary>
    public static string? Describe(string word, string text)
    {
        string name = word.Split('.')[0];
        IndicatorDefinition? definition = Instances(text).GetValueOrDefault(name) ?? IndicatorCatalog.Find(word);
        if (definition is not null)
        {
            string parameters = string.Join(", ", definition.Parameters.Select(parameter =>
                $"{parameter.Name} ({parameter.Default.ToString(CultureInfo.InvariantCulture)})"));
            return $"{definition.Title}. {definition.Summary}\n{definition.Formula}\nOutputs: {string.Join(", ", definition.Outputs)}"
                + (parameters.Length == 0 ? string.Empty : $"\nParameters: {parameters}");
        }

        (string Name, string Detail) known = Prices.Concat(Functions).FirstOrDefault(one => one.Name == word);
        return known.Name is null ? null : $"{known.Name}: {known.Detail}";
    }

    [GeneratedRegex("""^\s+["']?(?<name>[A-Za-z_]\w*)["']?\s*:\s*\{?[^#\n]*?\btype["']?\s*:\s*["']?(?<type>[a-z_0-9]+)""", RegexOptions.Multiline)]
    private static partial Regex Instance();

    [GeneratedRegex("""^\s+(?<name>[A-Za-z_]\w*)\s*:\s*\{[^}\n]*\bvalue\s*:""", RegexOptions.Multiline)]
    private static partial Regex Parameter();

    [GeneratedRegex("""\btype["']?\s*:\s*["']?\w*$""")]
    private static partial Regex TypeKey();

    [GeneratedRegex("""(?<![\w.])(?<name>[A-Za-z_]\w*)\.\w*$""")]
    private static partial Regex Member();

    [GeneratedRegex("""(^\s*-\s|[<>=(,+*/\-]|\b(when|entry|exit|and|or|not|all|any)\b\s*:?)[^:]*$""")]
    private static partial Regex Rule();
}
