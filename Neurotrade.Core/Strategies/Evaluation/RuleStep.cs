namespace Neurotrade.Core.Strategies.Evaluation;

/// <summary>What one step of a compiled rule computes.</summary>
internal enum RuleOperation
{
    Constant,
    Field,
    Indicator,
    Clock,
    Negate,
    Abs,
    Add,
    Subtract,
    Multiply,
    Divide,
    Min,
    Max,
    Highest,
    Lowest,
    BarsSince,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,
    Not,
    And,
    Or,
    Within,
}

/// <summary>The value of a step, so many bars ago.</summary>
internal readonly record struct Operand(int Step, int Lag)
{
    /// <summary>No operand.</summary>
    public static Operand None { get; } = new(-1, 0);
}

/// <summary>One step: an operation over earlier steps. Equal steps are one step, so a key as well as an instruction.</summary>
/// <param name="Operation">What is computed.</param>
/// <param name="Left">The first operand.</param>
/// <param name="Right">The second operand.</param>
/// <param name="Argument">A window in bars, a field, a clock or an indicator's instance.</param>
/// <param name="Output">An indicator's output.</param>
/// <param name="Bits">A constant's bits; as bits, so that a missing constant equals itself.</param>
internal readonly record struct RuleStep(
    RuleOperation Operation, Operand Left, Operand Right, int Argument, int Output, long Bits)
{
    /// <summary>Whether the step gives truth values instead of numbers.</summary>
    public bool IsCondition => Operation >= RuleOperation.Less;

    public double Number => BitConverter.Int64BitsToDouble(Bits);
}
