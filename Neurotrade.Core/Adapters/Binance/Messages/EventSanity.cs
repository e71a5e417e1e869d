namespace Neurotrade.Core.Adapters.Binance.Messages;

/// <summary>Values that no market has: they are refused before anything believes them.</summary>
internal static class EventSanity
{
    /// <summary>What cannot be about an event; null where nothing is.</summary>
    public static string? FaultOf(StreamEvent found) => found switch
    {
        TradeEvent trade => Trade(trade.Price, trade.Quantity),
        AggregateTradeEvent trade => Trade(trade.Price, trade.Quantity),
        BlockTradeEvent trade => Trade(trade.Price, trade.Quantity),
        KlineEvent candle => CandleFault(candle.Kline),
        BookTickerEvent best => Best(best),
        DepthUpdateEvent update => update.FirstUpdateId > update.LastUpdateId
            ? "an update that ends before it begins"
            : Levels(update.Bids.AsSpan()) ?? Levels(update.Asks.AsSpan()),
        Depth depth => Levels(depth.Bids.AsSpan()) ?? Levels(depth.Asks.AsSpan()) ?? Crossed(depth),
        _ => null,
    };

    /// <summary>What cannot be about a book; null where nothing is.</summary>
    public static string? Crossed(Depth depth) =>
        depth.Bids.Length > 0 && depth.Asks.Length > 0 && depth.Bids[0].Price >= depth.Asks[0].Price
            ? "a crossed book: the best bid is not below the best ask"
            : null;

    private static string? Trade(decimal price, decimal quantity) =>
        price <= 0 ? "a trade at a price that is not above 0"
        : quantity <= 0 ? "a trade of a quantity that is not above 0" : null;

    // Whether prices and volume fit each other is asked where candles are taken in, and counted there.
    private static string? CandleFault(StreamKline kline)
    {
        bool isPositive = kline is { Open: > 0, High: > 0, Low: > 0, Close: > 0, Volume: >= 0 };
        return !isPositive ? "a candle with a price that is not above 0, or a volume below 0"
            : kline.OpenMillis > kline.CloseMillis || kline.OpenMillis < 0 ? "a candle that ends before it begins" : null;
    }

    // A side without orders is told by a price of 0.
    private static string? Best(BookTickerEvent best)
    {
        bool isPositive = best is { BidPrice: >= 0, BidQuantity: >= 0, AskPrice: >= 0, AskQuantity: >= 0 };
        return !isPositive ? "a best price or quantity below 0"
            : best.BidPrice >= best.AskPrice && best.AskPrice > 0 ? "a crossed book: the best bid is not below the best ask" : null;
    }

    private static string? Levels(ReadOnlySpan<PriceLevel> levels)
    {
        foreach (PriceLevel level in levels)
        {
            if (level.Price <= 0 || level.Quantity < 0)
            {
                return "a level at a price that is not above 0, or of a quantity below 0";
            }
        }

        return null;
    }
}
