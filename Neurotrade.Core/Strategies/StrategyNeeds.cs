using System.Collections.Immutable;
using Neurotrade.Core.Features;
using Neurotrade.Core.Strategies.Language;

namespace Neurotrade.Core.Strategies;

/// <summary>What a strategy needs before its rules can be known, and what it declares without using.</summary>
/// <param name="WarmUpBars">Bars of the strategy's timeframe before every part of the rules has a value.</param>
/// <param name="LookBackBars">Bars that the rules themselves look back, indicators aside.</param>
/// <param name="AsksSinceWhen">Whether a rule asks <c>bars_since</c>, whose answer may lie any number of bars back.</param>
/// <param name="UnusedIndicators">Instances that neither rules nor <c>n atr</c> use, in file order.</param>
public sealed record StrategyNeeds(
    int WarmUpBars, int LookBackBars, bool AsksSinceWhen, ImmutableArray<string> UnusedIndicators)
{
    /// <summary>The needs of a strategy.</summary>
    public static StrategyNeeds Of(Strategy strategy)
    {
        HashSet<int> used = [];
        Reach reach = Of(strategy.Entry, strategy, used);
        reach = strategy.Exit is { } exit ? Most(reach, Of(exit, strategy, used)) : reach;
        if (strategy.AtrInstance is { } atr)
        {
            used.Add(atr);
            reach = Most(reach, new Reach(WarmUp(strategy, atr), 0, false));
        }

        ImmutableArray<string> unused =
            [.. strategy.Indicators.Where((_, index) => !used.Contains(index)).Select(i => i.Name)];
        return new StrategyNeeds(Bounded(reach.WarmUp), Bounded(reach.LookBack), reach.AsksSinceWhen, unused);
    }

    private static Reach Of(RuleNode rule, Strategy strategy, HashSet<int> used) => rule switch
    {
        RuleNode.Leaf leaf => Of(leaf.Condition, strategy, used),
        RuleNode.Not not => Of(not.Part, strategy, used),
        RuleNode.All all => all.Parts.Aggregate(default(Reach), (reach, part) => Most(reach, Of(part, strategy, used))),
        _ => ((RuleNode.Any)rule).Parts.Aggregate(default(Reach), (reach, part) => Most(reach, Of(part, strategy, used))),
    };

    private static Reach Of(Expression expression, Strategy strategy, HashSet<int> used)
    {
        switch (expression)
        {
            case Expression.Indicator value:
                used.Add(value.Instance);
                return new Reach(WarmUp(strategy, value.Instance), 0, false);
            case Expression.Lag lag:
                return Of(lag.Value, strategy, used).Plus(lag.Bars);
            case Expression.Unary unary:
                return Of(unary.Operand, strategy, used);
            case Expression.Binary binary:
                return Most(Of(binary.Left, strategy, used), Of(binary.Right, strategy, used));
            case Expression.Call call:
                Reach inner = call.Arguments.Aggregate(
                    default(Reach), (reach, argument) => Most(reach, Of(argument, strategy, used)));
                inner = inner.Plus(ExpressionBinder.Reach(call.Function, call.Bars));
                return call.Function == RuleFunction.BarsSince ? inner with { AsksSinceWhen = true } : inner;
            default:
                return default;
        }
    }

    // A candle of a higher timeframe counts once it has closed, and the first one may be cut short and dropped.
    private static long WarmUp(Strategy strategy, int index)
    {
        IndicatorInstance instance = strategy.Indicators[index];
        long own = instance.Definition.WarmUpBars(instance.Parameters);
        if (instance.Timeframe is not { } higher)
        {
            return own;
        }

        long ratio = higher.Millis / strategy.Market.Timeframe.Millis;
        return ((own + 2) * ratio) - 2;
    }

    private static Reach Most(Reach a, Reach b) => new(
        Math.Max(a.WarmUp, b.WarmUp), Math.Max(a.LookBack, b.LookBack), a.AsksSinceWhen || b.AsksSinceWhen);

    private static int Bounded(long bars) => (int)Math.Min(bars, int.MaxValue);

    private readonly record struct Reach(long WarmUp, long LookBack, bool AsksSinceWhen)
    {
        public Reach Plus(long bars) => this with { WarmUp = WarmUp + bars, LookBack = LookBack + bars };
    }
}
