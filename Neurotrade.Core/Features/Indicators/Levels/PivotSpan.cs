namespace Neurotrade.Core.Features.Indicators.Levels;

/// <summary>First, highest, lowest and last price of a span of bars.</summary>
public readonly record struct PivotSpan(double Open, double High, double Low, double Close);
