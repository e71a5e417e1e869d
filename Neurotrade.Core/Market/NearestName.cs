namespace Neurotrade.Core.Market;

/// <summary>The known name nearest to one that was written, for "did you mean".</summary>
public static class NearestName
{
    private const int LongestCompared = 64;

    // What is further away is another name; the bound keeps a file full of unknown names cheap to answer.
    private const int MostEdits = 3;

    /// <summary>The nearest name by edits, letter case aside; null where none is near.</summary>
    public static string? Of(string written, IEnumerable<string> known)
    {
        if (written.Length is 0 or > LongestCompared)
        {
            return null;
        }

        string? nearest = null;
        int least = Math.Clamp(written.Length / 3, 1, MostEdits) + 1;
        foreach (string name in known)
        {
            int edits = Edits(written, name, least);
            if (edits < least)
            {
                (least, nearest) = (edits, name);
            }
        }

        return nearest;
    }

    /// <summary>A sentence with the nearest name, led by a space; empty where none is near.</summary>
    public static string Hint(string written, IEnumerable<string> known) =>
        Of(written, known) is { } name ? $" Did you mean `{name}`?" : string.Empty;

    // Optimal string alignment: insertions, deletions, replacements and swaps of neighbours count 1 each. Only cells near
    // the diagonal can stay under the limit.
    private static int Edits(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) >= limit || b.Length > LongestCompared)
        {
            return limit;
        }

        const int width = LongestCompared + 1;
        Span<int> cells = stackalloc int[3 * width];
        for (int j = 0; j <= b.Length; j++)
        {
            cells[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            Span<int> row = cells.Slice(i % 3 * width, width);
            Span<int> above = cells.Slice((i + 2) % 3 * width, width);
            Span<int> twoAbove = cells.Slice((i + 1) % 3 * width, width);
            int first = Math.Max(1, i - limit + 1);
            int last = Math.Min(b.Length, i + limit - 1);
            int nearest = limit;
            row[first - 1] = first == 1 ? i : limit;
            row[Math.Min(last + 1, b.Length)] = limit;
            for (int j = first; j <= last; j++)
            {
                bool same = Lower(a[i - 1]) == Lower(b[j - 1]);
                int edits = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (same ? 0 : 1));
                bool swapped = i > 1 && j > 1 && Lower(a[i - 1]) == Lower(b[j - 2]) && Lower(a[i - 2]) == Lower(b[j - 1]);
                row[j] = swapped ? Math.Min(edits, twoAbove[j - 2] + 1) : edits;
                nearest = Math.Min(nearest, row[j]);
            }

            if (nearest >= limit)
            {
                return limit;
            }
        }

        return cells[(a.Length % 3 * width) + b.Length];
    }

    private static char Lower(char c) => char.ToLowerInvariant(c);
}
