namespace Neurotrade.Core.Strategies.Editing;

/// <summary>What became of a change to a strategy's text.</summary>
/// <param name="Text">The text after it; as it was where the change was refused.</param>
/// <param name="Refusal">Why nothing was changed, for a person; null where the change was made.</param>
public sealed record TextEdit(string Text, string? Refusal);

/// <summary>Ends a change that cannot be made; caught where the change began.</summary>
internal sealed class EditRefusedException(string message) : Exception(message);
