using System.Collections.Immutable;
using Neurotrade.Core.Strategies.Language;

namespace Neurotrade.Core.Strategies.Editing;

/// <summary>A condition that compares two plain values, so that a form can show it as three fields.</summary>
/// <param name="Left">A name, a number or a parameter, as written; a name may be some bars ago: <c>close[1]</c>.</param>
/// <param name="Operator">A sign of <see cref="Operators"/>, or <c>crosses_above</c> or <c>crosses_below</c>.</param>
/// <param name="Right">As <paramref name="Left"/>.</param>
public sealed record SimpleCondition(string Left, string Operator, string Right)
{
    /// <summary>What can stand between the two values, with its words.</summary>
    public static ImmutableArray<(string Sign, string Words)> Operators { get; } =
    [
        ("<", "is below"), ("<=", "is at most"), (">", "is above"), (">=", "is at least"), ("==", "equals"),
        ("!=", "differs from"), ("crosses_above", "crosses above"), ("crosses_below", "crosses below"),
    ];

    /// <summary>The condition in an expression; null where it says more than that.</summary>
    public static SimpleCondition? Of(string expression)
    {
        Syntax syntax;
        try
        {
            syntax = ExpressionParser.Parse(expression);
        }
        catch (ExpressionException)
        {
            return null;
        }

        return syntax switch
        {
            Syntax.Binary binary => Made(expression, binary.Left, LanguageNames.Operator(binary.Operator).Sign, binary.Right),
            Syntax.Call { Arguments.Length: 2 } call =>
                Made(expression, call.Arguments[0], call.Function.ToLowerInvariant(), call.Arguments[1]),
            _ => null,
        };
    }

    /// <summary>The expression again.</summary>
    public override string ToString() => Operator.StartsWith("crosses", StringComparison.Ordinal)
        ? $"{Operator}({Left}, {Right})"
        : $"{Left} {Operator} {Right}";

    private static SimpleCondition? Made(string text, Syntax left, string sign, Syntax right)
    {
        bool isSimple = Operators.Any(one => one.Sign == sign) && IsPlain(left) && IsPlain(right);
        return isSimple ? new SimpleCondition(text[left.Start..left.End], sign, text[right.Start..right.End]) : null;
    }

    private static bool IsPlain(Syntax syntax) => syntax switch
    {
        Syntax.Number or Syntax.Name or Syntax.Parameter => true,
        Syntax.Unary { Operator: UnaryOperator.Negate, Operand: Syntax.Number } => true,
        Syntax.Lag { Value: Syntax.Name } => true,
        Syntax.Call call => call.Arguments.IsEmpty,
        _ => false,
    };
}
