using Neurotrade.Core.Features;

namespace Neurotrade.Core.Strategies.Evaluation;

/// <summary>
/// A strategy's rules over the bars of one symbol, filled block by block, for whoever asks for entries and exits alone:
/// no tags, and bit columns that others have used.
/// </summary>
internal sealed class RuleColumns
{
    private readonly RuleProgram program;
    private readonly FeatureFrame frame;
    private readonly BitRun run;
    private readonly BitColumn entry;
    private readonly BitColumn exit;
    private readonly KeptColumns kept;

    /// <param name="strategy">Whose rules.</param>
    /// <param name="frame">Its indicators in their order.</param>
    /// <param name="room">Where columns come from, as long as the frame's.</param>
    public RuleColumns(Strategy strategy, FeatureFrame frame, BitRoom room)
    {
        (program, this.frame) = (RuleProgram.Of(strategy), frame);
        run = new BitRun(program, new FrameSource(frame), hasTags: false);
        (entry, exit) = (room.Take(), room.Take());
        exit.Words.Clear();
        kept = new KeptColumns(program.KeptNumbers, program.KeptTruths, Bars);
    }

    /// <summary>How many bars there are.</summary>
    public int Bars => frame.Candles.Count;

    /// <summary>Fills the next block.</summary>
    public void Run(int bar)
    {
        int count = Math.Min(BitRun.Block, Bars - bar);
        run.Run(bar, count);
        Take(program.EntryStep, entry, bar, count);
        if (program.ExitStep >= 0)
        {
            Take(program.ExitStep, exit, bar, count);
        }

        kept.Take(run, bar, count);
    }

    /// <summary>The signals once every block is filled; they have no tags.</summary>
    public RuleSignals Signals() => new(
        entry, exit, program.ExitResidual is not null, kept.AskOf(program, frame.Candles), static _ => string.Empty);

    private void Take(int step, BitColumn into, int bar, int count) =>
        run.Truths(step).IsTrue.AsSpan(0, (count + 63) / 64).CopyTo(into.Words[(bar >> 6)..]);
}
