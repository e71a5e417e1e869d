namespace Neurotrade.Core.Kernel;

/// <summary>One symbol at a close: its last candle and what the rules say there.</summary>
/// <param name="Bar">Index of its last candle; -1 before the first.</param>
/// <param name="Close">That candle's close: the mark.</param>
/// <param name="IsNew">Whether that candle closes now; where not, its rules are not asked.</param>
/// <param name="EntryIsTrue">Whether the entry rule is true for somebody who is flat.</param>
/// <param name="ExitIsTrue">Whether the exit rule is true for the position as it stands.</param>
/// <param name="Atr">Average true range that <c>n atr</c> means; NaN where missing or not asked for.</param>
/// <param name="Tag">The entry's tag; empty when none.</param>
public readonly record struct BarClose(
    int Bar, double Close, bool IsNew, bool EntryIsTrue, bool ExitIsTrue, double Atr, string Tag);
