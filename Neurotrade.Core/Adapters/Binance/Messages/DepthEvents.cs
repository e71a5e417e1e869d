using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Neurotrade.Core.Adapters.Binance.Messages;

/// <summary>Changes of the book: each level's new quantity, 0 where it is gone.</summary>
public sealed record DepthUpdateEvent(
    [property: JsonPropertyName("E")] long EventMillis,
    [property: JsonPropertyName("s")] string Symbol,
    [property: JsonPropertyName("U")] long FirstUpdateId,
    [property: JsonPropertyName("u")] long LastUpdateId,
    [property: JsonPropertyName("b")] ImmutableArray<PriceLevel> Bids,
    [property: JsonPropertyName("a")] ImmutableArray<PriceLevel> Asks)
    : StreamEvent;

/// <summary>The best levels of the book, as a REST answer or a partial depth stream gives them.</summary>
public sealed record Depth(
    long LastUpdateId,
    // Best first.
    ImmutableArray<PriceLevel> Bids,
    // Best first.
    ImmutableArray<PriceLevel> Asks)
    : StreamEvent;
