using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Core.Strategies.Editing;

/// <summary>The lines of a text in which nodes stand: which lines belong to an item of a list or to a key.</summary>
internal sealed class SourceLines(string text)
{
    public int Length => text.Length;

    /// <summary>Where the line of a character begins.</summary>
    public int StartOf(int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    /// <summary>Where the next line begins.</summary>
    public int After(int at)
    {
        int end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end + 1;
    }

    public int Column(int at) => at - StartOf(at);

    /// <summary>Whether only spaces stand before it on its line.</summary>
    public bool IsFirst(int at) => text.AsSpan(StartOf(at)..at).TrimStart(' ').IsEmpty;

    public bool IsBlank(int line) => line < text.Length && text.AsSpan(line, After(line) - line).Trim().IsEmpty;

    /// <summary>Whether a line holds a comment and nothing else.</summary>
    public bool IsNote(int line) => line < text.Length && text.AsSpan(line, After(line) - line).TrimStart(' ').StartsWith("#");

    public int IndentOf(int line)
    {
        int at = line;
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at - line;
    }

    /// <summary>Whether a comment stands in a stretch that holds no values.</summary>
    public bool HasNote(int from, int to) => to > from && text.AsSpan(from..to).Contains('#');

    /// <summary>Behind the last line of what ends at <paramref name="end"/>: comments below it that lie deeper are its own.</summary>
    public int ChunkEnd(int end, int column)
    {
        int line = After(end);
        while (IsNote(line) && IndentOf(line) > column)
        {
            line = After(line);
        }

        return line;
    }

    /// <summary>Where the dash of an item of a block list stands.</summary>
    public int Dash(FileNode.Sequence list, int index)
    {
        if (index == 0)
        {
            return list.Start;
        }

        int column = Column(list.Start);
        int least = list.Items[index - 1].End;
        for (int line = StartOf(list.Items[index].Start); line > least; line = StartOf(line - 1))
        {
            int dash = line + column;
            if (dash < text.Length && text[dash] == '-' && IsFirst(dash))
            {
                return dash;
            }
        }

        throw new EditRefusedException("The list is written in a way that only the text can change.");
    }

    /// <summary>Where the lines of an item begin, those between it and the item before among them.</summary>
    public int ChunkStart(FileNode.Sequence list, int index)
    {
        if (index > 0)
        {
            return ChunkEnd(list.Items[index - 1].End, Column(list.Start));
        }

        int line = StartOf(list.Start);
        while (line > 0 && IsAbove(StartOf(line - 1), Column(list.Start)))
        {
            line = StartOf(line - 1);
        }

        return line;
    }

    // A comment deeper than the list belongs to what is above it.
    private bool IsAbove(int line, int column) => IsBlank(line) || (IsNote(line) && IndentOf(line) <= column);
}
