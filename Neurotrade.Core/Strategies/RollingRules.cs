using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies.Evaluation;

namespace Neurotrade.Core.Strategies;

/// <summary>
/// A strategy's rules over the last candle, fed one by one: the same compiled rules as <see cref="RuleEvaluator"/>, in
/// blocks of one bar, so equal to it at every bar. Holds no more than the rules look back.
/// </summary>
public sealed class RollingRules
{
    private readonly RuleProgram program;
    private readonly RowSource source;
    private readonly RuleRun run;
    private readonly KeptColumns last;
    private int bar = -1;

    /// <summary>Rules before their first candle.</summary>
    public RollingRules(Strategy strategy)
    {
        program = RuleProgram.Of(strategy);
        source = new RowSource(strategy.Indicators);
        run = program.Start(source, 1);
        last = new KeptColumns(program.KeptNumbers, program.KeptTruths, 1);
    }

    /// <summary>The index of the last candle, from 0; -1 before the first.</summary>
    public int Bar => bar;

    /// <summary>Takes the next closed candle with its row: every output of the first indicator, then of the second …</summary>
    public void Update(in Candle candle, ReadOnlySpan<double> row)
    {
        bar++;
        source.Take(candle, row);
        run.Run(bar, 1);
        last.Take(run, 0, 1);
    }

    /// <summary>Whether the entry rule is true for somebody who is flat.</summary>
    public bool EntryIsTrue => IsTrue(program.EntryStep);

    /// <summary>Whether the exit rule is true for somebody who is flat.</summary>
    public bool ExitIsTrueWhenFlat => program.ExitStep >= 0 && IsTrue(program.ExitStep);

    /// <summary>Whether the exit rule is true for that position.</summary>
    public bool ExitIsTrue(in PositionFacts position)
    {
        if (program.ExitResidual is null)
        {
            return ExitIsTrueWhenFlat;
        }

        ResidualPlace place = new(last, 0, bar, source.Close, position);
        return ResidualEvaluation.Condition(program.ExitResidual, place) == Truth.True;
    }

    /// <summary>The tag of an entry now; empty when none.</summary>
    public string EntryTag => program.Tags?.First(TruthOf) ?? string.Empty;

    private bool IsTrue(int step) => TruthOf(step) == Truth.True;

    private Truth TruthOf(int step)
    {
        Guard.That(bar >= 0);
        return (Truth)run.Truths(step)[0];
    }
}
