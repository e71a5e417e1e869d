namespace Neurotrade.Core.Strategies.Evaluation;

/// <summary>
/// What is left of a rule that asks about the position: its parts without one are steps, computed as columns; the rest
/// is asked at a bar, for a position.
/// </summary>
internal abstract record ResidualRule
{
    private ResidualRule()
    {
    }

    /// <summary>A number that does not depend on the position: the value at an index of the columns kept for it.</summary>
    public sealed record KeptNumber(int Index) : ResidualRule;

    /// <summary>A condition that does not depend on the position.</summary>
    public sealed record KeptTruth(int Index) : ResidualRule;

    public sealed record Position(PositionField Which) : ResidualRule;

    public sealed record Unary(RuleOperation Operation, ResidualRule Operand) : ResidualRule;

    public sealed record Binary(RuleOperation Operation, ResidualRule Left, ResidualRule Right) : ResidualRule;
}

/// <summary>Where a residual rule is asked: a bar, its close, the position, and the columns kept for the rule.</summary>
internal readonly record struct ResidualPlace(KeptColumns Kept, int Row, int Bar, double Close, PositionFacts Facts)
{
    /// <summary>A fact of the position; missing when flat.</summary>
    public double Fact(PositionField field) => field switch
    {
        _ when !Facts.IsOpen => double.NaN,
        PositionField.Pnl => RuleKernels.Known((Close - Facts.EntryPrice) / Facts.EntryPrice),
        PositionField.Bars => Bar - Facts.EntryBar,
        _ => RuleKernels.Known(Facts.EntryPrice),
    };
}

/// <summary>Evaluates residual rules.</summary>
internal static class ResidualEvaluation
{
    /// <summary>The truth of a condition.</summary>
    public static Truth Condition(ResidualRule rule, in ResidualPlace place)
    {
        switch (rule)
        {
            case ResidualRule.KeptTruth kept:
                return place.Kept.Condition(kept.Index, place.Row);
            case ResidualRule.Unary not:
                return (Truth)((int)Truth.True - (int)Condition(not.Operand, place));
            case ResidualRule.Binary { Operation: RuleOperation.And } and:
                Truth left = Condition(and.Left, place);
                return left == Truth.False ? left : Least(left, Condition(and.Right, place));
            case ResidualRule.Binary { Operation: RuleOperation.Or } or:
                Truth first = Condition(or.Left, place);
                return first == Truth.True ? first : Most(first, Condition(or.Right, place));
            default:
                ResidualRule.Binary compare = (ResidualRule.Binary)rule;
                Span<byte> truth = stackalloc byte[1];
                RuleKernels.Compare(compare.Operation, [Number(compare.Left, place)], [Number(compare.Right, place)], truth);
                return (Truth)truth[0];
        }
    }

    /// <summary>The value of a number; NaN where it is missing.</summary>
    public static double Number(ResidualRule rule, in ResidualPlace place)
    {
        switch (rule)
        {
            case ResidualRule.KeptNumber kept:
                return place.Kept.Number(kept.Index, place.Row);
            case ResidualRule.Position fact:
                return place.Fact(fact.Which);
            case ResidualRule.Unary unary:
                double operand = Number(unary.Operand, place);
                return unary.Operation == RuleOperation.Negate ? -operand : Math.Abs(operand);
            default:
                ResidualRule.Binary binary = (ResidualRule.Binary)rule;
                Span<double> number = stackalloc double[1];
                RuleKernels.Arithmetic(binary.Operation, [Number(binary.Left, place)], [Number(binary.Right, place)], number);
                return number[0];
        }
    }

    private static Truth Least(Truth a, Truth b) => a < b ? a : b;

    private static Truth Most(Truth a, Truth b) => a > b ? a : b;
}
