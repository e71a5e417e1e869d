using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Neurotrade.Core.Adapters.Binance.Messages;
using Neurotrade.Core.Adapters.Binance.Signing;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Adapters.Binance.Rest;

/// <summary>The calls that read the market, and our account. Weights are those of July 2026.</summary>
public static class MarketCalls
{
    /// <summary>The most candles in one answer.</summary>
    public const int MostKlines = 1000;

    // A candle may still be revised in its first moments.
    private const long SettlingMillis = 2_000;

    /// <summary>Whether the exchange answers.</summary>
    public static Task<RestAnswer<Nothing>> PingAsync(this BinanceRest rest, CancellationToken cancellation) =>
        rest.ReadAsync(new RestCall("api/v3/ping", 1, new RequestParameters()), BinanceJson.Default.Nothing, cancellation);

    /// <summary>What can be traded; the limits in it hold from then on. Without pairs: all of them.</summary>
    public static async Task<RestAnswer<ExchangeInformation>> ExchangeInformationAsync(
        this BinanceRest rest, ImmutableArray<string> symbols, CancellationToken cancellation)
    {
        RequestParameters parameters = new();
        if (symbols.Length > 0)
        {
            parameters.Add("symbols", $"[{string.Join(',', symbols.Select(symbol => $"\"{symbol}\""))}]");
        }

        RestAnswer<ExchangeInformation> answer = await rest
            .ReadAsync(new RestCall("api/v3/exchangeInfo", 20, parameters), BinanceJson.Default.ExchangeInformation, cancellation)
            .ConfigureAwait(false);
        if (answer is RestAnswer<ExchangeInformation>.Done done)
        {
            rest.Limiter.SetLimits(done.Value.RateLimits);
        }

        return answer;
    }

    /// <summary>The best levels of a book; of a side that is as long as the limit, the end is not known.</summary>
    public static Task<RestAnswer<Depth>> DepthAsync(
        this BinanceRest rest, string symbol, int limit, CancellationToken cancellation)
    {
        Guard.That(limit is > 0 and <= 5000);
        int weight = limit <= 100 ? 5 : limit <= 500 ? 25 : limit <= 1000 ? 50 : 250;
        RequestParameters parameters = new RequestParameters().Add("symbol", symbol).Add("limit", (long)limit);
        return rest.ReadAsync(new RestCall("api/v3/depth", weight, parameters), BinanceJson.Default.Depth, cancellation);
    }

    /// <summary>The last trades, oldest first.</summary>
    public static Task<RestAnswer<ImmutableArray<MarketTrade>>> TradesAsync(
        this BinanceRest rest, string symbol, int limit, CancellationToken cancellation)
    {
        Guard.That(limit is > 0 and <= 1000);
        RequestParameters parameters = new RequestParameters().Add("symbol", symbol).Add("limit", (long)limit);
        return rest.ReadAsync(new RestCall("api/v3/trades", 25, parameters), BinanceJson.Default.MarketTrades, cancellation);
    }

    /// <summary>Statistics of the last 24 hours.</summary>
    public static Task<RestAnswer<Ticker>> DayTickerAsync(this BinanceRest rest, string symbol, CancellationToken cancellation) =>
        rest.ReadAsync(
            new RestCall("api/v3/ticker/24hr", 2, new RequestParameters().Add("symbol", symbol)), BinanceJson.Default.Ticker, cancellation);

    /// <summary>Our account.</summary>
    public static Task<RestAnswer<Account>> AccountAsync(this BinanceRest rest, CancellationToken cancellation) =>
        rest.ReadAsync(new RestCall("api/v3/account", 20, new RequestParameters(), IsSigned: true), BinanceJson.Default.Account, cancellation);

    /// <summary>Candles from an open time on, oldest first, at most 1,000; the last may still be growing.</summary>
    public static Task<RestAnswer<ImmutableArray<Kline>>> KlinesAsync(
        this BinanceRest rest, string symbol, Timeframe timeframe, long fromMillis, long? toMillis, CancellationToken cancellation)
    {
        RequestParameters parameters = new RequestParameters()
            .Add("symbol", symbol).Add("interval", timeframe.ToString()).Add("startTime", fromMillis);
        if (toMillis is { } end)
        {
            parameters.Add("endTime", end - 1);
        }

        parameters.Add("limit", (long)MostKlines);
        return rest.ReadAsync(new RestCall("api/v3/klines", 2, parameters), BinanceJson.Default.Klines, cancellation);
    }

    /// <summary>
    /// All closed candles of [from, to), page by page; the first refusal ends it. A page that does not go on from the last is
    /// refused as unreadable, so that a broken server cannot keep it running for ever.
    /// </summary>
    public static async IAsyncEnumerable<RestAnswer<ImmutableArray<Kline>>> KlinePagesAsync(
        this BinanceRest rest,
        string symbol,
        Timeframe timeframe,
        long fromMillis,
        long toMillis,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (long next = fromMillis; next < toMillis;)
        {
            RestAnswer<ImmutableArray<Kline>> answer =
                await rest.KlinesAsync(symbol, timeframe, next, toMillis, cancellation).ConfigureAwait(false);
            if (answer is not RestAnswer<ImmutableArray<Kline>>.Done { Value: var page })
            {
                yield return answer;
                yield break;
            }

            if (!IsInOrder(page, timeframe, next, toMillis))
            {
                VenueRefusal why = new(RefusalKind.Unreadable, 0, "candles out of order, or outside of what was asked for");
                yield return new RestAnswer<ImmutableArray<Kline>>.Refused(why);
                yield break;
            }

            long now = rest.Server.NowMillis;
            ImmutableArray<Kline> closed = [.. page.TakeWhile(kline => kline.OpenMillis + timeframe.Millis + SettlingMillis <= now)];
            yield return new RestAnswer<ImmutableArray<Kline>>.Done(closed);
            if (page.Length < MostKlines || closed.Length < page.Length)
            {
                yield break;
            }

            next = page[^1].OpenMillis + timeframe.Millis;
        }
    }

    private static bool IsInOrder(ImmutableArray<Kline> page, Timeframe timeframe, long fromMillis, long toMillis)
    {
        long least = fromMillis;
        foreach (Kline kline in page)
        {
            if (kline.OpenMillis < least || kline.OpenMillis >= toMillis || !timeframe.IsAligned(kline.OpenMillis))
            {
                return false;
            }

            least = kline.OpenMillis + timeframe.Millis;
        }

        return true;
    }
}
