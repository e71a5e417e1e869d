using Neurotrade.Core.Adapters.Binance.Messages;

namespace Neurotrade.Core.Adapters.Binance.Streams;

/// <summary>Lets each event through once, while two connections tell the same: by the number that its stream counts with.</summary>
internal sealed class StreamOrder
{
    private readonly Dictionary<string, long> last = new(StringComparer.Ordinal);

    /// <summary>Forgets what came before: the exchange may count anew.</summary>
    public void Clear() => last.Clear();

    /// <summary>Whether an event is newer than what its stream told before.</summary>
    public bool IsNew(string stream, StreamEvent value)
    {
        if (NumberOf(value) is not { } number)
        {
            return true;
        }

        // Streams of all pairs count by pair.
        string key = stream.StartsWith('!') ? $"{stream} {SymbolOf(value)}" : stream;
        if (last.TryGetValue(key, out long before) && number <= before)
        {
            return false;
        }

        last[key] = number;
        return true;
    }

    private static long? NumberOf(StreamEvent value) => value switch
    {
        TradeEvent trade => trade.TradeId,
        AggregateTradeEvent trade => trade.AggregateId,
        BlockTradeEvent trade => trade.TradeId,
        DepthUpdateEvent update => update.LastUpdateId,
        Depth depth => depth.LastUpdateId,
        BookTickerEvent best => best.UpdateId,
        KlineEvent candle => candle.EventMillis,
        MiniTickerEvent ticker => ticker.EventMillis,
        TickerEvent ticker => ticker.EventMillis,
        WindowTickerEvent ticker => ticker.EventMillis,
        AveragePriceEvent average => average.EventMillis,
        ReferencePriceEvent reference => reference.TimeMillis,
        _ => null,
    };

    private static string SymbolOf(StreamEvent value) => value switch
    {
        MiniTickerEvent ticker => ticker.Symbol,
        TickerEvent ticker => ticker.Symbol,
        WindowTickerEvent ticker => ticker.Symbol,
        BookTickerEvent best => best.Symbol,
        _ => string.Empty,
    };
}
