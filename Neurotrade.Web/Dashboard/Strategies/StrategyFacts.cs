using System.Collections.Immutable;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Dashboard.Strategies;

/// <summary>What lists show of a strategy's text.</summary>
/// <param name="OwnName">The name that it gives itself, which its runs carry; null where it cannot be used.</param>
/// <param name="Hash">Its identity in results (contracts 3); null where it cannot be used.</param>
/// <param name="Parameters">With the values that the text gives them.</param>
/// <param name="Problems">How much is wrong in it.</param>
public sealed record StrategyFacts(
    string? OwnName, string? Hash, ImmutableArray<StrategyParameter> Parameters, int Problems);

/// <summary>The facts of texts, each read once; those asked for least lately are forgotten.</summary>
internal sealed class StrategyFactsShelf
{
    /// <summary>Texts whose facts are held.</summary>
    public const int MostTexts = 2_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, (StrategyFacts Facts, long Used)> known = new(StringComparer.Ordinal);
    private long uses;

    /// <summary>What a text says.</summary>
    public StrategyFacts Of(string text)
    {
        string key = StrategyVersions.HashOf(text);
        lock (gate)
        {
            if (known.TryGetValue(key, out (StrategyFacts Facts, long Used) held))
            {
                known[key] = (held.Facts, ++uses);
                return held.Facts;
            }
        }

        StrategyCheck check = StrategyCheck.Of(text, "strategy.yaml");
        var facts = new StrategyFacts(
            check.Strategy?.Name, check.Strategy?.Hash, check.Strategy?.Parameters ?? [], check.Problems.Count);
        lock (gate)
        {
            if (known.Count >= MostTexts)
            {
                known.Remove(known.MinBy(pair => pair.Value.Used).Key);
            }

            known[key] = (facts, ++uses);
        }

        return facts;
    }
}
