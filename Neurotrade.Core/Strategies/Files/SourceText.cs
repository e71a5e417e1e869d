namespace Neurotrade.Core.Strategies.Files;

/// <summary>A file's text with its line starts, so that an index into it can be told as line and column.</summary>
internal sealed class SourceText
{
    private readonly List<int> lineStarts = [0];

    /// <summary>Text whose lines end in <c>\n</c> alone.</summary>
    public SourceText(string text)
    {
        Text = text;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                lineStarts.Add(i + 1);
            }
        }
    }

    public string Text { get; }

    /// <summary>Line and column of the character at an index; the end of the text has a place too.</summary>
    public SourcePosition At(int index)
    {
        int bounded = Math.Clamp(index, 0, Text.Length);
        int line = lineStarts.BinarySearch(bounded);
        line = line >= 0 ? line : ~line - 1;
        return new SourcePosition(line + 1, bounded - lineStarts[line] + 1);
    }
}
