namespace Neurotrade.Core.Strategies.Language;

/// <summary>What a piece of an expression's text is.</summary>
internal enum TokenKind
{
    End,
    Number,
    Name,
    Parameter,
    And,
    Or,
    Not,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,
    Plus,
    Minus,
    Star,
    Slash,
    Open,
    Close,
    OpenIndex,
    CloseIndex,
    Comma,
}

/// <summary>One piece of an expression: its kind, where it stands and, of a number, what it says.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End, double Number, ValueUnit Unit);
