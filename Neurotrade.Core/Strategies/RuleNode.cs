using System.Collections.Immutable;

namespace Neurotrade.Core.Strategies;

/// <summary>A rule: one condition, or a tree of them; any node may carry a tag (contracts 3).</summary>
public abstract record RuleNode(string? Tag)
{
    /// <summary>True when every part is.</summary>
    public sealed record All(string? Tag, ImmutableArray<RuleNode> Parts) : RuleNode(Tag);

    /// <summary>True when one part is.</summary>
    public sealed record Any(string? Tag, ImmutableArray<RuleNode> Parts) : RuleNode(Tag);

    /// <summary>True when its part is false.</summary>
    public sealed record Not(string? Tag, RuleNode Part) : RuleNode(Tag);

    /// <summary>One condition of the expression language; <paramref name="Text"/> is as the file has it.</summary>
    public sealed record Leaf(string? Tag, string Text, Expression Condition) : RuleNode(Tag);
}
