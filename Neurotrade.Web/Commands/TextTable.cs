using System.Text;

namespace Neurotrade.Web.Commands;

/// <summary>How a column stands.</summary>
internal enum Column
{
    Left,

    /// <summary>Figures.</summary>
    Right,
}

/// <summary>Rows in aligned columns, two spaces between; marks of <see cref="Style"/> take no width.</summary>
internal sealed class TextTable(params Column[] columns)
{
    private readonly List<string[]> rows = [];

    /// <summary>A row of as many cells as there are columns.</summary>
    public TextTable Add(params string[] cells)
    {
        Core.Market.Guard.That(cells.Length == columns.Length);
        rows.Add(cells);
        return this;
    }

    public void WriteTo(TextWriter writer)
    {
        int[] widths = [.. columns.Select((_, at) => rows.Max(row => WidthOf(row[at])))];
        foreach (string[] row in rows)
        {
            var line = new StringBuilder();
            for (int at = 0; at < row.Length; at++)
            {
                string padding = new(' ', widths[at] - WidthOf(row[at]));
                line.Append(at == 0 ? string.Empty : "  ");
                line.Append(columns[at] == Column.Right ? padding + row[at] : row[at] + padding);
            }

            writer.WriteLine(line.ToString().TrimEnd());
        }
    }

    /// <summary>Columns that a text takes on a terminal, escape sequences left out.</summary>
    public static int WidthOf(string text)
    {
        int width = 0;
        bool isInSequence = false;
        foreach (char c in text)
        {
            if (c == '\e')
            {
                isInSequence = true;
            }
            else if (isInSequence)
            {
                isInSequence = c != 'm';
            }
            else
            {
                width++;
            }
        }

        return width;
    }
}
