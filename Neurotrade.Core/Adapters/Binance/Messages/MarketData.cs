using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Neurotrade.Core.Adapters.Binance.Messages;

/// <summary>An answer without content: a ping, an order that was only tested.</summary>
public sealed record Nothing();

/// <summary>The exchange's clock.</summary>
public sealed record ServerClock(
    // Unix milliseconds.
    long ServerTime);

/// <summary>The mean price of the last minutes.</summary>
public sealed record AveragePrice(
    int Mins,
    decimal Price,
    // Time of the last trade, Unix milliseconds.
    long? CloseTime = null);

/// <summary>The last price.</summary>
public sealed record PriceTicker(
    string Symbol,
    decimal Price);

/// <summary>Best bid and ask of a REST answer; zero where a side is empty.</summary>
public sealed record BookTicker(
    string Symbol,
    decimal BidPrice,
    decimal BidQty,
    decimal AskPrice,
    decimal AskQty);

/// <summary>The price against which the price range rule judges.</summary>
public sealed record ReferencePrice(
    string Symbol,
    long Timestamp,
    // Null: none is set now.
    [property: JsonPropertyName("referencePrice")] decimal? Price = null);

/// <summary>How a reference price comes about.</summary>
public sealed record ReferencePriceCalculation(
    string Symbol,
    string CalculationType,
    int? BucketCount = null,
    long? BucketWidthMs = null,
    long? ExternalCalculationId = null);

/// <summary>Rules that the matching engine applies beside the filters.</summary>
public sealed record ExecutionRules(ImmutableArray<SymbolExecutionRules> SymbolRules);

/// <summary>One pair's execution rules.</summary>
public sealed record SymbolExecutionRules(
    string Symbol,
    ImmutableArray<ExecutionRule> Rules);

/// <summary>How far from the reference price an order may be executed, as multiples of it.</summary>
public sealed record ExecutionRule(
    string RuleType,
    decimal? BidLimitMultUp = null,
    decimal? BidLimitMultDown = null,
    decimal? AskLimitMultUp = null,
    decimal? AskLimitMultDown = null);
