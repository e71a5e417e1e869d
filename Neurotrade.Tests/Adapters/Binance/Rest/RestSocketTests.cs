using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Neurotrade.Core.Adapters.Binance.Messages;
using Neurotrade.Core.Adapters.Binance.Rest;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Adapters.Binance.Rest;

/// <summary>The same over real sockets, to a real server on this machine, with the faults that only sockets have.</summary>
public sealed class RestSocketTests
{
    private static readonly RestOptions Quick = new() { TimeoutMillis = 2_000, FirstPauseMillis = 10, MostAttempts = 3 };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_OfEveryKind_AreReadFromARealServer()
    {
        string folder = SharedData.Require("reference/binance");
        Dictionary<string, string> files = new(StringComparer.Ordinal)
        {
            ["/api/v3/ping"] = "docs_rest/test_connectivity_1.json",
            ["/api/v3/time"] = "docs_rest/check_server_time_1.json",
            ["/api/v3/exchangeInfo"] = "nautilus_resources/http_spot_market_exchange_info.json",
            ["/api/v3/depth"] = "nautilus_resources/http_spot_market_depth.json",
            ["/api/v3/trades"] = "nautilus_resources/http_spot_market_trades.json",
            ["/api/v3/klines"] = "nautilus_resources/http_spot_market_klines.json",
            ["/api/v3/ticker/24hr"] = "docs_rest/24hr_ticker_price_change_statistics_1.json",
        };
        await using LoopbackVenue venue = await LoopbackVenue.StartAsync(
            context => context.Response.SendFileAsync(Path.Combine(folder, files[context.Request.Path.Value!])));
        BinanceRest rest = Rest(venue);

        Value(await rest.PingAsync(Cancel));
        ServerClock clock = Value(await rest.LookAtClockAsync(Cancel));
        ExchangeInformation information = Value(await rest.ExchangeInformationAsync(["BTCUSDT", "１２３"], Cancel));
        Depth depth = Value(await rest.DepthAsync("BTCUSDT", 100, Cancel));
        ImmutableArray<MarketTrade> trades = Value(await rest.TradesAsync("BTCUSDT", 10, Cancel));
        Ticker ticker = Value(await rest.DayTickerAsync("BNBBTC", Cancel));
        ImmutableArray<Kline> klines = Value(await rest.KlinesAsync("BTCUSDT", Timeframe.Minute, 0, null, Cancel));

        Assert.InRange(rest.Server.NowMillis - clock.ServerTime, 0, 60_000);
        Assert.Contains(information.Symbols[0].Filters, filter => filter is PriceFilter { TickSize: > 0 });
        Assert.Contains(information.Symbols[0].Filters, filter => filter is LotSizeFilter { StepSize: > 0 });
        Assert.True(depth.Bids[0].Price < depth.Asks[0].Price);
        Assert.Equal((10, 10), (trades.Length, klines.Length));
        Assert.Equal("BNBBTC", ticker.Symbol);
        Assert.Contains("/api/v3/exchangeInfo?symbols=%5B%22BTCUSDT%22%2C%22%EF%BC%91%EF%BC%92%EF%BC%93%22%5D", venue.Requests);
    }

    [Fact]
    public async Task Read_OfAConnectionThatBreaksMidway_IsTriedAgain()
    {
        int count = 0;
        await using LoopbackVenue venue = await LoopbackVenue.StartAsync(async context =>
        {
            if (Interlocked.Increment(ref count) == 1)
            {
                context.Response.ContentLength = 1_000;
                await context.Response.WriteAsync("{\"serverTime\":", Cancel);
                await context.Response.Body.FlushAsync(Cancel);
                context.Abort();
                return;
            }

            await context.Response.WriteAsync("{}", Cancel);
        });

        Value(await Rest(venue).PingAsync(Cancel));

        Assert.Equal(2, count);
    }

    [Fact]
    public async Task Read_OfARedirect_IsNotFollowed()
    {
        await using LoopbackVenue venue = await LoopbackVenue.StartAsync(context =>
        {
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });

        VenueRefusal why = Refusal(await Rest(venue).PingAsync(Cancel));

        Assert.Equal((RefusalKind.Rejected, "HTTP 302"), (why.Kind, why.Text));
        Assert.Equal(["/api/v3/ping"], venue.Requests);
    }

    [Fact]
    public async Task Read_OfAServerThatIsSilent_EndsAtTheTimeOut()
    {
        await using LoopbackVenue venue = await LoopbackVenue.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        BinanceRest rest = Rest(venue, Quick with { TimeoutMillis = 100, MostAttempts = 1 });

        VenueRefusal why = Refusal(await rest.PingAsync(Cancel));

        Assert.Equal((RefusalKind.Unreachable, "no answer within 100 ms"), (why.Kind, why.Text));
    }

    [Fact]
    public async Task Read_OfNobody_IsUnreachable()
    {
        LoopbackVenue venue = await LoopbackVenue.StartAsync(_ => Task.CompletedTask);
        BinanceRest rest = Rest(venue);
        await venue.DisposeAsync();

        Assert.Equal(RefusalKind.Unreachable, Refusal(await rest.PingAsync(Cancel)).Kind);
    }

    [Fact]
    public void Custom_OfAnythingButAnExchangesAddress_IsRefused()
    {
        string[] refused = ["http://example.com", "ftp://127.0.0.1", "api.binance.com", "https://user:secret@example.com", "https://x/?a=1"];

        Assert.All(refused, text => Assert.Throws<InputException>(() => BinanceEnvironment.Custom(text)));
        BinanceEnvironment own = BinanceEnvironment.Custom("http://127.0.0.1:9000");
        Assert.Equal(("ws://127.0.0.1:9000/", "ws://127.0.0.1:9000/ws-api/v3"), (own.Streams.ToString(), own.WebSocketApi.ToString()));
    }

    private static BinanceRest Rest(LoopbackVenue venue, RestOptions? options = null) =>
        new(BinanceRest.NewHttp(), venue.Environment, TimeProvider.System, options ?? Quick);

    private static T Value<T>(RestAnswer<T> answer) =>
        answer is RestAnswer<T>.Done done ? done.Value : throw new InvalidOperationException(answer.ToString());

    private static VenueRefusal Refusal<T>(RestAnswer<T> answer) => Assert.IsType<RestAnswer<T>.Refused>(answer).Why;
}
