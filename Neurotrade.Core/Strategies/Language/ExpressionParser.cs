using System.Collections.Immutable;
using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Core.Strategies.Language;

/// <summary>
/// Reads an expression by precedence climbing. Loosest first: or, and, not, comparisons, + -, * /, unary -, lag.
/// </summary>
internal ref struct ExpressionParser
{
    private const int NotLevel = 3;
    private const int ComparisonLevel = 4;
    private const int SignLevel = 7;

    private readonly ReadOnlySpan<char> text;
    private ExpressionLexer lexer;
    private Token token;
    private int nodes;
    private int nesting;

    private ExpressionParser(ReadOnlySpan<char> text)
    {
        this.text = text;
        lexer = new ExpressionLexer(text);
    }

    /// <summary>The whole text as one expression, or <see cref="ExpressionException"/>.</summary>
    public static Syntax Parse(ReadOnlySpan<char> text)
    {
        ExpressionParser parser = new(text);
        parser.Advance();
        if (parser.token.Kind == TokenKind.End)
        {
            throw new ExpressionException(0, "The rule is empty; a condition was expected, such as `rsi < 30`.");
        }

        Syntax whole = parser.Expression(1);
        if (parser.token.Kind != TokenKind.End)
        {
            throw parser.Unexpected("an operator such as `and`, `<` or `+`, or the end of the rule");
        }

        return whole;
    }

    private Syntax Expression(int least)
    {
        Syntax left = Prefix(least);
        while (Infix(token.Kind) is var (level, op) && level >= least)
        {
            Advance();
            left = Counted(new Syntax.Binary(op, left, Expression(level + 1)));
            if (level == ComparisonLevel && Infix(token.Kind).Level == ComparisonLevel)
            {
                throw new ExpressionException(
                    token.Start, $"Comparisons do not chain: `{Shown(token)}` compares a condition. Write `a < b and b < c`.");
            }
        }

        return left;
    }

    // What parentheses, calls, signs and lags enclose: the depth of the whole is counted here.
    private Syntax Inner(int least)
    {
        if (++nesting > StrategyLimits.ExpressionNesting)
        {
            throw new ExpressionException(
                token.Start, $"The rule nests more than {StrategyLimits.ExpressionNesting} deep; that is the limit.");
        }

        Syntax inner = least == SignLevel ? Prefix(SignLevel) : Expression(least);
        nesting--;
        return inner;
    }

    private Syntax Prefix(int least)
    {
        Token first = token;
        if (first.Kind == TokenKind.Not)
        {
            if (least > NotLevel)
            {
                throw new ExpressionException(
                    first.Start, "A number was expected; a `not` inside a comparison or a sum stands in parentheses.");
            }

            Advance();
            Syntax condition = Inner(NotLevel);
            return Counted(new Syntax.Unary(first.Start, condition.End, UnaryOperator.Not, condition));
        }

        if (first.Kind == TokenKind.Minus)
        {
            Advance();
            Syntax operand = Inner(SignLevel);
            return Counted(new Syntax.Unary(first.Start, operand.End, UnaryOperator.Negate, operand));
        }

        Syntax value = Primary();
        while (token.Kind == TokenKind.OpenIndex)
        {
            Advance();
            Syntax bars = Inner(1);
            Token close = Expect(TokenKind.CloseIndex, "`]` after the number of bars");
            value = Counted(new Syntax.Lag(close.End, value, bars));
        }

        return value;
    }

    private Syntax Primary()
    {
        Token first = token;
        switch (first.Kind)
        {
            case TokenKind.Number:
                Advance();
                return Counted(new Syntax.Number(first.Start, first.End, first.Number, first.Unit));
            case TokenKind.Parameter:
                Advance();
                return Counted(new Syntax.Parameter(first.Start, first.End, text[(first.Start + 1)..first.End].ToString()));
            case TokenKind.Name:
                Advance();
                return token.Kind == TokenKind.Open
                    ? Call(first)
                    : Counted(new Syntax.Name(first.Start, first.End, text[first.Start..first.End].ToString()));
            case TokenKind.Open:
                Advance();
                Syntax inner = Inner(1);
                Token close = Expect(TokenKind.Close, $"`)` for the `(` at character {first.Start + 1}");
                return inner with { Start = first.Start, End = close.End };
            default:
                throw Unexpected("a value: a number, a price, an indicator, a function or `(`");
        }
    }

    private Syntax.Call Call(Token name)
    {
        Advance();
        ImmutableArray<Syntax>.Builder arguments = ImmutableArray.CreateBuilder<Syntax>();
        while (token.Kind != TokenKind.Close)
        {
            arguments.Add(Inner(1));
            if (token.Kind != TokenKind.Comma)
            {
                break;
            }

            Advance();
            if (token.Kind == TokenKind.Close)
            {
                throw Unexpected("another value after the comma");
            }
        }

        string function = text[name.Start..name.End].ToString();
        Token close = Expect(TokenKind.Close, $"`,` or `)` in `{function}(`");
        return Counted(new Syntax.Call(name.Start, close.End, function, arguments.ToImmutable()));
    }

    private static (int Level, BinaryOperator Operator) Infix(TokenKind kind) => kind switch
    {
        TokenKind.Or => (1, BinaryOperator.Or),
        TokenKind.And => (2, BinaryOperator.And),
        TokenKind.Less => (ComparisonLevel, BinaryOperator.Less),
        TokenKind.LessOrEqual => (ComparisonLevel, BinaryOperator.LessOrEqual),
        TokenKind.Greater => (ComparisonLevel, BinaryOperator.Greater),
        TokenKind.GreaterOrEqual => (ComparisonLevel, BinaryOperator.GreaterOrEqual),
        TokenKind.Equal => (ComparisonLevel, BinaryOperator.Equal),
        TokenKind.NotEqual => (ComparisonLevel, BinaryOperator.NotEqual),
        TokenKind.Plus => (5, BinaryOperator.Add),
        TokenKind.Minus => (5, BinaryOperator.Subtract),
        TokenKind.Star => (6, BinaryOperator.Multiply),
        TokenKind.Slash => (6, BinaryOperator.Divide),
        _ => (0, default),
    };

    private void Advance() => token = lexer.Next();

    private Token Expect(TokenKind kind, string what)
    {
        Token found = token;
        if (found.Kind != kind)
        {
            throw Unexpected(what);
        }

        Advance();
        return found;
    }

    private T Counted<T>(T node)
        where T : Syntax =>
        ++nodes <= StrategyLimits.ExpressionNodes ? node : throw new ExpressionException(
            node.Start, $"The rule has more than {StrategyLimits.ExpressionNodes} parts; that is the limit.");

    private readonly ExpressionException Unexpected(string expected)
    {
        string found = token.Kind == TokenKind.End ? "The rule ends" : $"`{Shown(token)}` stands";
        string hint = token.Kind == TokenKind.Name && LanguageNames.Function(Shown(token)) is { } function
            ? $" It is a function: `{function.Signature}`."
            : string.Empty;
        return new ExpressionException(token.Start, $"{found} where {expected} was expected.{hint}");
    }

    private readonly string Shown(Token shown) => YamlTree.Shorten(text[shown.Start..shown.End].ToString());
}
