using System.Text.Json.Serialization;

namespace Neurotrade.Core.Adapters.Binance.Messages;

/// <summary>A candle as it stands now; final only when it is closed.</summary>
public sealed record KlineEvent(
    [property: JsonPropertyName("E")] long EventMillis,
    [property: JsonPropertyName("s")] string Symbol,
    [property: JsonPropertyName("k")] StreamKline Kline)
    : StreamEvent;

/// <summary>A trade.</summary>
public sealed record TradeEvent(
    [property: JsonPropertyName("E")] long EventMillis,
    [property: JsonPropertyName("s")] string Symbol,
    [property: JsonPropertyName("t")] long TradeId,
    [property: JsonPropertyName("p")] decimal Price,
    [property: JsonPropertyName("q")] decimal Quantity,
    [property: JsonPropertyName("T")] long TimeMillis,
    [property: JsonPropertyName("m")] bool IsBuyerMaker,
    [property: JsonPropertyName("M")] bool? IsBestMatch = null,
    [property: JsonPropertyName("b")] long? BuyerOrderId = null,
    [property: JsonPropertyName("a")] long? SellerOrderId = null)
    : StreamEvent;

/// <summary>Trades of one order at one price and time, taken together.</summary>
public sealed record AggregateTradeEvent(
    [property: JsonPropertyName("E")] long EventMillis,
    [property: JsonPropertyName("s")] string Symbol,
    [property: JsonPropertyName("a")] long AggregateId,
    [property: JsonPropertyName("p")] decimal Price,
    [property: JsonPropertyName("q")] decimal Quantity,
    [property: JsonPropertyName("f")] long FirstTradeId,
    [property: JsonPropertyName("l")] long LastTradeId,
    [property: JsonPropertyName("T")] long TimeMillis,
    [property: JsonPropertyName("m")] bool IsBuyerMaker,
    [property: JsonPropertyName("M")] bool? IsBestMatch = null,
    [property: JsonPropertyName("st")] int? SymbolType = null)
    : StreamEvent;

/// <summary>A trade that was agreed outside of the book.</summary>
public sealed record BlockTradeEvent(
    [property: JsonPropertyName("E")] long EventMillis,
    [property: JsonPropertyName("s")] string Symbol,
    [property: JsonPropertyName("t")] long TradeId,
    [property: JsonPropertyName("p")] decimal Price,
    [property: JsonPropertyName("q")] decimal Quantity,
    [property: JsonPropertyName("T")] long TimeMillis,
    [property: JsonPropertyName("m")] bool IsBuyerMaker)
    : StreamEvent;

/// <summary>Best bid and ask; comes without a time of its own.</summary>
public sealed record BookTickerEvent(
    [property: JsonPropertyName("u")] long UpdateId,
    [property: JsonPropertyName("s")] string Symbol,
    [property: JsonPropertyName("b")] decimal BidPrice,
    [property: JsonPropertyName("B")] decimal BidQuantity,
    [property: JsonPropertyName("a")] decimal AskPrice,
    [property: JsonPropertyName("A")] decimal AskQuantity,
    [property: JsonPropertyName("T")] long? TimeMillis = null,
    [property: JsonPropertyName("E")] long? EventMillis = null)
    : StreamEvent;

/// <summary>The mean price of a span.</summary>
public sealed record AveragePriceEvent(
    [property: JsonPropertyName("E")] long EventMillis,
    [property: JsonPropertyName("s")] string Symbol,
    // Such as 5m.
    [property: JsonPropertyName("i")] string Interval,
    [property: JsonPropertyName("w")] decimal Price,
    [property: JsonPropertyName("T")] long LastTradeMillis)
    : StreamEvent;

/// <summary>The price against which the price range rule judges.</summary>
public sealed record ReferencePriceEvent(
    [property: JsonPropertyName("s")] string Symbol,
    [property: JsonPropertyName("t")] long TimeMillis,
    // Null: none is set.
    [property: JsonPropertyName("r")] decimal? Price = null)
    : StreamEvent;

/// <summary>The server is about to go: connect anew at once.</summary>
public sealed record ServerShutdownEvent([property: JsonPropertyName("E")] long EventMillis) : StreamEvent;
