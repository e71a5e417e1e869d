using System.Collections.Immutable;
using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Core.Strategies.Editing;

public enum OutlineKind
{
    Condition,
    All,
    Any,
    Not,

    /// <summary>What stands there is no rule; the problems of the text say why.</summary>
    Unclear,
}

/// <summary>A rule as its text has it, with or without problems: what a form shows and changes.</summary>
/// <param name="Path">Where it stands among the rules.</param>
/// <param name="Kind">A condition or a group.</param>
/// <param name="Tag">As written, or null.</param>
/// <param name="Text">A condition's expression on one line; empty for a group.</param>
/// <param name="From">Where it begins in the text.</param>
/// <param name="To">Where it ends, the place behind its last character.</param>
/// <param name="Parts">A group's parts, in order.</param>
public sealed record RuleOutline(
    RulePath Path,
    OutlineKind Kind,
    string? Tag,
    string Text,
    SourcePosition From,
    SourcePosition To,
    ImmutableArray<RuleOutline> Parts)
{
    /// <summary>Whether it holds parts.</summary>
    public bool IsGroup => Kind is OutlineKind.All or OutlineKind.Any or OutlineKind.Not;

    /// <summary>Whether parts may be added and taken away.</summary>
    public bool IsList => Kind is OutlineKind.All or OutlineKind.Any;

    /// <summary>This part or the innermost below it that holds a place of the text; null where none does.</summary>
    public RuleOutline? At(int line, int column)
    {
        bool isAfter = (line, column).CompareTo((From.Line, From.Column)) >= 0;
        bool isBefore = (line, column).CompareTo((To.Line, To.Column)) <= 0;
        return !isAfter || !isBefore ? null
            : Parts.Select(part => part.At(line, column)).FirstOrDefault(found => found is not null) ?? this;
    }

    /// <summary>It and all below it, in the order of the text.</summary>
    public IEnumerable<RuleOutline> Flat() => Parts.SelectMany(part => part.Flat()).Prepend(this);

    internal static RuleOutline Of(FileNode node, RulePath path, SourceText source)
    {
        (FileNode? label, string? kind, FileNode? value) = Read(node);
        string? tag = label is FileNode.Scalar { IsMissing: false } name ? name.Text.Trim() : null;
        (SourcePosition from, SourcePosition to) = (source.At(node.Start), source.At(node.End));
        RuleOutline Make(OutlineKind made, string text, ImmutableArray<RuleOutline> parts) =>
            new(path, made, tag, text, from, to, parts);
        return (kind, value) switch
        {
            ("when", FileNode.Scalar leaf) => Make(OutlineKind.Condition, OneLine(leaf.Text), []),
            ("not", { } part) => Make(OutlineKind.Not, string.Empty, [Of(part, path.Part(0), source)]),
            ("all", FileNode.Sequence list) => Make(OutlineKind.All, string.Empty, Parts(list)),
            ("any", FileNode.Sequence list) => Make(OutlineKind.Any, string.Empty, Parts(list)),
            _ => Make(OutlineKind.Unclear, source.Text[node.Start..Math.Max(node.Start, node.End)], []),
        };

        ImmutableArray<RuleOutline> Parts(FileNode.Sequence list) =>
            [.. list.Items.Select((item, index) => Of(item, path.Part(index), source))];
    }

    /// <summary>A node's tag, the key that says what it is, and that key's value; a bare value is its own <c>when</c>.</summary>
    internal static (FileNode? Tag, string? Kind, FileNode? Value) Read(FileNode node)
    {
        if (node is FileNode.Scalar)
        {
            return (null, "when", node);
        }

        if (node is not FileNode.Mapping map)
        {
            return default;
        }

        FileEntry[] kinds = [.. map.Entries.Where(entry => entry.Key.Text is "all" or "any" or "not" or "when")];
        bool isRule = kinds.Length == 1 && map.Entries.Length == kinds.Length + (map.Find("tag") is null ? 0 : 1);
        return isRule ? (map.Find("tag"), kinds[0].Key.Text, kinds[0].Value) : default;
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
