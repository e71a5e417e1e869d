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
        RuleProgram program = RuleProgram.Of(strategy);
        int bars = frame.Candles.Count;
        RuleRun run = program.Start(new FrameSource(frame), Math.Clamp(bars, 1, BlockBars));
        Dictionary<int, TruthColumn> columns = [];
        int[] conditions = [program.EntryStep, program.ExitStep, .. program.Tags?.Steps() ?? []];
        foreach (int step in conditions)
        {
            columns.TryAdd(step, new TruthColumn(bars));
        }

        KeptColumns kept = new(program.KeptNumbers, program.KeptTruths, bars);
        for (int bar = 0; bar < bars; bar += BlockBars)
        {
            int count = Math.Min(BlockBars, bars - bar);
            run.Run(bar, count);
            foreach ((int step, TruthColumn column) in columns)
            {
                // A missing exit rule has no step; its column stays without a true bar.
                if (step >= 0)
                {
                    column.Take(run.Truths(step), bar);
                }
            }

            kept.Take(run, bar, count);
        }

        return new RuleSignals(
            columns[program.EntryStep].TrueBars,
            columns[program.ExitStep].TrueBars,
            program.ExitResidual is not null,
            (bar, facts) => ResidualEvaluation.Condition(
                program.ExitResidual!, new ResidualPlace(kept, bar, bar, frame.Candles.Closes[bar], facts)),
            bar => program.Tags?.First(step => columns[step][bar]) ?? string.Empty);
    }

    /// <summary>Why both rules were what they were at one bar, condition by condition.</summary>
    public static RuleReasons Explain(Strategy strategy, FeatureFrame frame, int bar, in PositionFacts position)
    {
        Guard.That(frame.Instances.Length == strategy.Indicators.Length && (uint)bar < (uint)frame.Candles.Count);
        return RuleExplainer.Explain(strategy, frame, bar, position);
    }
}
