namespace Neurotrade.Core.Strategies.Files;

/// <summary>
/// Finds nesting that is too deep from characters alone, in one pass and constant memory, before a YAML library sees
/// the text. It knows quotes, comments and block scalars well enough not to count what is inside them; where it is
/// misled, the event stream's own count still holds.
/// </summary>
internal static class NestingScan
{
    /// <summary>The index of the first character that opens a level beyond <paramref name="limit"/>, or -1.</summary>
    public static int FirstTooDeep(string text, int limit)
    {
        Span<int> indents = stackalloc int[limit + 1];
        int levels = 0, flow = 0, at = 0;
        int blockScalarIndent = -1;
        while (at < text.Length)
        {
            int content = at;
            while (content < text.Length && text[content] is ' ' or '\t')
            {
                content++;
            }

            int indent = content - at;
            bool isBlank = content == text.Length || text[content] is '\n' or '#';
            if (flow == 0 && blockScalarIndent >= 0 && content < text.Length && text[content] != '\n')
            {
                if (indent > blockScalarIndent)
                {
                    at = NextLine(text, content);
                    continue;
                }

                blockScalarIndent = -1;
            }

            if (isBlank)
            {
                at = NextLine(text, content);
                continue;
            }

            if (flow == 0)
            {
                int deep = EnterLine(text, at, ref content, indents, ref levels, limit);
                if (deep >= 0)
                {
                    return deep;
                }
            }

            (int tooDeep, int end, bool opensBlockScalar) = ScanLine(text, content, ref flow, limit - levels);
            if (tooDeep >= 0)
            {
                return tooDeep;
            }

            blockScalarIndent = opensBlockScalar && flow == 0 ? indent : -1;
            at = end;
        }

        return -1;
    }

    // Levels by indentation, those of compact lists ("- - a") included; leaves content at what follows the dashes.
    private static int EnterLine(
        string text, int lineStart, ref int content, Span<int> indents, ref int levels, int limit)
    {
        bool isFirst = true;
        while (true)
        {
            int column = content - lineStart;
            while (isFirst && levels > 0 && indents[levels - 1] > column)
            {
                levels--;
            }

            if (levels == 0 || indents[levels - 1] < column)
            {
                if (levels == limit)
                {
                    return content;
                }

                indents[levels++] = column;
            }

            isFirst = false;
            bool isEntry = text[content] is '-' or '?'
                && (content + 1 == text.Length || text[content + 1] is ' ' or '\t' or '\n');
            if (!isEntry)
            {
                return -1;
            }

            content++;
            while (content < text.Length && text[content] is ' ' or '\t')
            {
                content++;
            }

            if (content == text.Length || text[content] is '\n' or '#')
            {
                return -1;
            }
        }
    }

    // One line, or as many as a quoted text goes on; brackets count where a value may begin or flow is open.
    private static (int TooDeep, int End, bool OpensBlockScalar) ScanLine(
        string text, int from, ref int flow, int limit)
    {
        bool mayBegin = true;
        for (int at = from; at < text.Length; at++)
        {
            char c = text[at];
            switch (c)
            {
                case '\n':
                    return (-1, at + 1, false);
                case ' ' or '\t':
                    if (at + 1 < text.Length && text[at + 1] == '#')
                    {
                        return (-1, NextLine(text, at), false);
                    }

                    continue;
                case '"' or '\'' when mayBegin:
                    at = EndOfQuoted(text, at);
                    mayBegin = false;
                    continue;
                case '|' or '>' when mayBegin && flow == 0:
                    return (-1, NextLine(text, at), true);
                case '[' or '{' when mayBegin || flow > 0:
                    if (++flow > limit)
                    {
                        return (at, at, false);
                    }

                    break;
                case ']' or '}' when flow > 0:
                    flow--;
                    break;
            }

            bool isColon = c == ':' && (at + 1 == text.Length || text[at + 1] is ' ' or '\t' or '\n' || flow > 0);
            bool isEntry = c is '-' or '?' && mayBegin && at + 1 < text.Length && text[at + 1] is ' ' or '\t';
            mayBegin = isColon || isEntry || (flow > 0 && c is '[' or '{' or ',');
        }

        return (-1, text.Length, false);
    }

    private static int EndOfQuoted(string text, int open)
    {
        char quote = text[open];
        for (int at = open + 1; at < text.Length; at++)
        {
            if (text[at] == '\\' && quote == '"')
            {
                at++;
            }
            else if (text[at] == quote)
            {
                return at;
            }
        }

        return text.Length - 1;
    }

    private static int NextLine(string text, int from)
    {
        int end = text.IndexOf('\n', from);
        return end < 0 ? text.Length : end + 1;
    }
}
