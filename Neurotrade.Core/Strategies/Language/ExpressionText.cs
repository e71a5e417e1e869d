using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Neurotrade.Core.Features;
using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Core.Strategies.Language;

/// <summary>Writes a bound expression in one form only: the same meaning gives the same text, and it reads back.</summary>
internal static class ExpressionText
{
    private const int NotLevel = 3;
    private const int SignLevel = 7;
    private const int ValueLevel = 8;

    /// <summary>The expression with the fewest parentheses.</summary>
    public static string Of(Expression expression, ImmutableArray<IndicatorInstance> indicators)
    {
        StringBuilder text = new();
        Write(text, expression, 0, indicators);
        return text.ToString();
    }

    /// <summary>How rules name an indicator's output: bare where there is only one.</summary>
    public static string NameOf(Expression.Indicator value, ImmutableArray<IndicatorInstance> indicators)
    {
        IndicatorInstance instance = indicators[value.Instance];
        return instance.Definition.Outputs.Length == 1
            ? instance.Name
            : $"{instance.Name}.{instance.Definition.Outputs[value.Output]}";
    }

    private static void Write(StringBuilder text, Expression expression, int least, ImmutableArray<IndicatorInstance> indicators)
    {
        int level = Level(expression);
        if (level < least)
        {
            text.Append('(');
        }

        switch (expression)
        {
            case Expression.Number number:
                text.Append(DecimalNumber.Of(number.Value).ToText());
                break;
            case Expression.Field field:
                text.Append(LanguageNames.Name(field.Which));
                break;
            case Expression.Indicator value:
                text.Append(NameOf(value, indicators));
                break;
            case Expression.Position fact:
                text.Append(LanguageNames.Name(fact.Which));
                break;
            case Expression.Clock clock:
                text.Append(LanguageNames.Name(clock.Which)).Append("()");
                break;
            case Expression.Lag lag:
                Write(text, lag.Value, ValueLevel, indicators);
                text.Append(CultureInfo.InvariantCulture, $"[{lag.Bars}]");
                break;
            case Expression.Unary unary:
                text.Append(unary.Operator == UnaryOperator.Not ? "not " : "-");
                Write(text, unary.Operand, level, indicators);
                break;
            case Expression.Binary binary:
                WriteBinary(text, binary, level, indicators);
                break;
            case Expression.Call call:
                WriteCall(text, call, indicators);
                break;
        }

        if (level < least)
        {
            text.Append(')');
        }
    }

    private static void WriteBinary(
        StringBuilder text, Expression.Binary binary, int level, ImmutableArray<IndicatorInstance> indicators)
    {
        // Comparisons do not chain, so both sides bind tighter; and, or mean the same however they are grouped.
        bool isComparison = level == 4;
        bool isLogical = level < NotLevel;
        Write(text, binary.Left, isComparison ? level + 1 : level, indicators);
        text.Append(' ').Append(LanguageNames.Operator(binary.Operator).Sign).Append(' ');
        Write(text, binary.Right, isLogical ? level : level + 1, indicators);
    }

    private static void WriteCall(StringBuilder text, Expression.Call call, ImmutableArray<IndicatorInstance> indicators)
    {
        text.Append(LanguageNames.Shape(call.Function).Name).Append('(');
        for (int i = 0; i < call.Arguments.Length; i++)
        {
            text.Append(i == 0 ? string.Empty : ", ");
            Write(text, call.Arguments[i], 0, indicators);
        }

        text.Append(call.Bars > 0 ? string.Create(CultureInfo.InvariantCulture, $", {call.Bars})") : ")");
    }

    private static int Level(Expression expression) => expression switch
    {
        Expression.Binary binary => LanguageNames.Operator(binary.Operator).Level,
        Expression.Unary { Operator: UnaryOperator.Not } => NotLevel,
        Expression.Unary => SignLevel,
        Expression.Number { Value: < 0 } => SignLevel,
        _ => ValueLevel,
    };
}
