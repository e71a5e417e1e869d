using System.Collections.Immutable;

namespace Neurotrade.Core.Strategies;

/// <summary>An expression of the rule language, bound: every name resolved (contracts 3).</summary>
public abstract record Expression
{
    private protected Expression()
    {
    }

    /// <summary>A number; parameters and units are resolved to one.</summary>
    public sealed record Number(double Value) : Expression;

    /// <summary>A price or the volume of this bar's candle.</summary>
    public sealed record Field(CandleField Which) : Expression;

    /// <summary>An indicator's output: an instance by its index in the strategy, an output by its index.</summary>
    public sealed record Indicator(int Instance, int Output) : Expression;

    /// <summary>A fact of the position; missing when flat.</summary>
    public sealed record Position(PositionField Which) : Expression;

    /// <summary>A part of the candle's open time, UTC.</summary>
    public sealed record Clock(ClockField Which) : Expression;

    /// <summary>The value so many bars ago.</summary>
    public sealed record Lag(Expression Value, int Bars) : Expression;

    /// <summary><c>-x</c> or <c>not x</c>.</summary>
    public sealed record Unary(UnaryOperator Operator, Expression Operand) : Expression;

    /// <summary>Two operands.</summary>
    public sealed record Binary(BinaryOperator Operator, Expression Left, Expression Right) : Expression;

    /// <summary>A function; <paramref name="Bars"/> is the window of those that have one, else 0.</summary>
    public sealed record Call(RuleFunction Function, ImmutableArray<Expression> Arguments, int Bars) : Expression;
}

public enum CandleField
{
    Open,
    High,
    Low,
    Close,
    Volume,
    Hl2,
    Hlc3,
    Ohlc4,
}

public enum PositionField
{
    /// <summary>(close − entry price) / entry price, before exit costs.</summary>
    Pnl,

    /// <summary>Bars since the bar of the fill.</summary>
    Bars,

    EntryPrice,
}

public enum ClockField
{
    Hour,
    Minute,

    /// <summary>Monday is 1.</summary>
    Weekday,
}

public enum UnaryOperator
{
    Negate,
    Not,
}

public enum BinaryOperator
{
    Or,
    And,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
}

public enum RuleFunction
{
    CrossesAbove,
    CrossesBelow,
    Rising,
    Falling,
    Highest,
    Lowest,
    Within,
    Change,
    Abs,
    Min,
    Max,
    BarsSince,
}
