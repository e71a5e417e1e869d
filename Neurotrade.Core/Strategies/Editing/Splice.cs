namespace Neurotrade.Core.Strategies.Editing;

/// <summary>Puts a text in place of some characters of another.</summary>
internal readonly record struct Splice(int At, int Length, string Insert);
