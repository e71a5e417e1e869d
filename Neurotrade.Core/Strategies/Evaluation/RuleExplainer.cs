using System.Collections.Immutable;
using Neurotrade.Core.Features;
using Neurotrade.Core.Strategies.Language;

namespace Neurotrade.Core.Strategies.Evaluation;

/// <summary>Says of a rule at one bar what each part of it was, from the same steps that decide.</summary>
internal sealed class RuleExplainer
{
    private const int BlockBars = 1024;

    private readonly ImmutableArray<IndicatorInstance> indicators;
    private readonly RuleCompiler compiler = new();
    private readonly ResidualCompiler residual;

    private RuleExplainer(Strategy strategy)
    {
        indicators = strategy.Indicators;
        residual = new ResidualCompiler(compiler);
    }

    /// <summary>The reasons of both rules; the entry rule as somebody flat asks it, the exit rule for the position.</summary>
    public static RuleReasons Explain(Strategy strategy, FeatureFrame frame, int bar, in PositionFacts position)
    {
        RuleExplainer explainer = new(strategy);
        Part entry = explainer.Of(strategy.Entry);
        Part? exit = strategy.Exit is { } rule ? explainer.Of(rule) : null;
        KeptColumns kept = explainer.RunTo(frame, bar);
        double close = frame.Candles.Closes[bar];
        return new RuleReasons(
            Reason(entry, new ResidualPlace(kept, 0, bar, close, PositionFacts.Flat)),
            exit is null ? null : Reason(exit, new ResidualPlace(kept, 0, bar, close, position)));
    }

    // Blocks are cut so that the last one ends at the bar asked for.
    private KeptColumns RunTo(FeatureFrame frame, int bar)
    {
        KeptColumns kept = new(residual.KeptNumbers, residual.KeptTruths, 1);
        Operand[] operands = [.. residual.KeptNumbers];
        RuleRun run = new(compiler.Steps, new FrameSource(frame), BlockBars, operands);
        int at = 0;
        while (at < bar)
        {
            int count = Math.Min(BlockBars, bar - at);
            run.Run(at, count);
            at += count;
        }

        run.Run(bar, 1);
        kept.Take(run, 0, 1);
        return kept;
    }

    private Part Of(RuleNode rule)
    {
        ResidualRule whole = residual.Compile(rule);
        return rule switch
        {
            RuleNode.All all => new Part("all of", rule.Tag, whole, [], [.. all.Parts.Select(Of)]),
            RuleNode.Any any => new Part("any of", rule.Tag, whole, [], [.. any.Parts.Select(Of)]),
            RuleNode.Not not => new Part("not", rule.Tag, whole, [], [Of(not.Part)]),
            _ => Of(((RuleNode.Leaf)rule).Condition) with { Text = ((RuleNode.Leaf)rule).Text, Tag = rule.Tag },
        };
    }

    private Part Of(Expression condition)
    {
        ResidualRule whole = residual.Compile(condition);
        string text = ExpressionText.Of(condition, indicators);
        switch (condition)
        {
            case Expression.Binary { Operator: BinaryOperator.And or BinaryOperator.Or } both:
                return new Part(text, null, whole, [], [Of(both.Left), Of(both.Right)]);
            case Expression.Unary not:
                return new Part(text, null, whole, [], [Of(not.Operand)]);
            case Expression.Call { Function: RuleFunction.Within } within:
                return new Part(text, null, whole, [], [Of(within.Arguments[0])]);
            default:
                Dictionary<string, ResidualRule> values = new(StringComparer.Ordinal);
                Collect(condition, values);
                return new Part(text, null, whole, [.. values.Select(v => (v.Key, v.Value))], []);
        }
    }

    // Every part that has a name of its own: prices, indicators, facts, lags and functions that give numbers.
    private void Collect(Expression expression, Dictionary<string, ResidualRule> values)
    {
        switch (expression)
        {
            case Expression.Unary unary:
                Collect(unary.Operand, values);
                break;
            case Expression.Binary binary:
                Collect(binary.Left, values);
                Collect(binary.Right, values);
                break;
            case Expression.Call call:
                CollectCall(call, values);
                break;
            case Expression.Number:
                break;
            default:
                values.TryAdd(ExpressionText.Of(expression, indicators), residual.Compile(expression));
                break;
        }
    }

    private void CollectCall(Expression.Call call, Dictionary<string, ResidualRule> values)
    {
        FunctionShape shape = LanguageNames.Shape(call.Function);
        if (!shape.GivesCondition)
        {
            values.TryAdd(ExpressionText.Of(call, indicators), residual.Compile(call));
        }

        foreach (Expression argument in call.Arguments)
        {
            Collect(argument, values);
            bool isCross = call.Function is RuleFunction.CrossesAbove or RuleFunction.CrossesBelow;
            if (isCross && argument is not Expression.Number)
            {
                Collect(new Expression.Lag(argument, 1), values);
            }
        }
    }

    private static ConditionReason Reason(Part part, in ResidualPlace place)
    {
        ImmutableArray<NamedValue>.Builder values = ImmutableArray.CreateBuilder<NamedValue>(part.Values.Length);
        foreach ((string name, ResidualRule value) in part.Values)
        {
            values.Add(new NamedValue(name, ResidualEvaluation.Number(value, place)));
        }

        ImmutableArray<ConditionReason>.Builder parts = ImmutableArray.CreateBuilder<ConditionReason>(part.Parts.Length);
        foreach (Part inner in part.Parts)
        {
            parts.Add(Reason(inner, place));
        }

        return new ConditionReason(
            part.Text, part.Tag, ResidualEvaluation.Condition(part.Rule, place), values.MoveToImmutable(), parts.MoveToImmutable());
    }

    private sealed record Part(
        string Text,
        string? Tag,
        ResidualRule Rule,
        ImmutableArray<(string Name, ResidualRule Value)> Values,
        ImmutableArray<Part> Parts);
}
