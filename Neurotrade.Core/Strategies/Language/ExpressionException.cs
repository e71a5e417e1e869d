namespace Neurotrade.Core.Strategies.Language;

/// <summary>An expression cannot be read any further: where, and what was expected. Never leaves the parser.</summary>
internal sealed class ExpressionException(int offset, string message) : Exception(message)
{
    /// <summary>Index into the expression's text.</summary>
    public int Offset { get; } = offset;
}
