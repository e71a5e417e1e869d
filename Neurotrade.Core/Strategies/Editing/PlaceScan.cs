using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Neurotrade.Core.Strategies.Editing;

/// <summary>
/// Follows a text line by line and knows which block each character is in. It reads what people write, not all of YAML:
/// a text that is half written has places too.
/// </summary>
internal sealed partial class PlaceScan
{
    private readonly List<(int Column, string Step, bool IsItem)> block = [];
    private readonly List<Frame> flow = [];
    private readonly Dictionary<string, List<string>> keys = new(StringComparer.Ordinal);
    private int blockText = -1;

    /// <summary>Values that stand on the line of their key, by path.</summary>
    public Dictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>Where a cursor stands in the next line, from 0: the key that it is in is left out of what was found.</summary>
    public int? Cursor { get; set; }

    /// <summary>The keys that lead to the end of what was read.</summary>
    public string Path => string.Join('.', Steps());

    /// <summary>Whether a key may begin there.</summary>
    public bool IsKey { get; private set; }

    /// <summary>The keys found in a block.</summary>
    public IReadOnlySet<string> KeysOf(string path) => new HashSet<string>(keys.GetValueOrDefault(path) ?? [], StringComparer.Ordinal);

    /// <summary>Reads a line, or the beginning of one; whether it ends inside a comment.</summary>
    public bool Line(string line)
    {
        if (flow.Count > 0)
        {
            return Flow(line, 0);
        }

        int column = line.Length - line.TrimStart(' ').Length;
        string content = line[column..];
        if (blockText >= 0 && (content.Length == 0 || column > blockText))
        {
            IsKey = false;
            return false;
        }

        blockText = -1;
        if (content.StartsWith('#'))
        {
            return true;
        }

        while (content.StartsWith("- ", StringComparison.Ordinal) || content == "-")
        {
            Item(column);
            string rest = content[1..].TrimStart(' ');
            column += content.Length - rest.Length;
            content = rest;
        }

        block.RemoveAll(one => one.Column >= column && (content.Length > 0 || !one.IsItem));
        return Content(content, column);
    }

    private bool Content(string content, int column)
    {
        Match match = KeyBefore().Match(content);
        if (!match.Success)
        {
            IsKey = true;
            return content.Length > 0 && content[0] is '{' or '[' ? Flow(content, column) : content.Contains(" #", StringComparison.Ordinal);
        }

        string key = match.Groups["key"].Value.Trim('"', '\'');
        Found(key, column, column + match.Groups["key"].Length);
        block.Add((column, key, false));
        IsKey = false;
        string value = content[match.Length..].TrimStart();
        if (value.StartsWith('|') || value.StartsWith('>'))
        {
            blockText = column;
            return false;
        }

        if (value.Length > 0 && value[0] is '{' or '[')
        {
            return Flow(value, column + content.Length - value.Length);
        }

        Keep(value);
        return value.StartsWith('#') || value.Contains(" #", StringComparison.Ordinal);
    }

    // Inside brackets and braces; the line may leave them again.
    private bool Flow(string line, int offset)
    {
        StringBuilder token = new();
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            switch (c)
            {
                case '#' when i == 0 || line[i - 1] == ' ':
                    return true;
                case '"' or '\'':
                    int end = line.IndexOf(c, i + 1);
                    end = end < 0 ? line.Length - 1 : end;
                    token.Append(line, i, end - i + 1);
                    i = end;
                    break;
                case '{' or '[':
                    flow.Add(new Frame(c == '{'));
                    token.Clear();
                    break;
                case '}' or ']' or ',':
                    Value(token);
                    Part(c);
                    break;
                case ':' when flow.Count > 0 && flow[^1] is { IsMap: true, Key: null } && IsColon(line, i):
                    string key = token.ToString().Trim().Trim('"', '\'');
                    Found(key, offset + i - token.ToString().TrimStart().Length, offset + i);
                    flow[^1].Key = key;
                    token.Clear();
                    break;
                default:
                    token.Append(c);
                    break;
            }
        }

        IsKey = flow.Count > 0 && flow[^1] is { IsMap: true, Key: null };
        return false;
    }

    private static bool IsColon(string line, int at) => at + 1 == line.Length || line[at + 1] == ' ' || line[at - 1] is '"' or '\'';

    private void Part(char c)
    {
        if (c != ',' && flow.Count > 0)
        {
            flow.RemoveAt(flow.Count - 1);
        }
        else if (flow.Count > 0)
        {
            flow[^1].Key = null;
            flow[^1].Index++;
        }
    }

    private void Value(StringBuilder token)
    {
        if (flow.Count > 0 && flow[^1] is { IsMap: true, Key: not null })
        {
            Keep(token.ToString());
        }

        token.Clear();
    }

    private void Keep(string value)
    {
        string plain = (value.Split(" #")[0]).Trim().Trim('"', '\'');
        if (plain.Length > 0)
        {
            Values.TryAdd(Path, plain);
        }
    }

    private void Item(int column)
    {
        int index = 0;
        foreach ((int at, string step, bool isItem) in block)
        {
            index = isItem && at == column ? int.Parse(step, CultureInfo.InvariantCulture) + 1 : index;
        }

        block.RemoveAll(one => one.Column > column || (one.Column == column && one.IsItem));
        block.Add((column, index.ToString(CultureInfo.InvariantCulture), true));
    }

    private void Found(string key, int start, int end)
    {
        if (Cursor >= start && Cursor <= end)
        {
            return;
        }

        string path = Path;
        if (!keys.TryGetValue(path, out List<string>? list))
        {
            keys[path] = list = [];
        }

        list.Add(key);
    }

    private IEnumerable<string> Steps() => block.Select(one => one.Step).Concat(flow
        .Select(frame => frame.IsMap ? frame.Key : frame.Index.ToString(CultureInfo.InvariantCulture)).OfType<string>());

    [GeneratedRegex("""^(?<key>"[^"]*"|'[^']*'|[A-Za-z_$][\w$-]*)\s*:(?=\s|$)""")]
    private static partial Regex KeyBefore();

    private sealed class Frame(bool isMap)
    {
        public bool IsMap { get; } = isMap;

        public string? Key { get; set; }

        public int Index { get; set; }
    }
}
