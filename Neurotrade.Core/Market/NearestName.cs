namespace Neurotrade.Core.Market;

/// <summary>The known name nearest to one that was written, for "did you mean".</summary>
public static class NearestName
{
    private const int LongestCompared = 64;

    /// <summary>The nearest name by edits, letter case aside; null where none is near.</summary>
    public static string? Of(string written, IEnumerable<string> known)
    {
        if (written.Length is 0 or > LongestCompared)
        {
            return null;
        }

        string? nearest = null;
        int least = Math.Max(1, written.Length / 3) + 1;
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

    // Optimal string alignment: insertions, deletions, replacements and swaps of neighbours count 1 each.
    private static int Edits(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) >= limit)
        {
            return limit;
        }

        int[][] rows = [new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]];
        for (int j = 0; j <= b.Length; j++)
        {
            rows[0][j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            int[] row = rows[i % 3], above = rows[(i - 1) % 3], twoAbove = rows[(i + 1) % 3];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                bool same = Lower(a[i - 1]) == Lower(b[j - 1]);
                int edits = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (same ? 0 : 1));
                bool swapped = i > 1 && j > 1 && Lower(a[i - 1]) == Lower(b[j - 2]) && Lower(a[i - 2]) == Lower(b[j - 1]);
                row[j] = swapped ? Math.Min(edits, twoAbove[j - 2] + 1) : edits;
            }
        }

        return rows[a.Length % 3][b.Length];
    }

    private static char Lower(char c) => char.ToLowerInvariant(c);
}
