namespace Neurotrade.Web.Dashboard.Strategies;

/// <summary>The words of the rule language with what they mean, for whoever writes a rule.</summary>
internal static class RuleVocabulary
{
    public static IReadOnlyList<(string Name, string Detail)> Prices { get; } =
    [
        ("open", "the candle's first price"), ("high", "its highest price"), ("low", "its lowest price"), ("close", "its last price"),
        ("volume", "what was traded"), ("hl2", "(high + low) / 2"), ("hlc3", "(high + low + close) / 3"),
        ("ohlc4", "(open + high + low + close) / 4"),
    ];

    public static IReadOnlyList<(string Name, string Detail)> Position { get; } =
    [
        ("position.pnl", "gain since entry, before exit costs; missing while flat"),
        ("position.bars", "bars since the entry's fill; missing while flat"),
        ("position.entry_price", "the entry's fill price; missing while flat"),
    ];

    /// <summary>Functions with what they take.</summary>
    public static IReadOnlyList<(string Name, string Takes, string Detail)> Functions { get; } =
    [
        ("crosses_above", "(a, b)", "a was at or below b a bar ago, and is above it now"),
        ("crosses_below", "(a, b)", "a was at or above b a bar ago, and is below it now"),
        ("rising", "(x, n)", "each of the last n steps rose"), ("falling", "(x, n)", "each of the last n steps fell"),
        ("highest", "(x, n)", "the highest of this bar and the n − 1 before"),
        ("lowest", "(x, n)", "the lowest of this bar and the n − 1 before"),
        ("within", "(condition, n)", "true at this bar or one of the n − 1 before"), ("change", "(x, n)", "x less x n bars ago"),
        ("bars_since", "(condition)", "bars since it was true; 0 when it is"), ("abs", "(x)", "x without its sign"),
        ("min", "(a, b)", "the smaller"), ("max", "(a, b)", "the larger"),
        ("hour", "()", "of the candle's open, 0 to 23, UTC"), ("minute", "()", "of the candle's open, 0 to 59"),
        ("weekday", "()", "of the candle's open, Monday is 1"),
    ];

    /// <summary>What a word means; null where it is none of the language.</summary>
    public static string? Meaning(string word)
    {
        (string Name, string Takes, string Detail) function = Functions.FirstOrDefault(one => one.Name == word);
        (string Name, string Detail) known = Prices.Concat(Position).FirstOrDefault(one => one.Name == word);
        return function.Name is not null ? $"{function.Name}{function.Takes}: {function.Detail}"
            : known.Name is not null ? $"{known.Name}: {known.Detail}"
            : null;
    }
}
