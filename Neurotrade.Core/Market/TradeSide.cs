namespace Neurotrade.Core.Market;

/// <summary>Which way an order or a fill goes.</summary>
public enum TradeSide
{
    Buy,
    Sell,
}

/// <summary>Whether a fill gave liquidity or took it; decides its fee.</summary>
public enum Liquidity
{
    Maker,
    Taker,
}

/// <summary>Why a fill happened: <c>entry</c>, or why a position was left (contracts 5.2).</summary>
public enum FillReason
{
    Entry,
    Signal,
    StopLoss,
    TakeProfit,
    TrailingStop,
    MaxHolding,
    Risk,
    Manual,
}
