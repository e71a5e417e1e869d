using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies.Evaluation;

namespace Neurotrade.Core.Strategies;

/// <summary>Evaluates a strategy's rules over all bars of one symbol (contracts 3).</summary>
public static class RuleEvaluator
{
    private const int BlockBars = 1024;

    /// <summary>The signals; the frame must hold the strategy's indicators in their order.</summary>
    public static RuleSignals Evaluate(Strategy strategy, FeatureFrame frame)
    {
        Guard.That(frame.Instances.Length == strategy.Indicators.Length);
        return Evaluate(strategy, new FrameSource(frame), frame.Candles);
    }

    /// <summary>The same with indicators from anywhere.</summary>
    internal static RuleSignals Evaluate(Strategy strategy, BarSource source, CandleSeries candles)
    {
        RuleProgram program = RuleProgram.Of(strategy);
        int bars = candles.Count;
        BitRun run = new(program, source, hasTags: true);
        Dictionary<int, TruthColumn> columns = Room(program, bars);
        KeptColumns kept = new(program.KeptNumbers, program.KeptTruths, bars);
        for (int bar = 0; bar < bars; bar += BitRun.Block)
        {
            int count = Math.Min(BitRun.Block, bars - bar);
            run.Run(bar, count);
            foreach ((int step, TruthColumn column) in columns)
            {
                // A missing exit rule has no step; its column stays without a true bar.
                if (step >= 0)
                {
                    column.Take(run.Truths(step), bar, count);
                }
            }

            kept.Take(run, bar, count);
        }

        return Signals(program, candles, columns, kept);
    }

    /// <summary>
    /// Several at once, a block of bars after another, so that columns that they share are read from the nearest cache.
    /// </summary>
    internal static RuleSignals[] EvaluateTogether(RuleColumns[] rules)
    {
        int bars = rules.Length == 0 ? 0 : rules[0].Bars;
        for (int bar = 0; bar < bars; bar += BitRun.Block)
        {
            foreach (RuleColumns one in rules)
            {
                one.Run(bar);
            }
        }

        return [.. rules.Select(one => one.Signals())];
    }

    /// <summary>
    /// The same bar by bar with a byte a truth, as live sessions run it: what <see cref="Evaluate(Strategy, FeatureFrame)"/> is held to.
    /// </summary>
    public static RuleSignals EvaluatePlainly(Strategy strategy, FeatureFrame frame)
    {
        Guard.That(frame.Instances.Length == strategy.Indicators.Length);
        RuleProgram program = RuleProgram.Of(strategy);
        int bars = frame.Candles.Count;
        RuleRun run = program.Start(new FrameSource(frame), Math.Clamp(bars, 1, BlockBars));
        Dictionary<int, TruthColumn> columns = Room(program, bars);
        KeptColumns kept = new(program.KeptNumbers, program.KeptTruths, bars);
        for (int bar = 0; bar < bars; bar += BlockBars)
        {
            int count = Math.Min(BlockBars, bars - bar);
            run.Run(bar, count);
            foreach ((int step, TruthColumn column) in columns)
            {
                if (step >= 0)
                {
                    column.Take(run.Truths(step), bar);
                }
            }

            kept.Take(run, bar, count);
        }

        return Signals(program, frame.Candles, columns, kept);
    }

    /// <summary>Why both rules were what they were at one bar, condition by condition.</summary>
    public static RuleReasons Explain(Strategy strategy, FeatureFrame frame, int bar, in PositionFacts position)
    {
        Guard.That(frame.Instances.Length == strategy.Indicators.Length && (uint)bar < (uint)frame.Candles.Count);
        return RuleExplainer.Explain(strategy, frame, bar, position);
    }

    // Room for the conditions that signals read.
    private static Dictionary<int, TruthColumn> Room(RuleProgram program, int bars)
    {
        Dictionary<int, TruthColumn> columns = [];
        int[] conditions = [program.EntryStep, program.ExitStep, .. program.Tags?.Steps() ?? []];
        foreach (int step in conditions)
        {
            columns.TryAdd(step, new TruthColumn(bars));
        }

        return columns;
    }

    private static RuleSignals Signals(
        RuleProgram program, CandleSeries candles, Dictionary<int, TruthColumn> columns, KeptColumns kept) => new(
        columns[program.EntryStep].TrueBars,
        columns[program.ExitStep].TrueBars,
        program.ExitResidual is not null,
        kept.AskOf(program, candles),
        bar => program.Tags?.First(step => columns[step][bar]) ?? string.Empty);
}
