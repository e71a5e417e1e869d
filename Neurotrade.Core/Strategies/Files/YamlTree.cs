using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Neurotrade.Core.Strategies.Files;

/// <summary>
/// Reads YAML, and JSON as a part of it, from the library's event stream into a tree with places. Anchors, aliases,
/// tags, merge keys, directives and second documents are refused, every one of them named.
/// </summary>
internal sealed class YamlTree
{
    private readonly SourceText source;
    private readonly ProblemList problems;
    private readonly Parser parser;
    private int events;

    private YamlTree(SourceText source, ProblemList problems)
    {
        (this.source, this.problems) = (source, problems);
        parser = new Parser(new Scanner(new StringReader(source.Text), skipComments: true));
    }

    /// <summary>The document's root; null when the file is empty or its structure is broken, with problems.</summary>
    public static FileNode? Read(SourceText source, ProblemList problems)
    {
        YamlTree tree = new(source, problems);
        try
        {
            return tree.ReadDocument();
        }
        catch (YamlException error)
        {
            SourcePosition at = source.At(ErrorIndex(error, source));
            problems.Add(at, SyntaxMessage(error, source));
            return null;
        }
        catch (RefusedException refusal)
        {
            problems.Add(refusal.At, refusal.Message);
            return null;
        }
    }

    private FileNode? ReadDocument()
    {
        Next();
        if (Next() is not DocumentStart start)
        {
            problems.Add(new SourcePosition(1, 1), "The file is empty; a strategy begins with `schema: 1`.");
            return null;
        }

        if (start.Version is not null || start.Tags is { Count: > 0 } tags && tags.Any(t => !IsDefault(t.Handle)))
        {
            problems.Add(At(start), "A YAML directive (%) is not allowed in a strategy file.");
        }

        FileNode root = ReadNode(Next(), 0);
        Next();
        if (Next() is DocumentStart second)
        {
            problems.Add(At(second), "A second YAML document begins here; a strategy file holds one.");
        }

        return root;
    }

    private static bool IsDefault(string handle) => handle is "!" or "!!";

    private FileNode ReadNode(ParsingEvent e, int depth)
    {
        if (e is AnchorAlias alias)
        {
            problems.Add(At(e), $"`*{alias.Value}` is a YAML alias; strategy files have none: write the value out.");
            return new FileNode.Scalar(At(e), string.Empty, true, source, Index(e.Start), Index(e.End), false);
        }

        if (e is not NodeEvent node)
        {
            throw new RefusedException(At(e), "Not valid YAML or JSON: a value was expected here.");
        }

        if (!node.Anchor.IsEmpty)
        {
            problems.Add(At(e), $"`&{node.Anchor.Value}` is a YAML anchor; strategy files have none.");
        }

        if (!node.Tag.IsEmpty)
        {
            problems.Add(At(e), "A YAML tag (!) is not allowed in a strategy file: write the plain value.");
        }

        if (e is not Scalar && depth == StrategyLimits.Nesting)
        {
            throw new RefusedException(At(e), StrategyLimits.NestingMessage);
        }

        return e switch
        {
            Scalar scalar => ReadScalar(scalar),
            SequenceStart list => ReadSequence(list, depth + 1),
            _ => ReadMapping((MappingStart)e, depth + 1),
        };
    }

    private FileNode.Scalar ReadScalar(Scalar scalar)
    {
        if (scalar.Value.Length > StrategyLimits.ScalarLength)
        {
            throw new RefusedException(
                At(scalar), $"A value of {scalar.Value.Length} characters; at most {StrategyLimits.ScalarLength} are allowed.");
        }

        bool isBlock = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded;
        (int start, int end) = (Index(scalar.Start), Index(scalar.End));
        return new FileNode.Scalar(
            At(scalar), scalar.Value, scalar.Style == ScalarStyle.Plain, source, start, end, isBlock)
        {
            Start = start,
            End = Trimmed(start, end),
        };
    }

    private FileNode.Sequence ReadSequence(SequenceStart start, int depth)
    {
        ImmutableArray<FileNode>.Builder items = ImmutableArray.CreateBuilder<FileNode>();
        ParsingEvent e = Next();
        for (; e is not SequenceEnd; e = Next())
        {
            items.Add(ReadNode(e, depth));
        }

        bool isFlow = start.Style == SequenceStyle.Flow;
        return new FileNode.Sequence(At(start), items.ToImmutable(), isFlow)
        {
            Start = Index(start.Start),
            End = isFlow ? Closed(e) : items.Count > 0 ? items[^1].End : Index(start.Start),
        };
    }

    private FileNode.Mapping ReadMapping(MappingStart start, int depth)
    {
        ImmutableArray<FileEntry>.Builder entries = ImmutableArray.CreateBuilder<FileEntry>();
        Dictionary<string, SourcePosition> seen = new(StringComparer.Ordinal);
        int last = Index(start.Start);
        ParsingEvent e = Next();
        for (; e is not MappingEnd; e = Next())
        {
            FileNode key = ReadNode(e, depth);
            FileNode value = ReadNode(Next(), depth);
            last = Math.Max(key.End, value.End);
            if (key is not FileNode.Scalar name)
            {
                problems.Add(key.At, $"A key is a plain name, but {key.Kind} stands here.");
            }
            else if (name.IsPlain && name.Text == "<<")
            {
                problems.Add(key.At, "`<<` is a YAML merge key; strategy files have none: write the keys out.");
            }
            else if (!seen.TryAdd(name.Text, key.At))
            {
                problems.Add(key.At, $"The key `{Shorten(name.Text)}` stands here a second time; the first is on line {seen[name.Text].Line}.");
            }
            else
            {
                entries.Add(new FileEntry(name, value));
            }
        }

        bool isFlow = start.Style == MappingStyle.Flow;
        return new FileNode.Mapping(At(start), entries.ToImmutable(), isFlow)
        {
            Start = Index(start.Start),
            End = isFlow ? Closed(e) : last,
        };
    }

    // The library's mark of a closing bracket is before it or behind it.
    private int Closed(ParsingEvent e)
    {
        int at = Index(e.Start);
        return at < source.Text.Length && source.Text[at] is ']' or '}' ? at + 1 : Index(e.End);
    }

    // The library may put a value's end behind the white space that follows it.
    private int Trimmed(int start, int end)
    {
        int bounded = Math.Min(end, source.Text.Length);
        while (bounded > start && char.IsWhiteSpace(source.Text[bounded - 1]))
        {
            bounded--;
        }

        return bounded;
    }

    private ParsingEvent Next()
    {
        ParsingEvent e = Take();
        if (++events > StrategyLimits.Events)
        {
            throw new RefusedException(
                At(e), $"The file has more than {StrategyLimits.Events} parts (values, keys, lists); that is the limit.");
        }

        return e;
    }

    // The library answers some malformed texts with failures of its own; to a person they are all the same.
    private ParsingEvent Take()
    {
        Mark last = parser.Current?.End ?? Mark.Empty;
        try
        {
            if (parser.MoveNext())
            {
                return parser.Current!;
            }
        }
        catch (Exception error) when (error is not YamlException and not OutOfMemoryException)
        {
            throw new SyntaxErrorException(last, last, "the structure cannot be followed any further");
        }

        throw new SyntaxErrorException(last, last, "the text ends too early");
    }

    private SourcePosition At(ParsingEvent e) => source.At(Index(e.Start));

    private static int Index(Mark mark) => (int)mark.Index;

    internal static string Shorten(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 77), "...");

    // Of a tab as indentation the library tells only the block's beginning; the tab itself is what a person looks for.
    private static int ErrorIndex(YamlException error, SourceText source)
    {
        int index = Math.Clamp((int)error.Start.Index, 0, source.Text.Length);
        if (!error.Message.Contains("tab", StringComparison.Ordinal))
        {
            return index;
        }

        for (int line = index; line >= 0; line = source.Text.IndexOf('\n', line) + 1)
        {
            int content = line;
            while (content < source.Text.Length && source.Text[content] == ' ')
            {
                content++;
            }

            bool isTab = content < source.Text.Length && source.Text[content] == '\t';
            if (isTab || source.Text.IndexOf('\n', line) < 0)
            {
                return isTab ? content : index;
            }
        }

        return index;
    }

    private static string SyntaxMessage(YamlException error, SourceText source)
    {
        int index = ErrorIndex(error, source);
        int lineStart = index == 0 ? 0 : source.Text.LastIndexOf('\n', index - 1) + 1;
        int lineEnd = source.Text.IndexOf('\n', index);
        ReadOnlySpan<char> line = source.Text.AsSpan(lineStart, (lineEnd < 0 ? source.Text.Length : lineEnd) - lineStart);
        string hint = line.TrimStart(' ').StartsWith('\t') ? " Indent with spaces, not tabs."
            : line.IndexOfAny('[', '{') >= 0 ? " Inside [ ] and { } put a rule that holds any of , [ ] { } in quotes."
            : " Put a rule in quotes that begins with a sign or holds a colon.";
        string found = line.Trim().Length == 0 ? "the end of the text" : $"`{Shorten(line.Trim().ToString())}`";
        return $"Not valid YAML or JSON near {found}: {error.Message.TrimEnd('.')}.{hint}";
    }

    private sealed class RefusedException(SourcePosition at, string message) : Exception(message)
    {
        public SourcePosition At { get; } = at;
    }
}
