using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Strategies;

/// <summary>Small strategy files for tests.</summary>
internal static class Sample
{
    /// <summary>A file with the rules given; <c>a</c> and <c>b</c> are averages, <c>m</c> has three outputs.</summary>
    public static string File(string rules, string more = "") => $"""
        schema: 1
        name: sample
        market:
          symbols: [BTC/USDT]
          timeframe: 15m
        indicators:
          a: {'{'} type: sma, period: 1 {'}'}
          b: {'{'} type: sma, period: 2 {'}'}
          m: {'{'} type: macd {'}'}
        rules:
        {rules}
        {more}
        """;

    /// <summary>An expression as the entry rule, quoted so that YAML reads it as it is.</summary>
    public static string Entry(string expression) => File($"  entry: {Quoted(expression)}");

    /// <summary>A text in YAML's double quotes.</summary>
    public static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    public static Strategy Load(string text) => StrategyFile.Load(text, "s.yaml", StrategyOverrides.None);

    /// <summary>The problems of a file that must have some, as <c>LINE:COLUMN: message</c>.</summary>
    public static string[] Problems(string text, StrategyOverrides? overrides = null)
    {
        InputException refused = Assert.Throws<InputException>(
            () => StrategyFile.Load(text, "s.yaml", overrides ?? StrategyOverrides.None));
        return [.. refused.Problems.Select(p => p.ToString()["s.yaml:".Length..])];
    }

    /// <summary>The message of the only problem of an entry rule.</summary>
    public static string ProblemOf(string expression) => Assert.Single(Problems(Entry(expression)));

    /// <summary>The bound condition of an entry rule that is one expression.</summary>
    public static Expression Bound(string expression) => ((RuleNode.Leaf)Load(Entry(expression)).Entry).Condition;

    /// <summary>How the canonical form writes an entry rule.</summary>
    public static string Canonical(string expression) => Load(Entry(expression)).CanonicalText
        .Split('\n').Single(line => line.StartsWith("  entry: ", StringComparison.Ordinal) && !line.Contains('{'))["  entry: ".Length..];

    public static Symbol Symbol(string text)
    {
        Assert.True(Core.Market.Symbol.TryParse(text, out Symbol symbol));
        return symbol;
    }
}
