using System.Text.Json.Serialization;

namespace Neurotrade.Core.Adapters.Binance.Messages;

/// <summary>A candle of the kline stream; of one candle many are sent, of which the last is closed.</summary>
public sealed record StreamKline(
    [property: JsonPropertyName("t")] long OpenMillis,
    [property: JsonPropertyName("T")] long CloseMillis,
    // Such as 1m.
    [property: JsonPropertyName("i")] string Interval,
    // -1: no trade.
    [property: JsonPropertyName("f")] long FirstTradeId,
    [property: JsonPropertyName("L")] long LastTradeId,
    [property: JsonPropertyName("o")] decimal Open,
    [property: JsonPropertyName("h")] decimal High,
    [property: JsonPropertyName("l")] decimal Low,
    [property: JsonPropertyName("c")] decimal Close,
    [property: JsonPropertyName("v")] decimal Volume,
    [property: JsonPropertyName("n")] long Trades,
    [property: JsonPropertyName("x")] bool IsClosed,
    [property: JsonPropertyName("q")] decimal QuoteVolume,
    [property: JsonPropertyName("V")] decimal TakerBaseVolume,
    [property: JsonPropertyName("Q")] decimal TakerQuoteVolume);
