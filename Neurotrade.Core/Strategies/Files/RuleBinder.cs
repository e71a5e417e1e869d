using System.Collections.Immutable;
using Neurotrade.Core.Strategies.Language;

namespace Neurotrade.Core.Strategies.Files;

/// <summary>Reads a rule: one expression, or a tree of <c>all</c>, <c>any</c>, <c>not</c> with tags.</summary>
internal sealed class RuleBinder(ExpressionScope scope, ValueReader values)
{
    /// <summary>The rule, or null with problems.</summary>
    public RuleNode? Bind(FileNode node, string what) => node switch
    {
        FileNode.Scalar scalar => Leaf(scalar, what, null),
        FileNode.Mapping map => Tree(map, what),
        _ => Fail(node, $"`{what}` is a list; `all:` or `any:` was expected before it."),
    };

    private RuleNode? Tree(FileNode.Mapping map, string what)
    {
        if (SplitEntry(map) is { } split)
        {
            return Fail(split.Value, SplitByComma(split.Value));
        }

        int before = values.Problems.Count;
        if (Block.Of(map, what, values.Problems, "tag", "all", "any", "not", "when") is not { } block)
        {
            return null;
        }

        bool hasUnknownKeys = values.Problems.Count > before;
        string? tag = block.Find("tag") is { } label ? Tag(label) : null;
        string? kind = hasUnknownKeys && map.Find("all") is null && map.Find("any") is null && map.Find("not") is null
            && map.Find("when") is null ? null : block.OnlyOne("all", "any", "not", "when");
        if (kind is null)
        {
            return null;
        }

        FileNode value = block.Find(kind)!;
        switch (kind)
        {
            case "when":
                return value is FileNode.Scalar leaf
                    ? Leaf(leaf, "when", tag)
                    : Fail(value, $"`when` is {value.Kind}; one expression was expected.");
            case "not":
                return Bind(value, "not") is { } part ? new RuleNode.Not(tag, part) : null;
            default:
                ImmutableArray<RuleNode> parts = Parts(value, kind);
                return parts.IsEmpty ? null
                    : kind == "all" ? new RuleNode.All(tag, parts) : new RuleNode.Any(tag, parts);
        }
    }

    private ImmutableArray<RuleNode> Parts(FileNode node, string kind)
    {
        if (node is not FileNode.Sequence { Items.IsEmpty: false } list)
        {
            string found = node is FileNode.Sequence ? "an empty list" : node.Kind;
            Fail(node, $"`{kind}` is {found}; a list of rules was expected.");
            return [];
        }

        ImmutableArray<RuleNode>.Builder parts = ImmutableArray.CreateBuilder<RuleNode>();
        bool isWhole = true;
        for (int i = 0; i < list.Items.Length; i++)
        {
            if (list.IsFlow && SplitLength(list.Items, i) is > 1 and var length)
            {
                Fail(list.Items[i], SplitByComma(list.Items[i]));
                (isWhole, i) = (false, i + length - 1);
            }
            else if (Bind(list.Items[i], kind) is { } part)
            {
                parts.Add(part);
            }
            else
            {
                isWhole = false;
            }
        }

        return isWhole ? parts.ToImmutable() : [];
    }

    private RuleNode.Leaf? Leaf(FileNode.Scalar scalar, string what, string? tag)
    {
        if (scalar.IsMissing)
        {
            values.Problems.Add(scalar.At, $"`{what}` is empty; a condition was expected, such as `rsi < 30`.");
            return null;
        }

        Expression? condition = ExpressionBinder.BindCondition(scalar.Text, scope, values.Problems, scalar.PositionAt);
        return condition is null ? null : new RuleNode.Leaf(tag, OneLine(scalar.Text), condition);
    }

    private string? Tag(FileNode node)
    {
        string? tag = values.Text(node, "tag", StrategyLimits.NameLength);
        if (tag is not null && tag.Trim().Length == 0)
        {
            values.Problems.Add(node.At, "`tag` is empty; a short name was expected.");
        }

        return tag?.Trim();
    }

    // How many items of a list in brackets are pieces of one rule that YAML split at its commas; 1 when none.
    private static int SplitLength(ImmutableArray<FileNode> items, int from)
    {
        int open = 0;
        for (int i = from; i < items.Length && items[i] is FileNode.Scalar { IsPlain: true } scalar; i++)
        {
            open += Balance(scalar.Text);
            if (open <= 0)
            {
                return open == 0 ? i - from + 1 : 1;
            }
        }

        return 1;
    }

    // { when: crosses_above(a, b) } reaches us as `when: crosses_above(a` and a key `b)` without a value.
    private static FileEntry? SplitEntry(FileNode.Mapping map)
    {
        for (int i = 0; map.IsFlow && i + 1 < map.Entries.Length; i++)
        {
            bool isCut = map.Entries[i].Value is FileNode.Scalar { IsPlain: true } value && Balance(value.Text) > 0;
            if (isCut && map.Entries[i + 1].Key.Text.Contains(')', StringComparison.Ordinal))
            {
                return map.Entries[i];
            }
        }

        return null;
    }

    private static string SplitByComma(FileNode first) =>
        $"YAML splits a list in [ ] or {{ }} at the comma after `{Shown(first)}`: put the rule in quotes, or in a list "
            + "with dashes.";

    private static int Balance(string text) => text.Count(c => c == '(') - text.Count(c => c == ')');

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Shown(FileNode node) => node is FileNode.Scalar scalar ? YamlTree.Shorten(scalar.Text) : node.Kind;

    private RuleNode? Fail(FileNode node, string message)
    {
        values.Problems.Add(node.At, message);
        return null;
    }
}
