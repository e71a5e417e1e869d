using System.Collections.Immutable;
using System.Threading.Channels;
using Neurotrade.Core.Adapters.Binance.Messages;
using Neurotrade.Core.Adapters.Binance.Rest;
using Neurotrade.Core.Adapters.Binance.Streams;

namespace Neurotrade.Tests.Adapters.Binance.Streams;

/// <summary>Streams over real sockets, from a real server on this machine that breaks in every way.</summary>
public sealed class MarketStreamsTests
{
    private static readonly StreamOptions Quick =
        new() { FirstPauseMillis = 10, LongestPauseMillis = 50, SendSpacingMillis = 1, OverlapMillis = 500 };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Streams_OfSeveralNames_ComeInOrderOverOneConnection()
    {
        StreamServer server = new(async peer =>
        {
            await peer.TradeAsync(1);
            await peer.SendAsync("""{"stream":"btcusdt@trade","data":{"e":"trade","p":"0"}}""");
            const string ticker = """{"e":"24hrMiniTicker","E":2,"s":"A","c":"1","o":"1","h":"1","l":"1","v":"1","q":"1"}""";
            await peer.SendAsync($$"""{"stream":"!miniTicker@arr","data":[{{ticker}}]}""");
            await peer.TradeAsync(1);
            await peer.TradeAsync(2);
            await peer.StayAsync();
        });
        await using Feed feed = await Feed.StartAsync(server, Quick, ["btcusdt@trade", "!miniTicker@arr"]);

        Assert.IsType<StreamItem.Up>(await feed.NextAsync());
        Assert.Equal(1, await feed.TradeAsync());
        Assert.Equal(WireFault.WrongShape, Assert.IsType<StreamItem.Unreadable>(await feed.NextAsync()).Problem.Fault);
        Assert.IsType<MiniTickerEvent>(Assert.IsType<StreamItem.Event>(await feed.NextAsync()).Value);
        Assert.Equal(2, await feed.TradeAsync());
        Assert.Equal(["btcusdt@trade", "!miniTicker@arr"], Assert.Single(server.Requests).Names);
    }

    [Fact(Timeout = 60_000)]
    public async Task Subscription_OfManyNames_GoesOutInPartsAndNotTooFast()
    {
        StreamServer server = new(peer => peer.StayAsync());
        StreamOptions options = Quick with { NamesPerSubscription = 10, SendSpacingMillis = 220 };
        await using Feed feed = await Feed.StartAsync(server, options, [.. Enumerable.Range(0, 35).Select(i => $"s{i}@trade")]);

        Assert.IsType<StreamItem.Up>(await feed.NextAsync());

        (string Method, string[] Names, long Millis)[] requests = [.. server.Requests];
        Assert.Equal([10, 10, 10, 5], requests.Select(request => request.Names.Length));
        // Four messages need three pauses: never more than five in a second.
        Assert.True(requests[^1].Millis - requests[0].Millis >= 3 * 200);
    }

    [Fact(Timeout = 60_000)]
    public async Task Streams_WhoseConnectionBreaks_ComeBackAndSayWhereTheHoleIs()
    {
        // A line that is cut takes with it what was not read: it is cut when the trade has arrived.
        using SemaphoreSlim arrived = new(0);
        StreamServer server = new(async peer =>
        {
            await peer.TradeAsync(peer.Number * 10);
            if (peer.Number < 3)
            {
                await arrived.WaitAsync(peer.Gone);
                peer.Abort();
            }

            await peer.StayAsync();
        });
        await using Feed feed = await Feed.StartAsync(server, Quick);

        List<string> seen = [];
        while (seen.Count < 8)
        {
            seen.Add(Word(await feed.NextAsync()));
            if (seen[^1] is "10" or "20")
            {
                arrived.Release();
            }
        }

        Assert.Equal(["up", "10", "down", "up", "20", "down", "up", "30"], seen);
    }

    // Fault F32.
    [Theory(Timeout = 60_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Streams_BeforeTheConnectionMustEnd_AreTakenOverWithoutAHole(bool isTold)
    {
        long next = 0;
        StreamServer server = new(async peer =>
        {
            for (int i = 0; ; i++)
            {
                await peer.TradeAsync(peer.Number == 1 ? Interlocked.Increment(ref next) : Interlocked.Read(ref next));
                if (isTold && peer.Number == 1 && i == 20)
                {
                    await peer.SendAsync("""{"stream":"!serverShutdown","data":{"e":"serverShutdown","E":1}}""");
                }

                if (peer.Number > 1 && peer.Gone.IsCancellationRequested)
                {
                    return;
                }

                await Task.Delay(2, peer.Gone);
            }
        });
        StreamOptions options = isTold ? Quick : Quick with { RenewAfterMillis = 300 };
        await using Feed feed = await Feed.StartAsync(server, options);

        List<long> trades = [];
        StreamItem item;
        Assert.IsType<StreamItem.Up>(await feed.NextAsync());
        while ((item = await feed.NextAsync()) is not StreamItem.Renewed)
        {
            trades.Add(((TradeEvent)Assert.IsType<StreamItem.Event>(item).Value).TradeId);
        }

        Assert.True(trades.Count >= 20);
        Assert.Equal(Enumerable.Range(1, trades.Count).Select(i => (long)i), trades);
    }

    // Fault F31.
    [Theory(Timeout = 60_000)]
    [InlineData(false, "no answer")]
    [InlineData(true, "no data for too long")]
    public async Task Streams_ThatFallSilent_AreGivenUp(bool answers, string why)
    {
        StreamServer server = new(peer => peer.StayAsync()) { AnswersQuestions = answers };
        StreamOptions options = Quick with { SilenceMillis = 100, AnswerMillis = 2_000, LongestSilenceMillis = answers ? 700 : 60_000 };
        await using Feed feed = await Feed.StartAsync(server, options);

        Assert.IsType<StreamItem.Up>(await feed.NextAsync());
        Assert.Equal(why, Assert.IsType<StreamItem.Down>(await feed.NextAsync()).Why);
        Assert.Contains(server.Requests, request => request.Method == "LIST_SUBSCRIPTIONS");
        Assert.IsType<StreamItem.Up>(await feed.NextAsync());
    }

    [Fact(Timeout = 60_000)]
    public async Task Pings_OfTheExchange_AreAnswered()
    {
        long start = 0;
        StreamServer server = new(async peer =>
        {
            Interlocked.CompareExchange(ref start, Environment.TickCount64, 0);
            while (Environment.TickCount64 - start < 3_500)
            {
                await Task.Delay(100, peer.Gone);
            }

            await peer.TradeAsync(1);
            await peer.StayAsync();
        })
        {
            PingEvery = TimeSpan.FromMilliseconds(100),
        };
        await using Feed feed = await Feed.StartAsync(server, Quick);

        // Longer than the server waits for an answer to its ping.
        Assert.IsType<StreamItem.Up>(await feed.NextAsync());
        Assert.Equal(1, await feed.TradeAsync());
    }

    // Fault F38.
    [Fact(Timeout = 60_000)]
    public async Task Streams_OfABannedAddress_DoNotConnectAgain()
    {
        int attempts = 0;
        await using LoopbackVenue venue = await LoopbackVenue.StartAsync(context =>
        {
            Interlocked.Increment(ref attempts);
            context.Response.StatusCode = 418;
            context.Response.Headers.RetryAfter = "3600";
            return Task.CompletedTask;
        });
        UsageLimiter limiter = new(TimeProvider.System, new ServerTime(TimeProvider.System));
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Channel<StreamItem> channel = Channel.CreateUnbounded<StreamItem>();
        MarketStreams streams = new(venue.Environment, ["btcusdt@trade"], TimeProvider.System, Quick, limiter);
        Task run = streams.RunAsync(channel.Writer, stop.Token);

        Assert.IsType<StreamItem.Down>(await channel.Reader.ReadAsync(Cancel));

        Assert.True(limiter.IsBanned);
        Assert.InRange(limiter.Held.TotalMinutes, 59, 60);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Equal(1, attempts);
    }

    private static string Word(StreamItem item) => item switch
    {
        StreamItem.Up => "up",
        StreamItem.Down => "down",
        StreamItem.Event { Value: TradeEvent trade } => trade.TradeId.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => item.ToString(),
    };

    /// <summary>Streams that run, and what comes out of them.</summary>
    private sealed class Feed : IAsyncDisposable
    {
        private readonly Channel<StreamItem> channel = Channel.CreateBounded<StreamItem>(100);
        private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        private readonly LoopbackVenue venue;
        private readonly MarketStreams streams;
        private readonly Task run;

        private Feed(LoopbackVenue venue, StreamOptions options, ImmutableArray<string> names)
        {
            this.venue = venue;
            streams = new MarketStreams(venue.Environment, names, TimeProvider.System, options);
            run = RunAsync();
        }

        public static async Task<Feed> StartAsync(StreamServer server, StreamOptions options, ImmutableArray<string>? names = null) =>
            new(await LoopbackVenue.StartAsync(server.AnswerAsync), options, names ?? ["btcusdt@trade"]);

        public async Task<StreamItem> NextAsync() => await channel.Reader.ReadAsync(Cancel);

        public async Task<long> TradeAsync() => ((TradeEvent)Assert.IsType<StreamItem.Event>(await NextAsync()).Value).TradeId;

        // Whoever still waits for an item learns why there is none.
        private async Task RunAsync()
        {
            try
            {
                await streams.RunAsync(channel.Writer, stop.Token);
            }
            catch (Exception broken)
            {
                channel.Writer.TryComplete(broken);
                throw;
            }
        }

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
            streams.Dispose();
            await venue.DisposeAsync();
            stop.Dispose();
        }
    }
}
