using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies.Language;

namespace Neurotrade.Core.Strategies;

/// <summary>A strategy's rules in plain English, for <c>check</c> and for people who read before they trade.</summary>
public static class RuleWords
{
    /// <summary>Several lines of text, made from the bound rules, so that they say what will be done.</summary>
    public static string Describe(Strategy strategy)
    {
        StringBuilder text = new();
        foreach (IndicatorInstance instance in strategy.Indicators)
        {
            text.Append(Indicator(instance)).Append('\n');
        }

        string symbols = string.Join(", ", strategy.Market.Symbols);
        text.Append(CultureInfo.InvariantCulture, $"Enter {symbols} at the close of a {strategy.Market.Timeframe} candle when ");
        Rule(text, strategy.Entry, strategy.Indicators, 1);
        if (strategy.Exit is { } exit)
        {
            text.Append("Leave at the close of a candle when ");
            Rule(text, exit, strategy.Indicators, 1);
        }
        else
        {
            text.Append("There is no exit rule.\n");
        }

        OrderWords.Append(text, strategy);
        return text.ToString();
    }

    /// <summary>One condition of a strategy's rules, as a clause.</summary>
    public static string Of(RuleNode.Leaf leaf, Strategy strategy) => ExpressionWords.Of(leaf.Condition, strategy.Indicators);

    private static string Indicator(IndicatorInstance instance)
    {
        IEnumerable<string> parameters = instance.Definition.Parameters.Select(
            (parameter, index) => $"{parameter.Name} {Numbers.Text(instance.Parameters[index])}");
        string list = string.Join(", ", parameters);
        string frame = instance.Timeframe is { } higher ? $", on closed {higher} candles" : string.Empty;
        return $"{instance.Name} is the {instance.Definition.Title}{(list.Length > 0 ? $" ({list})" : string.Empty)}{frame}.";
    }

    private static void Rule(StringBuilder text, RuleNode rule, ImmutableArray<IndicatorInstance> indicators, int depth)
    {
        string tag = rule.Tag is { } name ? $" [{name}]" : string.Empty;
        switch (rule)
        {
            case RuleNode.Leaf leaf:
                text.Append(ExpressionWords.Of(leaf.Condition, indicators)).Append(tag).Append('\n');
                break;
            case RuleNode.Not not:
                text.Append("this does not hold").Append(tag).Append(": ");
                Rule(text, not.Part, indicators, depth + 1);
                break;
            case RuleNode.All all:
                Parts(text, "all of these hold", tag, all.Parts, indicators, depth);
                break;
            case RuleNode.Any any:
                Parts(text, "any of these holds", tag, any.Parts, indicators, depth);
                break;
        }
    }

    private static void Parts(
        StringBuilder text,
        string lead,
        string tag,
        ImmutableArray<RuleNode> parts,
        ImmutableArray<IndicatorInstance> indicators,
        int depth)
    {
        text.Append(lead).Append(tag).Append(":\n");
        foreach (RuleNode part in parts)
        {
            text.Append(' ', 2 * depth).Append("- ");
            Rule(text, part, indicators, depth + 1);
        }
    }
}
