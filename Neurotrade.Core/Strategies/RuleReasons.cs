using System.Collections.Immutable;

namespace Neurotrade.Core.Strategies;

/// <summary>Why a strategy did what it did at one bar: both rules, condition by condition.</summary>
/// <param name="Entry">The entry rule as somebody flat asks it.</param>
/// <param name="Exit">The exit rule for the position asked about; null where the strategy has none.</param>
public sealed record RuleReasons(ConditionReason Entry, ConditionReason? Exit);

/// <summary>One part of a rule at one bar: what it says, whether it was true, the values behind it, and its own parts.</summary>
/// <param name="Text">A condition as the file has it; <c>all of</c>, <c>any of</c>, <c>not</c> for the tree around it.</param>
/// <param name="Tag">The part's tag, or null.</param>
/// <param name="Truth">True, false or unknown.</param>
/// <param name="Values">The value of each named part; NaN where it was missing.</param>
/// <param name="Parts">What it is made of, in file order.</param>
public sealed record ConditionReason(
    string Text, string? Tag, Truth Truth, ImmutableArray<NamedValue> Values, ImmutableArray<ConditionReason> Parts);

/// <summary>A named part of a condition and its value; NaN where it was missing.</summary>
public readonly record struct NamedValue(string Name, double Value);
