namespace Neurotrade.Core.Strategies.Language;

/// <summary>A bound part of an expression with what the binder must know of it.</summary>
/// <param name="Value">The part itself.</param>
/// <param name="IsCondition">Whether it is true or false instead of a number.</param>
/// <param name="UsesPosition">Whether it asks about the position.</param>
/// <param name="LookBack">How many bars before the current one it needs.</param>
internal sealed record Bound(Expression Value, bool IsCondition, bool UsesPosition, int LookBack);
