using Neurotrade.Core.Market;

namespace Neurotrade.Core.Ingestion;

/// <summary>Which candles are wanted.</summary>
/// <param name="Exchange">The exchange's name in lower case: <c>binance</c>, <c>sim</c>.</param>
/// <param name="Symbol">The pair.</param>
/// <param name="Timeframe">The length of the candles.</param>
public sealed record CandleRequest(string Exchange, Symbol Symbol, Timeframe Timeframe)
{
    /// <summary>
    /// First open time asked for; null for all there is. A source that has earlier candles gives them too: they warm
    /// up features. One that generates begins here.
    /// </summary>
    public Instant? From { get; init; }

    /// <summary>The open time before which candles end; null for all there is.</summary>
    public Instant? To { get; init; }

    /// <summary>What a source that generates candles starts its chance from; others ignore it.</summary>
    public int Seed { get; init; } = 1;
}

/// <summary>Where history comes from under <c>store:EXCHANGE/SYMBOL/TIMEFRAME</c>: the candle store, a generated market.</summary>
public interface ICandleSource
{
    /// <summary>The candles asked for; null where this source has none such, so that the next is asked.</summary>
    LoadedCandles? Load(CandleRequest request, CancellationToken cancellation);
}
