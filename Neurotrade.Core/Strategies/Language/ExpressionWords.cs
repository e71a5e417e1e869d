using System.Collections.Immutable;
using System.Globalization;
using Neurotrade.Core.Features;
using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Core.Strategies.Language;

/// <summary>Says a bound expression in English.</summary>
internal static class ExpressionWords
{
    /// <summary>The phrase; a condition reads as a clause, a number as a noun.</summary>
    public static string Of(Expression expression, ImmutableArray<IndicatorInstance> indicators) => expression switch
    {
        Expression.Number number => DecimalNumber.Of(number.Value).ToText(),
        Expression.Field field => field.Which == CandleField.Volume ? "the volume" : $"the {LanguageNames.Name(field.Which)}",
        Expression.Indicator value => ExpressionText.NameOf(value, indicators),
        Expression.Position fact => fact.Which switch
        {
            PositionField.Pnl => "the position's gain",
            PositionField.Bars => "the number of bars in the position",
            _ => "the entry price",
        },
        Expression.Clock clock => $"the {LanguageNames.Name(clock.Which)} of the candle's open (UTC)",
        Expression.Lag lag => $"{Inner(lag.Value, indicators)} {Bars(lag.Bars)} ago",
        Expression.Unary { Operator: UnaryOperator.Not } not => $"it does not hold that {Of(not.Operand, indicators)}",
        Expression.Unary negate => $"minus {Inner(negate.Operand, indicators)}",
        Expression.Binary binary => Binary(binary, indicators),
        _ => Call((Expression.Call)expression, indicators),
    };

    private static string Binary(Expression.Binary binary, ImmutableArray<IndicatorInstance> indicators)
    {
        bool isLogical = binary.Operator is BinaryOperator.And or BinaryOperator.Or;
        string left = isLogical ? Clause(binary.Left, indicators) : Operand(binary.Left, indicators);
        string right = isLogical ? Clause(binary.Right, indicators) : Operand(binary.Right, indicators);
        string words = binary.Operator switch
        {
            BinaryOperator.And => "and",
            BinaryOperator.Or => "or",
            BinaryOperator.Less => "is below",
            BinaryOperator.LessOrEqual => "is at most",
            BinaryOperator.Greater => "is above",
            BinaryOperator.GreaterOrEqual => "is at least",
            BinaryOperator.Equal => "equals",
            BinaryOperator.NotEqual => "differs from",
            BinaryOperator.Add => "plus",
            BinaryOperator.Subtract => "minus",
            BinaryOperator.Multiply => "times",
            _ => "divided by",
        };
        return $"{left} {words} {right}";
    }

    private static string Call(Expression.Call call, ImmutableArray<IndicatorInstance> indicators)
    {
        string first = call.Function is RuleFunction.Within or RuleFunction.BarsSince
            ? Of(call.Arguments[0], indicators)
            : Operand(call.Arguments[0], indicators);
        string second = call.Arguments.Length > 1 ? Operand(call.Arguments[1], indicators) : string.Empty;
        return call.Function switch
        {
            RuleFunction.CrossesAbove => $"{first} crosses above {second}",
            RuleFunction.CrossesBelow => $"{first} crosses below {second}",
            RuleFunction.Rising => $"{first} rose in {Each(call.Bars)}",
            RuleFunction.Falling => $"{first} fell in {Each(call.Bars)}",
            RuleFunction.Highest => $"the highest value of {first} in the last {Bars(call.Bars)}",
            RuleFunction.Lowest => $"the lowest value of {first} in the last {Bars(call.Bars)}",
            RuleFunction.Within => $"within the last {Bars(call.Bars)} it held that {first}",
            RuleFunction.Change => $"the change of {first} over {Bars(call.Bars)}",
            RuleFunction.Abs => $"the size of {first}",
            RuleFunction.Min => $"the lesser of {first} and {second}",
            RuleFunction.Max => $"the greater of {first} and {second}",
            _ => $"the number of bars since {first}",
        };
    }

    // Sums inside other things stand in parentheses, so that the sentence has one reading.
    private static string Operand(Expression expression, ImmutableArray<IndicatorInstance> indicators) =>
        expression is Expression.Binary ? $"({Of(expression, indicators)})" : Of(expression, indicators);

    private static string Inner(Expression expression, ImmutableArray<IndicatorInstance> indicators) =>
        expression is Expression.Binary or Expression.Lag or Expression.Unary
            ? $"({Of(expression, indicators)})"
            : Of(expression, indicators);

    private static string Clause(Expression expression, ImmutableArray<IndicatorInstance> indicators) =>
        expression is Expression.Binary { Operator: BinaryOperator.And or BinaryOperator.Or } or Expression.Unary
            ? $"({Of(expression, indicators)})"
            : Of(expression, indicators);

    private static string Each(int bars) =>
        bars == 1 ? "the last bar" : string.Create(CultureInfo.InvariantCulture, $"each of the last {bars} bars");

    private static string Bars(int bars) =>
        string.Create(CultureInfo.InvariantCulture, $"{bars} {(bars == 1 ? "bar" : "bars")}");
}
