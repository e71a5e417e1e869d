using System.Text.Json.Serialization;

namespace Neurotrade.Core.Adapters.Binance.Messages;

/// <summary>A public trade.</summary>
public sealed record MarketTrade(
    long Id,
    decimal Price,
    decimal Qty,
    decimal QuoteQty,
    // Unix milliseconds.
    long Time,
    bool IsBuyerMaker,
    // Null for block trades.
    bool? IsBestMatch = null);

/// <summary>Trades of one order at one price and time, taken together.</summary>
public sealed record AggregateTrade(
    [property: JsonPropertyName("a")] long AggregateId,
    [property: JsonPropertyName("p")] decimal Price,
    [property: JsonPropertyName("q")] decimal Quantity,
    [property: JsonPropertyName("f")] long FirstTradeId,
    [property: JsonPropertyName("l")] long LastTradeId,
    [property: JsonPropertyName("T")] long TimeMillis,
    [property: JsonPropertyName("m")] bool IsBuyerMaker,
    [property: JsonPropertyName("M")] bool? IsBestMatch = null);

/// <summary>A trade of our own account.</summary>
public sealed record OwnTrade(
    string Symbol,
    long Id,
    long OrderId,
    // -1: of no list.
    long OrderListId,
    decimal Price,
    decimal Qty,
    decimal QuoteQty,
    decimal Commission,
    string CommissionAsset,
    // Unix milliseconds.
    long Time,
    bool IsBuyer,
    bool IsMaker,
    bool? IsBestMatch = null);

/// <summary>A fill that smart order routing gave to an order of ours.</summary>
public sealed record Allocation(
    string Symbol,
    long AllocationId,
    string AllocationType,
    long OrderId,
    long OrderListId,
    decimal Price,
    decimal Qty,
    decimal QuoteQty,
    decimal Commission,
    string CommissionAsset,
    long Time,
    bool IsBuyer,
    bool IsMaker,
    bool IsAllocator);

/// <summary>A match with ourselves that did not happen.</summary>
public sealed record PreventedMatch(
    string Symbol,
    long PreventedMatchId,
    long TakerOrderId,
    long MakerOrderId,
    long TradeGroupId,
    string SelfTradePreventionMode,
    decimal Price,
    decimal MakerPreventedQuantity,
    long TransactTime,
    string? MakerSymbol = null);
