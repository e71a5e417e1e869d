namespace Neurotrade.Core.Strategies.Editing;

/// <summary>Where in a strategy a place of its text is, also while the text is being written and cannot be read.</summary>
/// <param name="Path">The keys that lead there, dots between; items of lists by their number.</param>
/// <param name="IsKey">Whether a key may begin there; else it is the value of the path.</param>
/// <param name="Present">Keys that the block of the path has already, other than the one at the place.</param>
public sealed record CursorPlace(string Path, bool IsKey, IReadOnlySet<string> Present)
{
    /// <summary>The place before a column of a line, both from 1; null inside a comment.</summary>
    public static CursorPlace? Of(string text, int line, int column)
    {
        string[] lines = text.Split('\n');
        int last = Math.Clamp(line - 1, 0, lines.Length - 1);
        var scan = new PlaceScan();
        for (int i = 0; i < last; i++)
        {
            scan.Line(lines[i].TrimEnd('\r'));
        }

        string current = lines[last].TrimEnd('\r');
        int cut = Math.Clamp(column - 1, 0, current.Length);
        bool isNote = scan.Line(current[..cut]);
        if (isNote)
        {
            return null;
        }

        (string path, bool isKey) = (scan.Path, scan.IsKey);
        var whole = new PlaceScan();
        for (int i = 0; i < lines.Length; i++)
        {
            // The key at the place itself is no sibling.
            whole.Cursor = i == last ? cut : null;
            whole.Line(lines[i].TrimEnd('\r'));
        }

        return new CursorPlace(path, isKey, whole.KeysOf(path));
    }

    /// <summary>What a block of the text says for a key, as far as it can be told; null where it does not.</summary>
    public static string? ValueOf(string text, string path)
    {
        var scan = new PlaceScan();
        foreach (string line in text.Split('\n'))
        {
            scan.Line(line.TrimEnd('\r'));
        }

        return scan.Values.GetValueOrDefault(path);
    }

    /// <summary>Every key of a block of the text, in the order in which they stand.</summary>
    public static IReadOnlyList<string> KeysOf(string text, string path)
    {
        var scan = new PlaceScan();
        foreach (string line in text.Split('\n'))
        {
            scan.Line(line.TrimEnd('\r'));
        }

        return [.. scan.KeysOf(path)];
    }
}
