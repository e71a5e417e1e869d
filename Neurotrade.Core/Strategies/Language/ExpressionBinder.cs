using System.Collections.Immutable;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Core.Strategies.Language;

/// <summary>
/// Gives every name of an expression its meaning and every part its type; reports all that does not fit, each at its
/// place in the file.
/// </summary>
internal sealed class ExpressionBinder
{
    private readonly ExpressionScope scope;
    private readonly ProblemList problems;
    private readonly string text;
    private readonly Func<int, SourcePosition> place;

    private ExpressionBinder(string text, ExpressionScope scope, ProblemList problems, Func<int, SourcePosition> place) =>
        (this.text, this.scope, this.problems, this.place) = (text, scope, problems, place);

    /// <summary>A condition from its text, or null with problems; <paramref name="place"/> maps offsets to the file.</summary>
    public static Expression? BindCondition(
        string text, ExpressionScope scope, ProblemList problems, Func<int, SourcePosition> place)
    {
        ExpressionBinder binder = new(text, scope, problems, place);
        try
        {
            return binder.Condition(ExpressionParser.Parse(text))?.Value;
        }
        catch (ExpressionException error)
        {
            problems.Add(place(error.Offset), error.Message);
            return null;
        }
    }

    private Bound? Bind(Syntax syntax) => syntax switch
    {
        Syntax.Number number => Number(number),
        Syntax.Parameter parameter => Parameter(parameter),
        Syntax.Name name => Name(name),
        Syntax.Unary unary => Unary(unary),
        Syntax.Binary binary => Binary(binary),
        Syntax.Lag lag => Lag(lag),
        _ => Call((Syntax.Call)syntax),
    };

    private Bound? Condition(Syntax syntax)
    {
        if (Bind(syntax) is not { } bound)
        {
            return null;
        }

        return bound.IsCondition ? bound : Fail(
            syntax, $"`{Shown(syntax)}` is a number where a condition was expected, such as `{Shown(syntax)} > 0`.");
    }

    private Bound? Numeric(Syntax syntax)
    {
        if (Bind(syntax) is not { } bound)
        {
            return null;
        }

        return bound.IsCondition
            ? Fail(syntax, $"`{Shown(syntax)}` is a condition where a number was expected.")
            : bound;
    }

    private Bound? Number(Syntax.Number number) => number.Unit == ValueUnit.Bars
        ? Fail(number, $"`{Shown(number)}` is a length where a value was expected: write the bare number.")
        : Value(new Expression.Number(number.Value));

    private Bound? Parameter(Syntax.Parameter parameter)
    {
        if (scope.Parameters.Use(parameter.Text, place(parameter.Start), problems) is not { } literal)
        {
            return null;
        }

        return literal.Unit is ValueUnit.None or ValueUnit.Ratio
            ? Value(new Expression.Number(literal.Number))
            : Fail(parameter, $"`${parameter.Text}` is {literal.ToText()}; in a rule a number or a ratio was expected.");
    }

    private Bound? Name(Syntax.Name name)
    {
        foreach ((string known, CandleField field) in LanguageNames.Fields)
        {
            if (Same(known, name.Text))
            {
                return Value(new Expression.Field(field));
            }
        }

        foreach ((string known, PositionField field) in LanguageNames.PositionFields)
        {
            if (Same(known, name.Text))
            {
                return new Bound(new Expression.Position(field), false, true, 0);
            }
        }

        string meant = scope.Meant(name.Text);
        int dot = meant.IndexOf('.', StringComparison.Ordinal);
        string first = dot < 0 ? meant : meant[..dot];
        int instance = scope.IndexOf(first);
        if (instance >= 0)
        {
            return Output(name, instance, dot < 0 ? null : meant[(dot + 1)..]);
        }

        return scope.IsBroken(first) ? null : Fail(name, UnknownName.Message(name.Text, first, scope, problems.AreMany));
    }

    private Bound? Output(Syntax.Name name, int instance, string? output)
    {
        IndicatorDefinition definition = scope.Indicators[instance].Definition;
        int index = output is null ? 0 : definition.Outputs.IndexOf(output);
        if (output is not null && definition.ChartOnlyOutputs.Contains(output))
        {
            return Fail(name, $"`{name.Text}` can only be known later, so it is drawn on charts and has no place in a rule.");
        }

        if (index < 0)
        {
            string known = string.Join(", ", definition.Outputs);
            return Fail(name, $"`{scope.Indicators[instance].Name}` ({definition.Name}) has no output `{output}`; it has {known}."
                + NearestName.Hint(output!, definition.Outputs));
        }

        return Value(new Expression.Indicator(instance, index));
    }

    private Bound? Unary(Syntax.Unary unary)
    {
        Bound? operand = unary.Operator == UnaryOperator.Not ? Condition(unary.Operand) : Numeric(unary.Operand);
        if (operand is null)
        {
            return null;
        }

        return operand.Value is Expression.Number number && unary.Operator == UnaryOperator.Negate
            ? Value(new Expression.Number(-number.Value))
            : operand with { Value = new Expression.Unary(unary.Operator, operand.Value) };
    }

    private Bound? Binary(Syntax.Binary binary)
    {
        bool isLogical = binary.Operator is BinaryOperator.Or or BinaryOperator.And;
        Bound? left = isLogical ? Condition(binary.Left) : Numeric(binary.Left);
        Bound? right = isLogical ? Condition(binary.Right) : Numeric(binary.Right);
        if (left is null || right is null)
        {
            return null;
        }

        return new Bound(
            new Expression.Binary(binary.Operator, left.Value, right.Value),
            isLogical || LanguageNames.Operator(binary.Operator).Level == 4,
            left.UsesPosition || right.UsesPosition,
            Math.Max(left.LookBack, right.LookBack));
    }

    private Bound? Lag(Syntax.Lag lag)
    {
        Bound? value = Numeric(lag.Value);
        int? bars = Bars(lag.Bars, 0);
        if (value is null || bars is null)
        {
            return null;
        }

        return value.UsesPosition
            ? Fail(lag, $"`{Shown(lag)}`: position.* is known for this bar only; it cannot be asked for {bars} bars ago.")
            : LookingBack(lag, new Expression.Lag(value.Value, bars.Value), false, (long)value.LookBack + bars.Value);
    }

    private Bound? Call(Syntax.Call call)
    {
        foreach ((string name, ClockField field) in LanguageNames.Clocks)
        {
            if (Same(name, call.Function))
            {
                return call.Arguments.IsEmpty
                    ? Value(new Expression.Clock(field))
                    : Fail(call, $"`{name}()` takes nothing in its parentheses.");
            }
        }

        if (LanguageNames.Function(call.Function) is not { } shape)
        {
            string hint = IndicatorCatalog.Find(call.Function.ToLowerInvariant()) is null
                ? NearestName.Hint(call.Function, ExpressionScope.FunctionNames())
                : $" It is an indicator: declare it under `indicators` and use its name.";
            return Fail(call, $"Unknown function `{YamlTree.Shorten(call.Function)}`.{hint}");
        }

        int expected = shape.Values + (shape.HasWindow ? 1 : 0);
        if (call.Arguments.Length != expected)
        {
            return Fail(call, $"`{shape.Name}` has {call.Arguments.Length} values in its parentheses; `{shape.Signature}` was expected.");
        }

        return Function(call, shape);
    }

    private Bound? Function(Syntax.Call call, FunctionShape shape)
    {
        ImmutableArray<Expression>.Builder values = ImmutableArray.CreateBuilder<Expression>(shape.Values);
        bool usesPosition = false, isBroken = false;
        long lookBack = 0;
        for (int i = 0; i < shape.Values; i++)
        {
            Bound? value = shape.TakesConditions ? Condition(call.Arguments[i]) : Numeric(call.Arguments[i]);
            isBroken |= value is null;
            if (value is not null)
            {
                values.Add(value.Value);
                usesPosition |= value.UsesPosition;
                lookBack = Math.Max(lookBack, value.LookBack);
            }
        }

        int? bars = shape.HasWindow ? Bars(call.Arguments[^1], 1) : 0;
        if (isBroken || bars is null)
        {
            return null;
        }

        if (usesPosition && shape.LooksBack)
        {
            return Fail(call, $"`{Shown(call)}` looks at earlier bars, but position.* is known for this bar only.");
        }

        Expression bound = new Expression.Call(shape.Function, values.ToImmutable(), bars.Value);
        long reach = lookBack + Reach(shape.Function, bars.Value);
        Bound? whole = LookingBack(call, bound, shape.GivesCondition, reach);
        return whole is null ? null : whole with { UsesPosition = usesPosition };
    }

    /// <summary>How many earlier bars a function looks at.</summary>
    public static int Reach(RuleFunction function, int bars) => function switch
    {
        RuleFunction.CrossesAbove or RuleFunction.CrossesBelow => 1,
        RuleFunction.Highest or RuleFunction.Lowest or RuleFunction.Within => bars - 1,
        _ => bars,
    };

    private int? Bars(Syntax syntax, int least)
    {
        Literal? literal = syntax switch
        {
            Syntax.Number number => new Literal(number.Value, number.Unit),
            Syntax.Parameter parameter => scope.Parameters.Use(parameter.Text, place(parameter.Start), problems),
            _ => null,
        };
        if (literal is null)
        {
            // An unknown parameter has been reported; anything else is not a plain number.
            if (syntax is not Syntax.Parameter)
            {
                Fail(syntax, $"`{Shown(syntax)}` is not a number of bars; a whole number or a $parameter was expected.");
            }

            return null;
        }

        (double count, ValueUnit unit) = literal.Value;
        if (unit is not (ValueUnit.None or ValueUnit.Bars) || count != Math.Truncate(count) || count < least
            || count > StrategyLimits.LookBackBars)
        {
            Fail(syntax, $"`{Shown(syntax)}` is not a number of bars; a whole number from {least} to "
                + $"{StrategyLimits.LookBackBars} was expected.");
            return null;
        }

        return (int)count;
    }

    private Bound? LookingBack(Syntax syntax, Expression value, bool isCondition, long lookBack) =>
        lookBack > StrategyLimits.LookBackBars
            ? Fail(syntax, $"`{Shown(syntax)}` looks {lookBack} bars back in all; the limit is {StrategyLimits.LookBackBars}.")
            : new Bound(value, isCondition, false, (int)lookBack);

    private static Bound Value(Expression value) => new(value, false, false, 0);

    private Bound? Fail(Syntax syntax, string message)
    {
        problems.Add(place(syntax.Start), message);
        return null;
    }

    private string Shown(Syntax syntax) => YamlTree.Shorten(text[syntax.Start..syntax.End]);

    private static bool Same(string known, string written) => known.Equals(written, StringComparison.OrdinalIgnoreCase);
}
