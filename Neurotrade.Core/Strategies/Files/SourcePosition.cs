namespace Neurotrade.Core.Strategies.Files;

/// <summary>A place in a file: line and column, both from 1.</summary>
public readonly record struct SourcePosition(int Line, int Column);
