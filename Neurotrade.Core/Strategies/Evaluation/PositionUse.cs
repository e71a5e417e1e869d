namespace Neurotrade.Core.Strategies.Evaluation;

/// <summary>Whether a rule or an expression asks about the position.</summary>
internal static class PositionUse
{
    public static bool In(RuleNode? rule) => rule switch
    {
        null => false,
        RuleNode.Leaf leaf => In(leaf.Condition),
        RuleNode.Not not => In(not.Part),
        RuleNode.All all => all.Parts.Any(In),
        _ => ((RuleNode.Any)rule).Parts.Any(In),
    };

    public static bool In(Expression expression) => expression switch
    {
        Expression.Position => true,
        Expression.Unary unary => In(unary.Operand),
        Expression.Binary binary => In(binary.Left) || In(binary.Right),
        Expression.Call call => call.Arguments.Any(In),
        Expression.Lag lag => In(lag.Value),
        _ => false,
    };
}
