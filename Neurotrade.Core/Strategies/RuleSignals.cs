namespace Neurotrade.Core.Strategies;

/// <summary>
/// A strategy's rules over the bars of one symbol. While flat every <c>position.*</c> is missing, so entries are a
/// column; exits are one too unless they ask about the position.
/// </summary>
public sealed class RuleSignals
{
    private readonly Func<int, PositionFacts, Truth> exit;
    private readonly Func<int, string> entryTag;

    /// <summary>Signals from evaluated columns.</summary>
    public RuleSignals(
        BitColumn entry,
        BitColumn exitWhenFlat,
        bool exitUsesPosition,
        Func<int, PositionFacts, Truth> exit,
        Func<int, string> entryTag) =>
        (Entry, ExitWhenFlat, ExitUsesPosition, this.exit, this.entryTag) =
        (entry, exitWhenFlat, exitUsesPosition, exit, entryTag);

    /// <summary>Bars at whose close the entry rule is true for somebody who is flat.</summary>
    public BitColumn Entry { get; }

    /// <summary>Bars at whose close the exit rule is true for somebody who is flat.</summary>
    public BitColumn ExitWhenFlat { get; }

    /// <summary>Whether the exit rule must be asked at each bar in a position.</summary>
    public bool ExitUsesPosition { get; }

    /// <summary>Whether the exit rule is true at the close of a bar, for that position.</summary>
    public bool ExitIsTrue(int bar, in PositionFacts position) =>
        ExitUsesPosition ? exit(bar, position) == Truth.True : ExitWhenFlat[bar];

    /// <summary>
    /// The tag of an entry at that bar: the first on true parts, outer before inner, in file order, not below a false
    /// part nor a <c>not</c>; empty when none (contracts 5.2).
    /// </summary>
    public string EntryTag(int bar) => entryTag(bar);
}
