namespace Neurotrade.Core.Strategies;

/// <summary>Kleene's three values; a rule acts only when it is <see cref="True"/>. And is the least, or the greatest.</summary>
public enum Truth : byte
{
    False = 0,
    Unknown = 1,
    True = 2,
}
