using Neurotrade.Core.Market;

namespace Neurotrade.Core.Strategies.Evaluation;

/// <summary>Splits a rule that asks about the position into steps, computed for every bar, and what is left of it.</summary>
internal sealed class ResidualCompiler(RuleCompiler compiler)
{
    private readonly List<Operand> numbers = [];
    private readonly List<int> truths = [];
    private readonly PositionUse use = new();

    /// <summary>The number operands that the residual reads, by the index of <see cref="ResidualRule.KeptNumber"/>.</summary>
    public IReadOnlyList<Operand> KeptNumbers => numbers;

    /// <summary>The condition steps that it reads, by the index of <see cref="ResidualRule.KeptTruth"/>.</summary>
    public IReadOnlyList<int> KeptTruths => truths;

    /// <summary>What is left of a rule.</summary>
    public ResidualRule Compile(RuleNode rule)
    {
        if (!use.In(rule))
        {
            return Kept(compiler.CompileFlat(rule));
        }

        return rule switch
        {
            RuleNode.Leaf leaf => Compile(leaf.Condition),
            RuleNode.Not not => new ResidualRule.Unary(RuleOperation.Not, Compile(not.Part)),
            RuleNode.All all => Chain(RuleOperation.And, all.Parts),
            _ => Chain(RuleOperation.Or, ((RuleNode.Any)rule).Parts),
        };
    }

    /// <summary>What is left of an expression.</summary>
    public ResidualRule Compile(Expression expression)
    {
        if (!use.In(expression))
        {
            Operand operand = compiler.CompileFlat(expression);
            return compiler.Steps[operand.Step].IsCondition ? Kept(operand.Step) : Kept(operand);
        }

        switch (expression)
        {
            case Expression.Position fact:
                return new ResidualRule.Position(fact.Which);
            case Expression.Unary unary:
                RuleOperation sign = unary.Operator == UnaryOperator.Not ? RuleOperation.Not : RuleOperation.Negate;
                return new ResidualRule.Unary(sign, Compile(unary.Operand));
            case Expression.Binary binary:
                return new ResidualRule.Binary(
                    RuleCompiler.Operation(binary.Operator), Compile(binary.Left), Compile(binary.Right));
            default:
                return Call((Expression.Call)expression);
        }
    }

    private ResidualRule Call(Expression.Call call)
    {
        // The binder refuses position.* under every function that looks back.
        Guard.That(call.Function is RuleFunction.Abs or RuleFunction.Min or RuleFunction.Max);
        return call.Function switch
        {
            RuleFunction.Abs => new ResidualRule.Unary(RuleOperation.Abs, Compile(call.Arguments[0])),
            RuleFunction.Min => Both(RuleOperation.Min, call),
            _ => Both(RuleOperation.Max, call),
        };
    }

    private ResidualRule.Binary Both(RuleOperation operation, Expression.Call call) =>
        new(operation, Compile(call.Arguments[0]), Compile(call.Arguments[1]));

    private ResidualRule Chain(RuleOperation operation, IReadOnlyList<RuleNode> parts)
    {
        ResidualRule whole = Compile(parts[0]);
        for (int i = 1; i < parts.Count; i++)
        {
            whole = new ResidualRule.Binary(operation, whole, Compile(parts[i]));
        }

        return whole;
    }

    private ResidualRule.KeptNumber Kept(Operand operand) => new(IndexOf(numbers, operand));

    private ResidualRule.KeptTruth Kept(int step) => new(IndexOf(truths, step));

    private static int IndexOf<T>(List<T> kept, T value)
    {
        int index = kept.IndexOf(value);
        if (index < 0)
        {
            index = kept.Count;
            kept.Add(value);
        }

        return index;
    }
}
