using System.Collections.Immutable;

namespace Neurotrade.Core.Strategies.Files;

/// <summary>What a YAML or JSON file holds, with where it stands: the tree that the binder reads.</summary>
internal abstract class FileNode(SourcePosition at)
{
    public SourcePosition At { get; } = at;

    /// <summary>Index of the first character in the text; -1 where the node stands in no text.</summary>
    public int Start { get; init; } = -1;

    /// <summary>Index behind the last character that is part of the node, white space and comments not counted.</summary>
    public int End { get; init; } = -1;

    /// <summary>What to call this node in a message: <c>a value</c>, <c>a list</c> …</summary>
    public abstract string Kind { get; }

    /// <summary>A value as text; numbers and units are told apart only where a block says what it expects.</summary>
    public sealed class Scalar(
        SourcePosition at, string text, bool isPlain, SourceText source, int start, int end, bool isBlock) : FileNode(at)
    {
        public string Text { get; } = text;

        /// <summary>Whether it stands without quotes.</summary>
        public bool IsPlain { get; } = isPlain;

        /// <summary>Whether it is a block of lines, begun by <c>|</c> or <c>&gt;</c>.</summary>
        public bool IsBlock => isBlock;

        public override string Kind => IsMissing ? "nothing" : "a value";

        /// <summary>Whether nothing is written there, or a plain <c>null</c> or <c>~</c>.</summary>
        public bool IsMissing => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";

        /// <summary>Where a character of <see cref="Text"/> stands in the file; the node itself where that cannot be told.</summary>
        public SourcePosition PositionAt(int offset) => OffsetAt(offset) is var at and >= 0 ? source.At(at) : At;

        /// <summary>Index in the file of a character of <see cref="Text"/>; below 0 where it cannot be told.</summary>
        public int OffsetAt(int offset)
        {
            // A text without escapes or folds stands in the file as it is, but for its quotes.
            int quotes = IsPlain ? 0 : 1;
            if (!isBlock && end - start == Text.Length + (2 * quotes))
            {
                return start + quotes + Math.Clamp(offset, 0, Text.Length);
            }

            // Folding and indentation change only white space, so the visible characters line up in order.
            int at = isBlock ? AfterLine(start) : IsPlain ? start : start + 1;
            int bounded = Math.Clamp(offset, 0, Text.Length);
            for (int i = 0; i < bounded; i++)
            {
                if (!char.IsWhiteSpace(Text[i]))
                {
                    at = After(at, Text[i]);
                    if (at < 0)
                    {
                        return at;
                    }
                }
            }

            bool isBetween = bounded == Text.Length || char.IsWhiteSpace(Text[bounded]);
            return isBetween ? at : After(at, Text[bounded]) - 1;
        }

        private int After(int from, char c)
        {
            int found = from < end ? source.Text.IndexOf(c, from, end - from) : -1;
            return found < 0 ? -1 : found + 1;
        }

        private int AfterLine(int from)
        {
            int found = source.Text.IndexOf('\n', from);
            return found < 0 ? from : found + 1;
        }
    }

    /// <summary>A list; <see cref="IsFlow"/> when it stands in brackets.</summary>
    public sealed class Sequence(SourcePosition at, ImmutableArray<FileNode> items, bool isFlow) : FileNode(at)
    {
        public ImmutableArray<FileNode> Items { get; } = items;

        public bool IsFlow { get; } = isFlow;

        public override string Kind => "a list";
    }

    /// <summary>Keys with values, in file order, each key once; <see cref="IsFlow"/> when it stands in braces.</summary>
    public sealed class Mapping(SourcePosition at, ImmutableArray<FileEntry> entries, bool isFlow) : FileNode(at)
    {
        public ImmutableArray<FileEntry> Entries { get; } = entries;

        public bool IsFlow { get; } = isFlow;

        public override string Kind => "a block of keys";

        /// <summary>The value of a key, or null.</summary>
        public FileNode? Find(string key)
        {
            foreach (FileEntry entry in Entries)
            {
                if (entry.Key.Text == key)
                {
                    return entry.Value;
                }
            }

            return null;
        }
    }
}

/// <summary>A key and its value.</summary>
internal sealed record FileEntry(FileNode.Scalar Key, FileNode Value);
