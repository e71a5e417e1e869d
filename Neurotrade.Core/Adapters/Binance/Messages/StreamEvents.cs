using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Neurotrade.Core.Adapters.Binance.Messages;

/// <summary>Reads what streams send, by the kind that each event names itself.</summary>
public static class StreamEvents
{
    private const int LongestKind = 64;

    /// <summary>Reads one event out of its envelope; a kind that is not known is an <see cref="UnknownEvent"/>.</summary>
    public static bool TryRead(
        ReadOnlySpan<byte> json,
        [NotNullWhen(true)] out StreamEvent? found,
        [NotNullWhen(false)] out WireProblem? problem)
    {
        found = null;
        if (!TryKind(json, out string? kind, out problem) || !TryShaped(json, kind, out found, out problem))
        {
            return false;
        }

        if (EventSanity.FaultOf(found) is { } fault)
        {
            found = null;
            problem = new WireProblem(WireFault.Impossible, string.Empty, fault);
            return false;
        }

        return true;
    }

    /// <summary>Reads a list of events, as the streams of all pairs send it.</summary>
    public static bool TryReadAll(
        ReadOnlySpan<byte> json,
        out ImmutableArray<StreamEvent> found,
        [NotNullWhen(false)] out WireProblem? problem)
    {
        found = [];
        problem = null;
        ImmutableArray<StreamEvent>.Builder events = ImmutableArray.CreateBuilder<StreamEvent>();
        try
        {
            Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = BinanceJson.MostDepth });
            reader.Read();
            WireArray.Enter(ref reader);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                int start = (int)reader.TokenStartIndex;
                reader.Skip();
                if (!TryRead(json[start..(int)reader.BytesConsumed], out StreamEvent? one, out problem))
                {
                    return false;
                }

                events.Add(one);
            }
        }
        catch (JsonException)
        {
            problem = Wire.ProblemOf(json, null);
            return false;
        }

        found = events.ToImmutable();
        return true;
    }

    private static bool TryShaped(
        ReadOnlySpan<byte> json,
        string kind,
        [NotNullWhen(true)] out StreamEvent? found,
        [NotNullWhen(false)] out WireProblem? problem) => kind switch
        {
            "kline" => Read(json, BinanceJson.Default.KlineEvent, out found, out problem),
            "trade" => Read(json, BinanceJson.Default.TradeEvent, out found, out problem),
            "aggTrade" => Read(json, BinanceJson.Default.AggregateTradeEvent, out found, out problem),
            "blockTrade" => Read(json, BinanceJson.Default.BlockTradeEvent, out found, out problem),
            "depthUpdate" => Read(json, BinanceJson.Default.DepthUpdateEvent, out found, out problem),
            "bookTicker" => Read(json, BinanceJson.Default.BookTickerEvent, out found, out problem),
            "depth" => Read(json, BinanceJson.Default.Depth, out found, out problem),
            "24hrMiniTicker" => Read(json, BinanceJson.Default.MiniTickerEvent, out found, out problem),
            "24hrTicker" => Read(json, BinanceJson.Default.TickerEvent, out found, out problem),
            "1hTicker" or "4hTicker" or "1dTicker" => Read(json, BinanceJson.Default.WindowTickerEvent, out found, out problem),
            "avgPrice" => Read(json, BinanceJson.Default.AveragePriceEvent, out found, out problem),
            "referencePrice" => Read(json, BinanceJson.Default.ReferencePriceEvent, out found, out problem),
            "serverShutdown" => Read(json, BinanceJson.Default.ServerShutdownEvent, out found, out problem),
            "executionReport" => Read(json, BinanceJson.Default.ExecutionReport, out found, out problem),
            "outboundAccountPosition" => Read(json, BinanceJson.Default.AccountPositionEvent, out found, out problem),
            "balanceUpdate" => Read(json, BinanceJson.Default.BalanceUpdateEvent, out found, out problem),
            "externalLockUpdate" => Read(json, BinanceJson.Default.ExternalLockEvent, out found, out problem),
            "listStatus" => Read(json, BinanceJson.Default.ListStatusEvent, out found, out problem),
            "eventStreamTerminated" => Read(json, BinanceJson.Default.StreamTerminatedEvent, out found, out problem),
            _ => Unknown(kind, out found, out problem),
        };

    private static bool Read<T>(
        ReadOnlySpan<byte> json,
        JsonTypeInfo<T> shape,
        [NotNullWhen(true)] out StreamEvent? found,
        [NotNullWhen(false)] out WireProblem? problem)
        where T : StreamEvent
    {
        bool isRead = Wire.TryRead(json, shape, out T? value, out problem);
        found = value;
        return isRead && found is not null;
    }

    private static bool Unknown(string kind, out StreamEvent? found, out WireProblem? problem)
    {
        found = new UnknownEvent(kind);
        problem = null;
        return true;
    }

    // Two kinds do not name themselves: the best prices, told by their update id, and the best levels, by theirs.
    private static bool TryKind(
        ReadOnlySpan<byte> json, [NotNullWhen(true)] out string? kind, [NotNullWhen(false)] out WireProblem? problem)
    {
        kind = null;
        try
        {
            Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = BinanceJson.MostDepth });
            reader.Read();
            bool isObject = reader.TokenType == JsonTokenType.StartObject;
            while (isObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("e"u8))
                {
                    reader.Read();
                    bool isName = reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length is > 0 and <= LongestKind;
                    kind = isName ? reader.GetString() : null;
                    break;
                }

                kind = reader.ValueTextEquals("u"u8) ? kind ?? "bookTicker"
                    : reader.ValueTextEquals("lastUpdateId"u8) ? kind ?? "depth" : kind;
                reader.Skip();
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // Text that is no UTF-8 is told by the other of the two.
            kind = null;
        }

        problem = kind is null ? Wire.ProblemOf(json, "$.e") : null;
        return kind is not null;
    }
}
