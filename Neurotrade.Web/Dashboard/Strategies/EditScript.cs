namespace Neurotrade.Web.Dashboard.Strategies;

/// <summary>
/// The shortest way from one list of lines to another: the greedy algorithm of E. W. Myers, "An O(ND) difference algorithm
/// and its variations", Algorithmica 1 (1986), figure 2, between what both begin and end with.
/// </summary>
internal sealed class EditScript
{
    /// <summary>Where two texts differ in more lines, all that lies between their equal beginning and end is told as changed.</summary>
    public const int MostEdits = 2_000;

    private readonly int[] former;
    private readonly int[] latter;
    private readonly bool[] isRemoved;
    private readonly bool[] isAdded;

    private EditScript(int[] former, int[] latter)
    {
        (this.former, this.latter) = (former, latter);
        (isRemoved, isAdded) = (new bool[former.Length], new bool[latter.Length]);
    }

    /// <summary>Which lines of the former are removed and which of the latter are added; the others are equal in order.</summary>
    public static (bool[] IsRemoved, bool[] IsAdded) Between(string[] former, string[] latter)
    {
        // Numbers are compared in the loops instead of texts.
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var script = new EditScript(Numbered(former, numbers), Numbered(latter, numbers));
        script.Find();
        return (script.isRemoved, script.isAdded);
    }

    private static int[] Numbered(string[] lines, Dictionary<string, int> numbers) => Array.ConvertAll(lines, line =>
    {
        if (!numbers.TryGetValue(line, out int number))
        {
            numbers[line] = number = numbers.Count;
        }

        return number;
    });

    private void Find()
    {
        int start = former.AsSpan().CommonPrefixLength(latter);
        int end = 0;
        while (end < Math.Min(former.Length, latter.Length) - start && former[^(end + 1)] == latter[^(end + 1)])
        {
            end++;
        }

        (int left, int right) = (former.Length - end - start, latter.Length - end - start);
        if (Furthest(start, left, right) is { } reached)
        {
            Mark(start, left, right, reached);
        }
        else
        {
            isRemoved.AsSpan(start, left).Fill(true);
            isAdded.AsSpan(start, right).Fill(true);
        }
    }

    // How far each number of edits leads on each diagonal k = x − y; entry [d][k + d]. Null where more edits are needed
    // than are looked for.
    private List<int[]>? Furthest(int start, int left, int right)
    {
        List<int[]> reached = [];
        for (int d = 0; d <= Math.Min(left + right, MostEdits); d++)
        {
            int[] now = new int[(2 * d) + 1];
            reached.Add(now);
            for (int k = -d; k <= d; k += 2)
            {
                int x = d == 0 ? 0 : Before(reached[d - 1], d, k).X;
                int y = x - k;
                while (x < left && y < right && former[start + x] == latter[start + y])
                {
                    (x, y) = (x + 1, y + 1);
                }

                now[k + d] = x;
                if (x >= left && y >= right)
                {
                    return reached;
                }
            }
        }

        return null;
    }

    // The step onto diagonal k with the d-th edit: a line added comes from the diagonal above, one removed from below.
    private static (int X, bool IsAdded) Before(int[] former, int d, int k)
    {
        int At(int diagonal) => former[diagonal + d - 1];
        bool isAdded = k == -d || (k != d && At(k - 1) < At(k + 1));
        return isAdded ? (At(k + 1), true) : (At(k - 1) + 1, false);
    }

    private void Mark(int start, int left, int right, List<int[]> reached)
    {
        (int x, int y) = (left, right);
        for (int d = reached.Count - 1; d > 0; d--)
        {
            int k = x - y;
            (int entered, bool added) = Before(reached[d - 1], d, k);
            if (added)
            {
                isAdded[start + entered - k - 1] = true;
            }
            else
            {
                isRemoved[start + entered - 1] = true;
            }

            x = added ? entered : entered - 1;
            y = added ? entered - k - 1 : entered - k;
        }
    }
}
