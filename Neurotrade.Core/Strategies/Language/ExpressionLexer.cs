using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Core.Strategies.Language;

/// <summary>Cuts an expression's text into tokens, one at a time.</summary>
internal ref struct ExpressionLexer(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int at;

    /// <summary>The next token; at the end of the text an <see cref="TokenKind.End"/>, again and again.</summary>
    public Token Next()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        if (at == text.Length)
        {
            return new Token(TokenKind.End, at, at, 0, ValueUnit.None);
        }

        char c = text[at];
        if (char.IsAsciiDigit(c))
        {
            return Number();
        }

        if (char.IsAsciiLetter(c) || c == '_')
        {
            return Word();
        }

        return c == '$' ? Parameter() : Sign();
    }

    private Token Number()
    {
        int start = at;
        int length = Literal.NumberLength(text[at..]);
        at += length;
        if (!DecimalNumber.TryParse(text.Slice(start, length), out DecimalNumber number))
        {
            throw new ExpressionException(start, $"`{Shown(start, at)}` is not a number.");
        }

        if (at < text.Length && text[at] == '%')
        {
            at++;
            return Finite(start, number.Shift(-2), ValueUnit.Ratio);
        }

        int word = at;
        while (word < text.Length && char.IsWhiteSpace(text[word]))
        {
            word++;
        }

        if (word < text.Length && text[word] == '%')
        {
            at = word + 1;
            return Finite(start, number.Shift(-2), ValueUnit.Ratio);
        }

        int end = word;
        while (end < text.Length && IsNamePart(text[end]))
        {
            end++;
        }

        ReadOnlySpan<char> unit = text[word..end];
        if (unit.Equals("bps", StringComparison.OrdinalIgnoreCase))
        {
            at = end;
            return Finite(start, number.Shift(-4), ValueUnit.Ratio);
        }

        if (unit.Equals("bars", StringComparison.OrdinalIgnoreCase) || unit.Equals("bar", StringComparison.OrdinalIgnoreCase))
        {
            at = end;
            return Finite(start, number, ValueUnit.Bars);
        }

        if (unit.Equals("atr", StringComparison.OrdinalIgnoreCase))
        {
            throw new ExpressionException(
                start, $"`{Shown(start, end)}` has no place in a rule: multiply, as in `{Shown(start, at)} * atr`.");
        }

        if (word == at && unit.Length > 0)
        {
            throw new ExpressionException(
                start, $"`{Shown(start, end)}` is neither a number nor a name; the units in a rule are % and bps.");
        }

        return Finite(start, number, ValueUnit.None);
    }

    private readonly Token Finite(int start, DecimalNumber number, ValueUnit unit)
    {
        double value = number.ToDouble();
        if (!double.IsFinite(value))
        {
            throw new ExpressionException(start, $"`{Shown(start, at)}` is too large a number.");
        }

        return new Token(TokenKind.Number, start, at, value, unit);
    }

    // Names of outputs belong to the name: macd.signal is one token.
    private Token Word()
    {
        int start = at;
        while (at < text.Length && (IsNamePart(text[at])
            || (text[at] == '.' && at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] == '_'))))
        {
            at++;
        }

        ReadOnlySpan<char> word = text[start..at];
        TokenKind kind = word.Equals("and", StringComparison.OrdinalIgnoreCase) ? TokenKind.And
            : word.Equals("or", StringComparison.OrdinalIgnoreCase) ? TokenKind.Or
            : word.Equals("not", StringComparison.OrdinalIgnoreCase) ? TokenKind.Not
            : TokenKind.Name;
        return new Token(kind, start, at, 0, ValueUnit.None);
    }

    private Token Parameter()
    {
        int start = at++;
        while (at < text.Length && IsNamePart(text[at]))
        {
            at++;
        }

        if (at == start + 1)
        {
            throw new ExpressionException(start, "A parameter's name was expected after `$`.");
        }

        return new Token(TokenKind.Parameter, start, at, 0, ValueUnit.None);
    }

    private Token Sign()
    {
        int start = at;
        char c = text[at];
        char next = at + 1 < text.Length ? text[at + 1] : '\0';
        (TokenKind kind, int length) = (c, next) switch
        {
            ('<', '=') => (TokenKind.LessOrEqual, 2),
            ('>', '=') => (TokenKind.GreaterOrEqual, 2),
            ('=', '=') => (TokenKind.Equal, 2),
            ('!', '=') => (TokenKind.NotEqual, 2),
            ('<', '>') => throw new ExpressionException(start, "`<>` is written `!=`."),
            ('<', _) => (TokenKind.Less, 1),
            ('>', _) => (TokenKind.Greater, 1),
            ('+', _) => (TokenKind.Plus, 1),
            ('-', _) => (TokenKind.Minus, 1),
            ('*', '*') => throw new ExpressionException(start, "There is no power operator `**`; multiply instead."),
            ('*', _) => (TokenKind.Star, 1),
            ('/', _) => (TokenKind.Slash, 1),
            ('(', _) => (TokenKind.Open, 1),
            (')', _) => (TokenKind.Close, 1),
            ('[', _) => (TokenKind.OpenIndex, 1),
            (']', _) => (TokenKind.CloseIndex, 1),
            (',', _) => (TokenKind.Comma, 1),
            ('=', _) => throw new ExpressionException(start, "`=` compares nothing; equality is written `==`."),
            ('&', _) => throw new ExpressionException(start, "`&` is written `and`."),
            ('|', _) => throw new ExpressionException(start, "`|` is written `or`."),
            ('!', _) => throw new ExpressionException(start, "`!` is written `not`."),
            ('"', _) or ('\'', _) => throw new ExpressionException(start, "A rule has no texts in quotes; a name or a number was expected."),
            ('≤', _) => throw new ExpressionException(start, "`≤` is written `<=`."),
            ('≥', _) => throw new ExpressionException(start, "`≥` is written `>=`."),
            ('≠', _) => throw new ExpressionException(start, "`≠` is written `!=`."),
            ('.', _) => throw new ExpressionException(start, "A number begins with a digit, as in `0.5`; a name with a letter."),
            _ => throw new ExpressionException(start, $"The character `{Symbol(start)}` has no meaning in a rule."),
        };
        at += length;
        return new Token(kind, start, at, 0, ValueUnit.None);
    }

    private readonly string Symbol(int start) =>
        char.IsHighSurrogate(text[start]) && start + 1 < text.Length
            ? text.Slice(start, 2).ToString()
            : text[start].ToString();

    private readonly string Shown(int start, int end) => YamlTree.Shorten(text[start..end].ToString());

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
