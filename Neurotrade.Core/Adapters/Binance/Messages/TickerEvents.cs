using System.Text.Json.Serialization;

namespace Neurotrade.Core.Adapters.Binance.Messages;

/// <summary>A day's prices and volumes.</summary>
public sealed record MiniTickerEvent(
    [property: JsonPropertyName("E")] long EventMillis,
    [property: JsonPropertyName("s")] string Symbol,
    [property: JsonPropertyName("c")] decimal Close,
    [property: JsonPropertyName("o")] decimal Open,
    [property: JsonPropertyName("h")] decimal High,
    [property: JsonPropertyName("l")] decimal Low,
    [property: JsonPropertyName("v")] decimal Volume,
    [property: JsonPropertyName("q")] decimal QuoteVolume)
    : StreamEvent;

/// <summary>Statistics of the last 24 hours.</summary>
public sealed record TickerEvent(
    [property: JsonPropertyName("E")] long EventMillis,
    [property: JsonPropertyName("s")] string Symbol,
    [property: JsonPropertyName("p")] decimal PriceChange,
    [property: JsonPropertyName("P")] decimal PriceChangePercent,
    [property: JsonPropertyName("w")] decimal WeightedAverage,
    [property: JsonPropertyName("x")] decimal PreviousClose,
    [property: JsonPropertyName("c")] decimal Close,
    [property: JsonPropertyName("Q")] decimal LastQuantity,
    [property: JsonPropertyName("b")] decimal BidPrice,
    [property: JsonPropertyName("B")] decimal BidQuantity,
    [property: JsonPropertyName("a")] decimal AskPrice,
    [property: JsonPropertyName("A")] decimal AskQuantity,
    [property: JsonPropertyName("o")] decimal Open,
    [property: JsonPropertyName("h")] decimal High,
    [property: JsonPropertyName("l")] decimal Low,
    [property: JsonPropertyName("v")] decimal Volume,
    [property: JsonPropertyName("q")] decimal QuoteVolume,
    [property: JsonPropertyName("O")] long OpenMillis,
    [property: JsonPropertyName("C")] long CloseMillis,
    [property: JsonPropertyName("F")] long FirstTradeId,
    [property: JsonPropertyName("L")] long LastTradeId,
    [property: JsonPropertyName("n")] long Trades)
    : StreamEvent;

/// <summary>Statistics of a rolling window of 1 hour, 4 hours or 1 day.</summary>
public sealed record WindowTickerEvent(
    [property: JsonPropertyName("E")] long EventMillis,
    [property: JsonPropertyName("s")] string Symbol,
    [property: JsonPropertyName("p")] decimal PriceChange,
    [property: JsonPropertyName("P")] decimal PriceChangePercent,
    [property: JsonPropertyName("o")] decimal Open,
    [property: JsonPropertyName("h")] decimal High,
    [property: JsonPropertyName("l")] decimal Low,
    [property: JsonPropertyName("c")] decimal Close,
    [property: JsonPropertyName("w")] decimal WeightedAverage,
    [property: JsonPropertyName("v")] decimal Volume,
    [property: JsonPropertyName("q")] decimal QuoteVolume,
    [property: JsonPropertyName("O")] long OpenMillis,
    [property: JsonPropertyName("C")] long CloseMillis,
    [property: JsonPropertyName("F")] long FirstTradeId,
    [property: JsonPropertyName("L")] long LastTradeId,
    [property: JsonPropertyName("n")] long Trades)
    : StreamEvent;
