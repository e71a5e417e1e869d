namespace Neurotrade.Core.Risk;

/// <summary>What a limit is counted in.</summary>
public enum RiskUnit
{
    /// <summary>A fraction of equity.</summary>
    Share,

    /// <summary>So many of something.</summary>
    Count,
}

/// <summary>How far a limit is reached: the value that it looks at, and where it acts.</summary>
public readonly record struct RiskReading(double Now, double Limit, RiskUnit Unit);

/// <summary>One rule's word on one entry, with the figures behind it.</summary>
/// <param name="Rule">The limit's name in strategy files.</param>
/// <param name="Reading">Value and limit when it was asked.</param>
/// <param name="Refusal">Why it refuses; null where it lets the entry pass.</param>
/// <param name="IsCapped">Whether it allows less than it was asked for.</param>
public sealed record RiskStanding(string Rule, RiskReading Reading, string? Refusal, bool IsCapped);
