using Neurotrade.Core.Market;

namespace Neurotrade.Core.Accounts;

/// <summary>A quantity that changed hands. The price is as the venue quotes it; quantity and fee are the ledger's.</summary>
/// <param name="Symbol">Index in the strategy's list.</param>
/// <param name="OrderId">The order that filled.</param>
/// <param name="Bar">Index of the symbol's bar of the fill.</param>
/// <param name="Millis">Open time of that bar, Unix milliseconds.</param>
/// <param name="Side">Entries buy, exits sell.</param>
/// <param name="Price">Quote currency, slippage included.</param>
/// <param name="Quantity">Base asset, above 0.</param>
/// <param name="Fee">Quote currency.</param>
/// <param name="Liquidity">Which of the two fees it paid.</param>
/// <param name="Reason">Entry, or why the position is left.</param>
public readonly record struct Fill<T>(
    int Symbol,
    int OrderId,
    int Bar,
    long Millis,
    TradeSide Side,
    double Price,
    T Quantity,
    T Fee,
    Liquidity Liquidity,
    FillReason Reason);
