using System.Collections.Immutable;

namespace Neurotrade.Core.Strategies.Language;

/// <summary>An expression as it is written, before its names mean anything; offsets are into its text.</summary>
internal abstract record Syntax(int Start, int End)
{
    public sealed record Number(int Start, int End, double Value, ValueUnit Unit) : Syntax(Start, End);

    public sealed record Name(int Start, int End, string Text) : Syntax(Start, End);

    public sealed record Parameter(int Start, int End, string Text) : Syntax(Start, End);

    public sealed record Unary(int Start, int End, UnaryOperator Operator, Syntax Operand) : Syntax(Start, End);

    public sealed record Binary(BinaryOperator Operator, Syntax Left, Syntax Right) : Syntax(Left.Start, Right.End);

    public sealed record Call(int Start, int End, string Function, ImmutableArray<Syntax> Arguments) : Syntax(Start, End);

    public sealed record Lag(int End, Syntax Value, Syntax Bars) : Syntax(Value.Start, End);
}
