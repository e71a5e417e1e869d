namespace Neurotrade.Core.Strategies;

/// <summary>What <c>position.*</c> reads: the entry's fill price and the bar of the fill; both missing when flat.</summary>
/// <param name="EntryPrice">Quantity-weighted fill price, slippage included; NaN when flat.</param>
/// <param name="EntryBar">Index of the symbol's bar in which the entry filled; -1 when flat.</param>
public readonly record struct PositionFacts(double EntryPrice, int EntryBar)
{
    /// <summary>No position.</summary>
    public static PositionFacts Flat { get; } = new(double.NaN, -1);

    public bool IsOpen => EntryBar >= 0;
}
