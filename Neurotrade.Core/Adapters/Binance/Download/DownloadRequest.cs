using System.Collections.Immutable;
using Neurotrade.Core.Adapters.Binance.Rest;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Adapters.Binance.Download;

/// <summary>Which candles to fetch, and where to put them.</summary>
/// <param name="Exchange">The name under which they are stored.</param>
/// <param name="Symbols">The pairs.</param>
/// <param name="Timeframe">One that the exchange has: <see cref="Offers"/>.</param>
/// <param name="From">First open time wanted.</param>
/// <param name="To">Open times before this are wanted; null for all closed ones.</param>
public sealed record DownloadRequest(
    string Exchange, ImmutableArray<Symbol> Symbols, Timeframe Timeframe, Instant From, Instant? To)
{
    /// <summary>The timeframes that the exchange has, shortest first.</summary>
    public static ImmutableArray<string> Offered { get; } =
        ["1s", "1m", "3m", "5m", "15m", "30m", "1h", "2h", "4h", "6h", "8h", "12h", "1d", "3d", "1w"];

    /// <summary>Pairs that are fetched at the same time; the limits are shared.</summary>
    public int MostAtOnce { get; init; } = 4;

    /// <summary>Whether the exchange has candles of this length.</summary>
    public static bool Offers(Timeframe timeframe) => Offered.Contains(timeframe.ToString());
}

/// <summary>What a download did for one pair.</summary>
/// <param name="Address">Where its candles are.</param>
/// <param name="Added">Candles that are new in the store.</param>
/// <param name="AlreadyThere">Candles that were stored before, bit for bit.</param>
/// <param name="Revised">Candles that replaced a stored one.</param>
/// <param name="Refused">Candles of the exchange that are not valid (contracts 2).</param>
/// <param name="Why">Why it did not come to its end; null where it did.</param>
public sealed record DownloadedSymbol(
    StoreAddress Address, long Added, long AlreadyThere, long Revised, long Refused, VenueRefusal? Why);
