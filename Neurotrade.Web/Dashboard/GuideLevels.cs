using System.Collections.Immutable;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Dashboard;

/// <summary>The constants that a strategy's rules compare its indicators with: 30 and 70 for an RSI.</summary>
public sealed class GuideLevels
{
    /// <summary>More than these on one line would hide it.</summary>
    public const int MostOfOneOutput = 4;

    private readonly Dictionary<(int Instance, int Output), SortedSet<double>> levels = [];

    private GuideLevels()
    {
    }

    /// <summary>The constants of both rules.</summary>
    public static GuideLevels Of(Strategy strategy)
    {
        var guides = new GuideLevels();
        guides.Read(strategy.Entry);
        if (strategy.Exit is { } exit)
        {
            guides.Read(exit);
        }

        return guides;
    }

    /// <summary>The constants that one output is compared with, rising; the lowest where there are too many.</summary>
    public ImmutableArray<double> Of(int instance, int output) =>
        levels.TryGetValue((instance, output), out SortedSet<double>? found) ? [.. found.Take(MostOfOneOutput)] : [];

    private void Read(RuleNode node)
    {
        switch (node)
        {
            case RuleNode.All all:
                all.Parts.ToList().ForEach(Read);
                break;
            case RuleNode.Any any:
                any.Parts.ToList().ForEach(Read);
                break;
            case RuleNode.Not not:
                Read(not.Part);
                break;
            case RuleNode.Leaf leaf:
                Read(leaf.Condition);
                break;
        }
    }

    private void Read(Expression expression)
    {
        switch (expression)
        {
            case Expression.Binary binary:
                if (binary.Operator is >= BinaryOperator.Less and <= BinaryOperator.NotEqual)
                {
                    Take(binary.Left, binary.Right);
                }

                Read(binary.Left);
                Read(binary.Right);
                break;
            case Expression.Call { Function: RuleFunction.CrossesAbove or RuleFunction.CrossesBelow } crossing:
                Take(crossing.Arguments[0], crossing.Arguments[1]);
                break;
            case Expression.Call call:
                call.Arguments.ToList().ForEach(Read);
                break;
            case Expression.Unary unary:
                Read(unary.Operand);
                break;
        }
    }

    private void Take(Expression left, Expression right)
    {
        if (OutputOf(left) is { } first && ConstantOf(right) is { } second)
        {
            Add(first, second);
        }
        else if (ConstantOf(left) is { } constant && OutputOf(right) is { } output)
        {
            Add(output, constant);
        }
    }

    private void Add((int, int) output, double constant)
    {
        if (!levels.TryGetValue(output, out SortedSet<double>? found))
        {
            levels[output] = found = [];
        }

        found.Add(constant);
    }

    // Some bars ago it is the same line.
    private static (int, int)? OutputOf(Expression expression) => expression switch
    {
        Expression.Indicator indicator => (indicator.Instance, indicator.Output),
        Expression.Lag lag => OutputOf(lag.Value),
        _ => null,
    };

    private static double? ConstantOf(Expression expression) => expression switch
    {
        Expression.Number number => number.Value,
        Expression.Unary { Operator: UnaryOperator.Negate, Operand: Expression.Number number } => -number.Value,
        _ => null,
    };
}
