using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Neurotrade.Core.Adapters.Binance.Messages;
using Neurotrade.Core.Adapters.Binance.Rest;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Adapters.Binance.Rest;

/// <summary>Calls in virtual time: what is waited for, what is tried again, what is never sent.</summary>
public sealed class BinanceRestTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 5, TimeSpan.Zero);

    private readonly ManualClock clock = new(Start);
    private readonly List<(TimeSpan At, string Query)> sent = [];

    [Fact]
    public Task Read_After429_WaitsAsLongAsItWasTold() => Virtually(() =>
    {
        BinanceRest rest = Rest(Answers(Limited(429, "17"), Ok("{}")));

        Assert.IsType<RestAnswer<Nothing>.Done>(Finish(rest.PingAsync(default)));

        Assert.Equal(2, sent.Count);
        Assert.InRange(sent[1].At.TotalSeconds, 17, 18.5);
    });

    [Fact]
    public Task Read_After418_SendsNothingUntilTheBanEnds() => Virtually(() =>
    {
        BinanceRest rest = Rest(Answers(Limited(418, "180"), Ok("{}")));

        VenueRefusal first = Refusal(Finish(rest.PingAsync(default)));
        clock.Advance(TimeSpan.FromSeconds(100));
        VenueRefusal second = Refusal(Finish(rest.PingAsync(default)));

        Assert.Equal((RefusalKind.Banned, RefusalKind.Banned, 1), (first.Kind, second.Kind, sent.Count));
        Assert.InRange(second.UntilMillis!.Value - (Start.ToUnixTimeMilliseconds() + 180_000), -1, 1);

        clock.Advance(TimeSpan.FromSeconds(80));
        Assert.IsType<RestAnswer<Nothing>.Done>(Finish(rest.PingAsync(default)));
        Assert.Equal(2, sent.Count);
    });

    [Fact]
    public Task Read_OfARefusalThatWillStay_IsNotTriedAgain() => Virtually(() =>
    {
        BinanceRest rest = Rest(Answers(Text(HttpStatusCode.BadRequest, """{"code":-1121,"msg":"Invalid symbol."}""")));

        VenueRefusal why = Refusal(Finish(rest.DepthAsync("NOPE", 5, default)));

        Assert.Equal((RefusalKind.Rejected, -1121, 1), (why.Kind, why.Code, sent.Count));
        Assert.Equal("/api/v3/depth?symbol=NOPE&limit=5", sent[0].Query);
    });

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, "<html>", RefusalKind.Unknown)]
    [InlineData(HttpStatusCode.OK, "{\"serverTime\":17", RefusalKind.Unreadable)]
    [InlineData(HttpStatusCode.Forbidden, "<html>", RefusalKind.Blocked)]
    [InlineData(HttpStatusCode.Found, "", RefusalKind.Rejected)]
    [InlineData(HttpStatusCode.Unauthorized, """{"code":-2015,"msg":"Invalid API-key."}""", RefusalKind.Unauthorized)]
    public Task Read_OfEveryFault_NamesIt(HttpStatusCode status, string body, RefusalKind kind) => Virtually(() =>
    {
        BinanceRest rest = Rest(_ => Text(status, body));

        VenueRefusal why = Refusal(Finish(rest.PingAsync(default)));

        Assert.Equal(kind, why.Kind);
        Assert.Equal(why.IsTransient ? 5 : 1, sent.Count);
    });

    [Fact]
    public Task Read_TriedAgain_WaitsLongerEachTime() => Virtually(() =>
    {
        BinanceRest rest = Rest(_ => throw new HttpRequestException("no route"));

        VenueRefusal why = Refusal(Finish(rest.PingAsync(default)));

        Assert.Equal((RefusalKind.Unreachable, "no route"), (why.Kind, why.Text));
        TimeSpan[] pauses = [.. sent.Zip(sent.Skip(1), (one, next) => next.At - one.At)];
        Assert.Equal(4, pauses.Length);
        for (int i = 0; i < pauses.Length; i++)
        {
            double most = 500 * Math.Pow(2, i);
            Assert.InRange(pauses[i].TotalMilliseconds, most / 2, most + 100);
        }
    });

    [Fact]
    public Task Read_WhenTheWeightIsUsedUp_WaitsForTheNextMinute() => Virtually(() =>
    {
        BinanceRest rest = Rest(_ =>
        {
            HttpResponseMessage full = Ok("{}");
            full.Headers.Add("X-MBX-USED-WEIGHT-1M", "5999");
            return full;
        });

        Finish(rest.PingAsync(default));
        Finish(rest.PingAsync(default));

        // 12:00:05 is when the first goes out; the next minute begins 55 seconds later, and a little is left for the clocks.
        Assert.InRange(sent[1].At.TotalSeconds, 55, 56);
    });

    [Fact]
    public Task Clock_FromTheQuickestLook_SignsWithTheExchangesTime() => Virtually(() =>
    {
        using var key = new Neurotrade.Core.Adapters.Binance.Signing.HmacKey("public", "secret");
        long ahead = 3_000;
        BinanceRest rest = Rest(
            request =>
            {
                bool isTime = request.RequestUri!.AbsolutePath.EndsWith("time", StringComparison.Ordinal);
                long now = clock.GetUtcNow().ToUnixTimeMilliseconds() + ahead;
                return isTime ? Ok(string.Create(CultureInfo.InvariantCulture, $"{{\"serverTime\":{now}}}"))
                    : Text(HttpStatusCode.BadRequest, """{"code":-2014,"msg":"API-key format invalid."}""");
            },
            key);

        Finish(rest.LookAtClockAsync(default));
        clock.Advance(TimeSpan.FromSeconds(10));
        VenueRefusal why = Refusal(Finish(rest.AccountAsync(default)));

        Assert.Equal(3_000, rest.Server.OffsetMillis);
        Assert.Equal((RefusalKind.Unauthorized, -2014), (why.Kind, why.Code));
        string query = sent[^1].Query;
        long stamp = Start.ToUnixTimeMilliseconds() + 13_000;
        string signed = string.Create(CultureInfo.InvariantCulture, $"recvWindow=5000&timestamp={stamp}");
        Assert.Equal($"/api/v3/account?{signed}&signature={key.Sign(signed)}", query);
    });

    [Fact]
    public void ServerTime_OfSeveralLooks_TakesTheQuickest()
    {
        ServerTime server = new(clock);
        Look(server, roundTripMillis: 400, serverMillis: 1_000_000);
        Look(server, roundTripMillis: 20, serverMillis: 2_000_000);
        Look(server, roundTripMillis: 300, serverMillis: 3_000_000);

        // 10 ms for the way back, and 300 ms that have gone by since.
        Assert.Equal(2_000_310, server.NowMillis);
        Assert.Equal(10, server.UncertaintyMillis);
    }

    [Fact]
    public Task Pages_OverALongSpan_GiveEveryClosedCandleOnce() => Virtually(() =>
    {
        long first = Start.ToUnixTimeMilliseconds() - (Start.ToUnixTimeMilliseconds() % 60_000) - (2_500 * 60_000L);
        BinanceRest rest = Rest(request => Ok(Candles(request, Start.ToUnixTimeMilliseconds())));

        List<Kline> got = Finish(Collect(rest, first, long.MaxValue / 2));

        Assert.Equal(2_500, got.Count);
        Assert.Equal(Enumerable.Range(0, 2_500).Select(i => first + (i * 60_000L)), got.Select(kline => kline.OpenMillis));
        Assert.Equal(3, sent.Count);
    });

    [Fact]
    public Task Pages_OfAServerThatRepeatsItself_EndWithARefusal() => Virtually(() =>
    {
        long first = Start.ToUnixTimeMilliseconds() - (Start.ToUnixTimeMilliseconds() % 60_000) - (2_500 * 60_000L);
        string same = Candles(new HttpRequestMessage(HttpMethod.Get, $"http://x/?startTime={first}"), Start.ToUnixTimeMilliseconds());
        BinanceRest rest = Rest(_ => Ok(same));

        Assert.Throws<InvalidOperationException>(() => Finish(Collect(rest, first, long.MaxValue / 2)));
        Assert.Equal(2, sent.Count);
    });

    private static async Task<List<Kline>> Collect(BinanceRest rest, long from, long to)
    {
        List<Kline> got = [];
        await foreach (RestAnswer<ImmutableArray<Kline>> page in rest.KlinePagesAsync("BTCUSDT", Timeframe.Minute, from, to, default))
        {
            got.AddRange(page is RestAnswer<ImmutableArray<Kline>>.Done done
                ? done.Value
                : throw new InvalidOperationException(page.ToString()));
        }

        return got;
    }

    private static string Candles(HttpRequestMessage request, long nowMillis)
    {
        string query = request.RequestUri!.Query;
        string start = query[(query.IndexOf("startTime=", StringComparison.Ordinal) + 10)..].Split('&')[0];
        long first = long.Parse(start, CultureInfo.InvariantCulture);
        IEnumerable<string> rows = Enumerable.Range(0, 1000).Select(i => first + (i * 60_000L)).Where(open => open <= nowMillis)
            .Select(open => string.Create(
                CultureInfo.InvariantCulture,
                $"""[{open},"1","1","1","1","0",{open + 59_999},"0",0,"0","0","0"]"""));
        return $"[{string.Join(',', rows)}]";
    }

    private void Look(ServerTime server, int roundTripMillis, long serverMillis)
    {
        long sentAt = clock.GetTimestamp();
        clock.Advance(TimeSpan.FromMilliseconds(roundTripMillis));
        server.Observe(serverMillis, sentAt);
    }

    // On a thread of its own, where what a timer wakes runs at once and in order.
    private static Task Virtually(Action test) => Task.Run(test);

    private T Finish<T>(Task<T> task)
    {
        for (int i = 0; i < 10_000 && !task.IsCompleted; i++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(50));
        }

        Assert.True(task.IsCompleted, "still waiting");
        return task.GetAwaiter().GetResult();
    }

    private static VenueRefusal Refusal<T>(RestAnswer<T> answer) => Assert.IsType<RestAnswer<T>.Refused>(answer).Why;

    private BinanceRest Rest(
        Func<HttpRequestMessage, HttpResponseMessage> answer, Neurotrade.Core.Adapters.Binance.Signing.SigningKey? key = null)
    {
        TimeSpan Passed() => clock.GetUtcNow() - Start;
        HttpClient http = new(new StubHandler(request =>
        {
            sent.Add((Passed(), request.RequestUri!.PathAndQuery));
            return answer(request);
        }))
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        return new BinanceRest(http, BinanceEnvironment.Live, clock, key: key);
    }

    private static Func<HttpRequestMessage, HttpResponseMessage> Answers(params HttpResponseMessage[] answers)
    {
        Queue<HttpResponseMessage> left = new(answers);
        return _ => left.Dequeue();
    }

    private static HttpResponseMessage Limited(int status, string retryAfter)
    {
        HttpResponseMessage answer = Text((HttpStatusCode)status, """{"code":-1003,"msg":"Too much request weight used."}""");
        answer.Headers.Add("Retry-After", retryAfter);
        return answer;
    }

    private static HttpResponseMessage Ok(string body) => Text(HttpStatusCode.OK, body);

    private static HttpResponseMessage Text(HttpStatusCode status, string body) =>
        new(status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };

    private sealed class StubHandler(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answer(request));
    }
}
