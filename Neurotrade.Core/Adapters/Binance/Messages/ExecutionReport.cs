using System.Text.Json.Serialization;

namespace Neurotrade.Core.Adapters.Binance.Messages;

/// <summary>What happened to an order. Fields after the reason for expiry come only under conditions.</summary>
public sealed record ExecutionReport(
    [property: JsonPropertyName("E")] long EventMillis,
    [property: JsonPropertyName("s")] string Symbol,
    [property: JsonPropertyName("c")] string ClientOrderId,
    [property: JsonPropertyName("S")] string Side,
    [property: JsonPropertyName("o")] string OrderType,
    [property: JsonPropertyName("f")] string TimeInForce,
    [property: JsonPropertyName("q")] decimal Quantity,
    [property: JsonPropertyName("p")] decimal Price,
    [property: JsonPropertyName("P")] decimal StopPrice,
    // The order's own where it was cancelled; empty otherwise.
    [property: JsonPropertyName("C")] string OriginalClientOrderId,
    [property: JsonPropertyName("x")] string ExecutionType,
    [property: JsonPropertyName("X")] string OrderStatus,
    [property: JsonPropertyName("r")] string RejectReason,
    [property: JsonPropertyName("i")] long OrderId,
    [property: JsonPropertyName("l")] decimal LastQuantity,
    // Over all fills of the order.
    [property: JsonPropertyName("z")] decimal CumulativeQuantity,
    [property: JsonPropertyName("L")] decimal LastPrice,
    [property: JsonPropertyName("n")] decimal Commission,
    [property: JsonPropertyName("T")] long TransactionMillis,
    // -1: not a fill.
    [property: JsonPropertyName("t")] long TradeId,
    [property: JsonPropertyName("w")] bool IsOnBook,
    [property: JsonPropertyName("m")] bool IsMaker,
    [property: JsonPropertyName("O")] long CreatedMillis,
    [property: JsonPropertyName("Z")] decimal CumulativeQuote,
    [property: JsonPropertyName("N")] string? CommissionAsset = null,
    [property: JsonPropertyName("F")] decimal? IcebergQuantity = null,
    // -1: of no list.
    [property: JsonPropertyName("g")] long? OrderListId = null,
    [property: JsonPropertyName("I")] long? ExecutionId = null,
    [property: JsonPropertyName("M")] bool? IsBestMatch = null,
    [property: JsonPropertyName("Y")] decimal? LastQuote = null,
    [property: JsonPropertyName("Q")] decimal? QuoteOrderQuantity = null,
    [property: JsonPropertyName("W")] long? WorkingMillis = null,
    [property: JsonPropertyName("V")] string? SelfTradePreventionMode = null,
    [property: JsonPropertyName("eR")] string? ExpiryReason = null,
    [property: JsonPropertyName("d")] int? TrailingDelta = null,
    [property: JsonPropertyName("D")] long? TrailingMillis = null,
    [property: JsonPropertyName("j")] long? StrategyId = null,
    [property: JsonPropertyName("J")] int? StrategyType = null,
    [property: JsonPropertyName("v")] long? PreventedMatchId = null,
    [property: JsonPropertyName("A")] decimal? PreventedQuantity = null,
    [property: JsonPropertyName("B")] decimal? LastPreventedQuantity = null,
    [property: JsonPropertyName("u")] long? TradeGroupId = null,
    [property: JsonPropertyName("U")] long? CounterOrderId = null,
    [property: JsonPropertyName("Cs")] string? CounterSymbol = null,
    [property: JsonPropertyName("pl")] decimal? PreventedExecutionQuantity = null,
    [property: JsonPropertyName("pL")] decimal? PreventedExecutionPrice = null,
    [property: JsonPropertyName("pY")] decimal? PreventedExecutionQuote = null,
    [property: JsonPropertyName("b")] string? MatchType = null,
    [property: JsonPropertyName("a")] long? AllocationId = null,
    [property: JsonPropertyName("k")] string? WorkingFloor = null,
    [property: JsonPropertyName("uS")] bool? IsSmartRouted = null)
    : StreamEvent;
