namespace Neurotrade.Core.Adapters.Binance.Messages;

/// <summary>Statistics of a day, a rolling window or a trading day; what the short form leaves out is null.</summary>
public sealed record Ticker(
    string Symbol,
    decimal OpenPrice,
    decimal HighPrice,
    decimal LowPrice,
    decimal LastPrice,
    // Base asset.
    decimal Volume,
    // Quote asset.
    decimal QuoteVolume,
    // Unix milliseconds.
    long OpenTime,
    // Unix milliseconds.
    long CloseTime,
    // First trade; -1: none.
    long FirstId,
    long LastId,
    // Trades.
    long Count,
    decimal? PriceChange = null,
    // Percent, not a fraction.
    decimal? PriceChangePercent = null,
    decimal? WeightedAvgPrice = null,
    decimal? PrevClosePrice = null,
    decimal? LastQty = null,
    decimal? BidPrice = null,
    decimal? BidQty = null,
    decimal? AskPrice = null,
    decimal? AskQty = null);

/// <summary>The span of time that a rolling window covers.</summary>
public sealed record TickerSpan(
    long OpenTime,
    long CloseTime);
