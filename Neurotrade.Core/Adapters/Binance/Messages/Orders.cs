using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Neurotrade.Core.Adapters.Binance.Messages;

/// <summary>An order as an answer tells it: placed, queried, cancelled or amended. Each kind of answer leaves out other fields.</summary>
public sealed record OrderReport(
    string Symbol,
    long OrderId,
    // -1: of no list.
    long OrderListId,
    // Of the order; of the cancellation where it was cancelled.
    string ClientOrderId,
    // The order's own, where it was cancelled or amended.
    string? OrigClientOrderId = null,
    // Unix milliseconds.
    long? TransactTime = null,
    decimal? Price = null,
    decimal? OrigQty = null,
    decimal? ExecutedQty = null,
    decimal? OrigQuoteOrderQty = null,
    // Spelt so on the wire; below 0: not known, for old orders.
    decimal? CummulativeQuoteQty = null,
    string? Status = null,
    string? TimeInForce = null,
    string? Type = null,
    string? Side = null,
    decimal? StopPrice = null,
    // Basis points.
    int? TrailingDelta = null,
    long? TrailingTime = null,
    decimal? IcebergQty = null,
    long? Time = null,
    long? UpdateTime = null,
    bool? IsWorking = null,
    long? WorkingTime = null,
    long? StrategyId = null,
    int? StrategyType = null,
    string? SelfTradePreventionMode = null,
    long? PreventedMatchId = null,
    decimal? PreventedQuantity = null,
    ImmutableArray<OrderFill>? Fills = null,
    string? WorkingFloor = null,
    bool? UsedSor = null,
    // Of an amended order.
    decimal? Qty = null,
    decimal? PreventedQty = null,
    decimal? QuoteOrderQty = null,
    decimal? CumulativeQuoteQty = null);

/// <summary>A fill inside the answer to an order; comes again as an execution report.</summary>
public sealed record OrderFill(
    decimal Price,
    decimal Qty,
    decimal Commission,
    string CommissionAsset,
    // -1 where the fill came by smart order routing.
    long TradeId,
    string? MatchType = null,
    long? AllocId = null);

/// <summary>What came of making an order smaller.</summary>
public sealed record AmendedOrder(
    long TransactTime,
    long ExecutionId,
    [property: JsonPropertyName("amendedOrder")] OrderReport Order,
    OrderList? ListStatus = null);

/// <summary>One amendment in an order's history.</summary>
public sealed record OrderAmendment(
    string Symbol,
    long OrderId,
    long ExecutionId,
    string OrigClientOrderId,
    string NewClientOrderId,
    decimal OrigQty,
    decimal NewQty,
    long Time);

/// <summary>The two halves of a cancel-and-replace; each is SUCCESS, FAILURE or NOT_ATTEMPTED.</summary>
public sealed record ReplacedOrder(
    string CancelResult,
    string NewOrderResult,
    OrderOutcome? CancelResponse = null,
    OrderOutcome? NewOrderResponse = null);

/// <summary>An order list and, where orders were touched, what came of them.</summary>
public sealed record OrderList(
    long OrderListId,
    string ContingencyType,
    string ListOrderStatus,
    string ListClientOrderId,
    string Symbol,
    ImmutableArray<ListedOrder> Orders,
    string? ListStatusType = null,
    long? TransactionTime = null,
    ImmutableArray<OrderReport>? OrderReports = null);

/// <summary>An order of a list, by its names.</summary>
public sealed record ListedOrder(
    string Symbol,
    long OrderId,
    string ClientOrderId);

/// <summary>The fees that an order would pay, from a test with commissions.</summary>
public sealed record OrderCommission(
    TradeRates StandardCommissionForOrder,
    TradeRates TaxCommissionForOrder,
    CommissionDiscount Discount,
    TradeRates? SpecialCommissionForOrder = null);

/// <summary>Fractions of what is received.</summary>
public sealed record TradeRates(
    decimal Maker,
    decimal Taker);
