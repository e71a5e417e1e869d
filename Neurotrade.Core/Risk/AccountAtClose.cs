namespace Neurotrade.Core.Risk;

/// <summary>What the risk rules know of the account at a close, in quote currency.</summary>
/// <param name="Millis">Open time of the bar that closes, Unix milliseconds.</param>
/// <param name="Equity">Cash plus positions marked at this close.</param>
/// <param name="PositionValue">Positions marked at this close; one that leaves at the next open still counts.</param>
/// <param name="UnfilledBudgets">Budgets of entry orders not yet filled, those placed at this close included.</param>
/// <param name="SymbolsTaken">Symbols with a position or an entry order not yet filled.</param>
public readonly record struct AccountAtClose<T>(
    long Millis, T Equity, T PositionValue, T UnfilledBudgets, int SymbolsTaken);
