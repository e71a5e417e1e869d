namespace Neurotrade.Core.Strategies.Evaluation;

/// <summary>Whether a rule or an expression asks about the position; each part is looked at once.</summary>
internal sealed class PositionUse
{
    private readonly Dictionary<object, bool> known = new(ReferenceEqualityComparer.Instance);

    public bool In(RuleNode? rule) => rule switch
    {
        null => false,
        RuleNode.Leaf leaf => In(leaf.Condition),
        RuleNode.Not not => In(not.Part),
        RuleNode.All all => all.Parts.Any(In),
        _ => ((RuleNode.Any)rule).Parts.Any(In),
    };

    public bool In(Expression expression)
    {
        if (!known.TryGetValue(expression, out bool uses))
        {
            uses = expression switch
            {
                Expression.Position => true,
                Expression.Unary unary => In(unary.Operand),
                Expression.Binary binary => In(binary.Left) || In(binary.Right),
                Expression.Call call => call.Arguments.Any(In),
                Expression.Lag lag => In(lag.Value),
                _ => false,
            };
            known.Add(expression, uses);
        }

        return uses;
    }
}
