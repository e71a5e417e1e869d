using System.Collections.Immutable;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Dashboard.Comparing;

/// <summary>One line of several texts side by side.</summary>
/// <param name="Place">The lines that it lies below, outermost first: <c>indicators › fast</c>.</param>
/// <param name="Cells">The line of each text; null where a text has none there.</param>
public sealed record LineRow(string Place, ImmutableArray<string?> Cells)
{
    /// <summary>All have it.</summary>
    public bool IsSame => Cells.All(cell => cell == Cells[0]);
}

/// <summary>
/// Several texts line by line, each in a column: equal lines stand side by side, and so do lines that give another value to
/// the same key.
/// </summary>
public static class LineTable
{
    /// <summary>All lines in order.</summary>
    public static ImmutableArray<LineRow> Of(IReadOnlyList<string> texts)
    {
        var rows = new List<string?[]>();
        for (int place = 0; place < texts.Count; place++)
        {
            rows = Merge(rows, Split(texts[place]), place, texts.Count);
        }

        return [.. rows.Select((row, at) => new LineRow(PlaceOf(rows, at), [.. row]))];
    }

    private static string[] Split(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static List<string?[]> Merge(List<string?[]> rows, string[] lines, int place, int count)
    {
        (bool[] isOnlyKnown, bool[] isNew) = EditScript.Between([.. rows.Select(Told)], lines);
        var merged = new List<string?[]>(rows.Count);
        (int i, int j) = (0, 0);
        while (i < rows.Count || j < lines.Length)
        {
            (int row, int line) = (i, j);
            while (i < rows.Count && isOnlyKnown[i])
            {
                i++;
            }

            while (j < lines.Length && isNew[j])
            {
                j++;
            }

            MergeByKey(merged, rows[row..i], lines[line..j], place, count);
            if (i < rows.Count)
            {
                rows[i][place] = lines[j];
                merged.Add(rows[i]);
                (i, j) = (i + 1, j + 1);
            }
        }

        return merged;
    }

    // Lines that differ are held against each other by what stands before their colon.
    private static void MergeByKey(List<string?[]> merged, List<string?[]> rows, string[] lines, int place, int count)
    {
        (bool[] isOnlyKnown, bool[] isNew) = EditScript.Between([.. rows.Select(row => Key(Told(row)))], [.. lines.Select(Key)]);
        (int i, int j) = (0, 0);
        while (i < rows.Count || j < lines.Length)
        {
            if (i < rows.Count && isOnlyKnown[i])
            {
                merged.Add(rows[i++]);
            }
            else if (j < lines.Length && isNew[j])
            {
                string?[] added = new string?[count];
                added[place] = lines[j++];
                merged.Add(added);
            }
            else
            {
                rows[i][place] = lines[j++];
                merged.Add(rows[i++]);
            }
        }
    }

    private static string Told(string?[] row) => row.First(cell => cell is not null)!;

    private static string Key(string line) => line.Split(": ")[0];

    private static string PlaceOf(List<string?[]> rows, int at)
    {
        int column = Array.FindIndex(rows[at], cell => cell is not null);
        int indent = IndentOf(rows[at][column]!);
        var above = new List<string>();
        for (int i = at - 1; i >= 0 && indent > 0; i--)
        {
            if (rows[i][column] is { } line && IndentOf(line) < indent)
            {
                indent = IndentOf(line);
                above.Insert(0, line.Trim().TrimStart('-', ' ').Split(':')[0]);
            }
        }

        return string.Join(" › ", above);
    }

    private static int IndentOf(string line) => line.Length - line.TrimStart(' ').Length;
}
