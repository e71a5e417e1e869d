using Neurotrade.Core.Market;

namespace Neurotrade.Core.Strategies.Evaluation;

/// <summary>
/// Turns bound expressions into steps. Equal parts become one step wherever they stand. Lags are no steps: they are how
/// an operand is read. What can be said with a few operations is said with them, so each has one definition.
/// </summary>
internal sealed class RuleCompiler
{
    private readonly List<RuleStep> steps = [];
    private readonly Dictionary<RuleStep, int> known = [];

    /// <summary>The steps so far, each after those that it reads.</summary>
    public IReadOnlyList<RuleStep> Steps => steps;

    /// <summary>Compiles a rule tree; what asks about the position is missing, as it is for somebody who is flat.</summary>
    public int CompileFlat(RuleNode rule) => rule switch
    {
        RuleNode.Leaf leaf => CompileFlat(leaf.Condition).Step,
        RuleNode.Not not => Add(RuleOperation.Not, At(CompileFlat(not.Part))),
        RuleNode.All all => Chain(RuleOperation.And, [.. all.Parts.Select(CompileFlat)]),
        _ => Chain(RuleOperation.Or, [.. ((RuleNode.Any)rule).Parts.Select(CompileFlat)]),
    };

    /// <summary>Compiles an expression for somebody who is flat; a condition's operand has no lag.</summary>
    public Operand CompileFlat(Expression expression)
    {
        switch (expression)
        {
            case Expression.Number number:
                return Constant(number.Value);
            case Expression.Position:
                return Constant(double.NaN);
            case Expression.Field field:
                return At(Add(RuleOperation.Field, Operand.None, argument: (int)field.Which));
            case Expression.Indicator value:
                return At(Add(new RuleStep(
                    RuleOperation.Indicator, Operand.None, Operand.None, value.Instance, value.Output, 0)));
            case Expression.Clock clock:
                return At(Add(RuleOperation.Clock, Operand.None, argument: (int)clock.Which));
            case Expression.Lag lag:
                return Ago(CompileFlat(lag.Value), lag.Bars);
            case Expression.Unary unary:
                RuleOperation sign = unary.Operator == UnaryOperator.Not ? RuleOperation.Not : RuleOperation.Negate;
                return At(Add(sign, CompileFlat(unary.Operand)));
            case Expression.Binary binary:
                return At(Add(Operation(binary.Operator), CompileFlat(binary.Left), CompileFlat(binary.Right)));
            default:
                return At(Call((Expression.Call)expression));
        }
    }

    private int Call(Expression.Call call)
    {
        Operand first = CompileFlat(call.Arguments[0]);
        Operand second = call.Arguments.Length > 1 ? CompileFlat(call.Arguments[1]) : Operand.None;
        switch (call.Function)
        {
            case RuleFunction.CrossesAbove:
                return Cross(first, second, RuleOperation.LessOrEqual, RuleOperation.Greater);
            case RuleFunction.CrossesBelow:
                return Cross(first, second, RuleOperation.GreaterOrEqual, RuleOperation.Less);
            case RuleFunction.Rising:
                return EachStep(first, call.Bars, RuleOperation.LessOrEqual);
            case RuleFunction.Falling:
                return EachStep(first, call.Bars, RuleOperation.GreaterOrEqual);
            case RuleFunction.Change:
                return Add(RuleOperation.Subtract, first, Ago(first, call.Bars));
            case RuleFunction.Highest:
                return Add(RuleOperation.Highest, first, argument: call.Bars);
            case RuleFunction.Lowest:
                return Add(RuleOperation.Lowest, first, argument: call.Bars);
            case RuleFunction.Within:
                return Add(RuleOperation.Within, first, argument: call.Bars);
            case RuleFunction.BarsSince:
                return Add(RuleOperation.BarsSince, first);
            case RuleFunction.Abs:
                return Add(RuleOperation.Abs, first);
            case RuleFunction.Min:
                return Add(RuleOperation.Min, first, second);
            default:
                Guard.That(call.Function == RuleFunction.Max);
                return Add(RuleOperation.Max, first, second);
        }
    }

    private int Cross(Operand a, Operand b, RuleOperation before, RuleOperation now) =>
        Add(RuleOperation.And, At(Add(before, Ago(a, 1), Ago(b, 1))), At(Add(now, a, b)));

    // "Each of the last n steps rose" is "none of them did not": Kleene's laws let one window serve both.
    private int EachStep(Operand x, int bars, RuleOperation failing)
    {
        int failed = Add(RuleOperation.Within, At(Add(failing, x, Ago(x, 1))), argument: bars);
        return Add(RuleOperation.Not, At(failed));
    }

    private int Chain(RuleOperation operation, int[] parts)
    {
        int whole = parts[0];
        foreach (int part in parts.AsSpan(1))
        {
            whole = Add(operation, At(whole), At(part));
        }

        return whole;
    }

    private Operand Constant(double value) => At(Add(new RuleStep(
        RuleOperation.Constant, Operand.None, Operand.None, 0, 0, BitConverter.DoubleToInt64Bits(value))));

    private int Add(RuleOperation operation, Operand left, Operand? right = null, int argument = 0) =>
        Add(new RuleStep(operation, left, right ?? Operand.None, argument, 0, 0));

    private int Add(RuleStep step)
    {
        if (!known.TryGetValue(step, out int index))
        {
            index = steps.Count;
            steps.Add(step);
            known.Add(step, index);
        }

        return index;
    }

    private static Operand At(int step) => new(step, 0);

    private static Operand Ago(Operand operand, int bars) => operand with { Lag = operand.Lag + bars };

    /// <summary>The step that an operator is.</summary>
    public static RuleOperation Operation(BinaryOperator op) => op switch
    {
        BinaryOperator.Or => RuleOperation.Or,
        BinaryOperator.And => RuleOperation.And,
        BinaryOperator.Less => RuleOperation.Less,
        BinaryOperator.LessOrEqual => RuleOperation.LessOrEqual,
        BinaryOperator.Greater => RuleOperation.Greater,
        BinaryOperator.GreaterOrEqual => RuleOperation.GreaterOrEqual,
        BinaryOperator.Equal => RuleOperation.Equal,
        BinaryOperator.NotEqual => RuleOperation.NotEqual,
        BinaryOperator.Add => RuleOperation.Add,
        BinaryOperator.Subtract => RuleOperation.Subtract,
        BinaryOperator.Multiply => RuleOperation.Multiply,
        _ => RuleOperation.Divide,
    };
}
