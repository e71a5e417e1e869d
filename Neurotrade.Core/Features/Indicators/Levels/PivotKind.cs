namespace Neurotrade.Core.Features.Indicators.Levels;

/// <summary>How pivot points are told from a span.</summary>
public enum PivotKind
{
    Standard,
    Fibonacci,
    Camarilla,
    Woodie,
    Demark,
}
