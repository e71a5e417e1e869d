using System.Text.Json.Nodes;
using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Core.Strategies.Editing;

/// <summary>A change on its way: what goes where in the text, and beside it what the text is then meant to say.</summary>
internal sealed class EditDraft(string content, FileNode.Mapping root)
{
    private readonly List<Splice> splices = [];

    public string Content { get; } = content;

    public SourceLines Lines { get; } = new(content);

    public Spot Root { get; } = Spot.Root(root);

    /// <summary>Whether the file is JSON, whose keys and words stand in quotes.</summary>
    public bool IsJson => Root.IsFlow;

    /// <summary>What the text is meant to say after the change.</summary>
    public JsonObject Intended { get; } = (JsonObject)Spot.Values(root)!;

    /// <summary>What goes where, in the order of the text.</summary>
    public IEnumerable<Splice> Splices => splices.OrderBy(splice => splice.At).ThenBy(splice => splice.Length > 0);

    public void Insert(int at, string text) => splices.Add(new Splice(at, 0, text));

    public void Delete(int from, int to) => splices.Add(new Splice(from, to - from, string.Empty));

    public void Replace(int from, int to, string text) => splices.Add(new Splice(from, to - from, text));

    /// <summary>Moves the lines that begin inside a stretch to the right, or to the left as far as they have spaces.</summary>
    public void Indent(int from, int to, int columns)
    {
        for (int line = Lines.After(from); line < to; line = Lines.After(line))
        {
            if (Lines.IsBlank(line))
            {
                continue;
            }

            if (columns > 0)
            {
                Insert(line, NodeText.Pad(columns));
            }
            else
            {
                Delete(line, line + Math.Min(-columns, Lines.IndentOf(line)));
            }
        }
    }

    /// <summary>Lines of the text with another indentation.</summary>
    public string Shifted(int from, int to, int columns)
    {
        EditDraft part = new(Content[from..to], new FileNode.Mapping(default, [], false));
        if (columns != 0 && !part.Lines.IsBlank(0))
        {
            part.IndentLine(0, columns);
        }

        part.Indent(0, part.Content.Length, columns);
        return part.Apply();
    }

    /// <summary>The text after the change.</summary>
    public string Apply() => SpliceAll(Content, Splices);

    public static string SpliceAll(string text, IEnumerable<Splice> splices)
    {
        System.Text.StringBuilder made = new();
        int at = 0;
        foreach (Splice splice in splices)
        {
            if (splice.At < at)
            {
                throw new EditRefusedException("The text is written in a way that only the text can change.");
            }

            made.Append(text, at, splice.At - at).Append(splice.Insert);
            at = splice.At + splice.Length;
        }

        return made.Append(text, at, text.Length - at).ToString();
    }

    private void IndentLine(int line, int columns)
    {
        if (columns > 0)
        {
            Insert(line, NodeText.Pad(columns));
        }
        else
        {
            Delete(line, line + Math.Min(-columns, Lines.IndentOf(line)));
        }
    }
}
