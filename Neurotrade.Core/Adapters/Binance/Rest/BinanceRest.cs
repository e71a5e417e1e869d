using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;
using Neurotrade.Core.Adapters.Binance.Messages;
using Neurotrade.Core.Adapters.Binance.Signing;

namespace Neurotrade.Core.Adapters.Binance.Rest;

/// <summary>
/// Reads over REST: inside the limits, with the exchange's time, tried again where that may help. It sends no orders: what may
/// have been executed must never be sent twice.
/// </summary>
public sealed class BinanceRest
{
    private const int MostTextChars = 300;

    private static readonly TimeSpan UsualHold = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan UsualBan = TimeSpan.FromMinutes(10);

    private readonly HttpClient http;
    private readonly BinanceEnvironment environment;
    private readonly TimeProvider time;
    private readonly RestOptions options;
    private readonly SigningKey? key;
    private readonly Random chance;

    /// <param name="http">Follows no redirects and has no time-out of its own: <see cref="NewHttp"/>.</param>
    /// <param name="environment">Where the exchange is.</param>
    /// <param name="time">The clock.</param>
    /// <param name="options">Limits and pauses.</param>
    /// <param name="key">For signed calls.</param>
    public BinanceRest(
        HttpClient http, BinanceEnvironment environment, TimeProvider time, RestOptions? options = null, SigningKey? key = null)
    {
        (this.http, this.environment, this.time, this.key) = (http, environment, time, key);
        this.options = options ?? new RestOptions();
        chance = new Random(this.options.Seed);
        Server = new ServerTime(time);
        Limiter = new UsageLimiter(time, Server);
    }

    /// <summary>The exchange's clock.</summary>
    public ServerTime Server { get; }

    /// <summary>The exchange's limits; shared by all that calls from here.</summary>
    public UsageLimiter Limiter { get; }

    /// <summary>A client for this: redirects are refused, because a signed request must not travel on.</summary>
    public static HttpClient NewHttp() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = System.Net.DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = Wire.MostBytes,
    };

    /// <summary>Makes a call, and again where that may help; a ban, and a wait that is too long, are told at once.</summary>
    public async Task<RestAnswer<T>> ReadAsync<T>(RestCall call, JsonTypeInfo<T> shape, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            RestAnswer<T> answer = await OnceAsync(call, shape, cancellation).ConfigureAwait(false);
            if (answer is not RestAnswer<T>.Refused { Why.IsTransient: true } refused || attempt >= options.MostAttempts)
            {
                return answer;
            }

            if (refused.Why.Kind == RefusalKind.Clock)
            {
                await LookAtClockAsync(cancellation).ConfigureAwait(false);
            }

            await PauseAsync(attempt, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Looks at the exchange's clock once.</summary>
    public async Task<RestAnswer<ServerClock>> LookAtClockAsync(CancellationToken cancellation)
    {
        long sent = 0;
        RestCall call = new("api/v3/time", 1, new RequestParameters());
        RestAnswer<ServerClock> answer =
            await OnceAsync(call, BinanceJson.Default.ServerClock, cancellation, at => sent = at).ConfigureAwait(false);
        if (answer is RestAnswer<ServerClock>.Done done)
        {
            Server.Observe(done.Value.ServerTime, sent);
        }

        return answer;
    }

    private async Task PauseAsync(int attempt, CancellationToken cancellation)
    {
        double share;
        lock (chance)
        {
            share = 0.5 + (chance.NextDouble() / 2);
        }

        double millis = options.FirstPauseMillis * Math.Pow(2, attempt - 1) * share;
        await Task.Delay(TimeSpan.FromMilliseconds(millis), time, cancellation).ConfigureAwait(false);
    }

    private async Task<RestAnswer<T>> OnceAsync<T>(
        RestCall call, JsonTypeInfo<T> shape, CancellationToken cancellation, Action<long>? onSend = null)
    {
        if (await WaitAsync(call.Weight, cancellation).ConfigureAwait(false) is { } held)
        {
            return new RestAnswer<T>.Refused(held);
        }

        long sentMillis = Server.NowMillis;
        onSend?.Invoke(time.GetTimestamp());
        using CancellationTokenSource late = new(TimeSpan.FromMilliseconds(options.TimeoutMillis), time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            // Signed now, not when it was asked for: waiting must not use the time up for which it is good.
            using HttpRequestMessage request = RequestOf(call, sentMillis);
            using HttpResponseMessage response = await http.SendAsync(request, either.Token).ConfigureAwait(false);
            Limiter.Observe(response.Headers, sentMillis);
            byte[] body = await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false);
            return AnswerOf(response, body, shape);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Refused<T>(RefusalKind.Unreachable, $"no answer within {options.TimeoutMillis} ms");
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or IOException)
        {
            return Refused<T>(RefusalKind.Unreachable, Short(unreachable.Message));
        }
        finally
        {
            Limiter.Return(call.Weight);
        }
    }

    // Null: there is room, and the call is counted.
    private async Task<VenueRefusal?> WaitAsync(int weight, CancellationToken cancellation)
    {
        long start = time.GetTimestamp();
        while (true)
        {
            TimeSpan wait = Limiter.Reserve(weight);
            if (wait <= TimeSpan.Zero)
            {
                return null;
            }

            bool isBanned = Limiter.IsBanned;
            if (isBanned || (time.GetElapsedTime(start) + wait).TotalMilliseconds > options.LongestWaitMillis)
            {
                string text = isBanned ? "this address is banned" : "the limit is used up";
                return new VenueRefusal(isBanned ? RefusalKind.Banned : RefusalKind.Limited, 0, text)
                {
                    UntilMillis = Server.NowMillis + (long)wait.TotalMilliseconds,
                };
            }

            await Task.Delay(wait, time, cancellation).ConfigureAwait(false);
        }
    }

    private HttpRequestMessage RequestOf(RestCall call, long nowMillis)
    {
        string query = call.Parameters.ToQuery();
        if (call.IsSigned)
        {
            Market.Guard.That(key is not null);
            RequestParameters signed = new();
            foreach ((string name, string value) in call.Parameters.Entries)
            {
                signed.Add(name, value);
            }

            signed.Add("recvWindow", options.ReceiveWindowMillis).Add("timestamp", nowMillis);
            query = SignedRequest.Query(signed, key);
        }

        UriBuilder target = new(environment.Rest) { Query = query };
        target.Path = $"{target.Path.TrimEnd('/')}/{call.Path}";
        HttpRequestMessage request = new(HttpMethod.Get, target.Uri);
        if (call.IsSigned)
        {
            request.Headers.Add("X-MBX-APIKEY", key!.ApiKey);
        }

        return request;
    }

    private RestAnswer<T> AnswerOf<T>(HttpResponseMessage response, byte[] body, JsonTypeInfo<T> shape)
    {
        int status = (int)response.StatusCode;
        if (status is 429 or 418)
        {
            TimeSpan told = RetryAfter(response.Headers.RetryAfter) ?? (status == 418 ? UsualBan : UsualHold);
            Limiter.Hold(told, status == 418);
        }

        if (status is >= 200 and < 300)
        {
            return Wire.TryRead(body, shape, out T? value, out WireProblem? problem)
                ? new RestAnswer<T>.Done(value)
                : Refused<T>(RefusalKind.Unreadable, problem.ToString());
        }

        if (status >= 500)
        {
            return Refused<T>(RefusalKind.Unknown, $"HTTP {status}");
        }

        // A redirect, a firewall's page: no words of the exchange.
        bool isTold = Wire.TryRead(body, BinanceJson.Default.ErrorAnswer, out ErrorAnswer? error, out _);
        int code = isTold ? error!.Code : 0;
        VenueRefusal why = new(VenueRefusal.KindOf(status, code), code, isTold ? Short(error!.Msg) : $"HTTP {status}");
        return new RestAnswer<T>.Refused(status is 429 or 418
            ? why with { UntilMillis = Server.NowMillis + (long)Limiter.Held.TotalMilliseconds }
            : why);
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        TimeSpan? told = header?.Delta ?? (header?.Date is { } date
            ? date - DateTimeOffset.FromUnixTimeMilliseconds(Server.NowMillis)
            : null);
        return told is { } span && span < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : told;
    }

    private static RestAnswer<T>.Refused Refused<T>(RefusalKind kind, string text) => new(new VenueRefusal(kind, 0, text));

    private static string Short(string text) => text.Length <= MostTextChars ? text : text[..MostTextChars];
}
