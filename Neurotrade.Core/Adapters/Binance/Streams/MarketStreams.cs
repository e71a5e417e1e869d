using System.Collections.Immutable;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using Neurotrade.Core.Adapters.Binance.Messages;
using Neurotrade.Core.Adapters.Binance.Rest;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Adapters.Binance.Streams;

/// <summary>
/// Market streams that do not end: one connection for all names, another made before it breaks, and anew with growing pauses
/// when it broke all the same. Whoever reads is told where there may be a hole.
/// </summary>
public sealed class MarketStreams : IDisposable
{
    /// <summary>The most streams that the exchange gives to one connection.</summary>
    public const int MostStreams = 1024;

    private readonly Uri address;
    private readonly ImmutableArray<string> streams;
    private readonly TimeProvider time;
    private readonly StreamOptions options;
    private readonly UsageLimiter? limiter;
    private readonly Random chance;
    private readonly StreamOrder order = new();
    private readonly SemaphoreSlim writing = new(1);

    /// <param name="environment">Where the exchange is.</param>
    /// <param name="streams">Names such as <c>btcusdt@kline_1m</c>, <c>btcusdt@depth@100ms</c>.</param>
    /// <param name="time">The clock.</param>
    /// <param name="options">Times and limits.</param>
    /// <param name="limiter">The limits of this address: while it is held or banned, nothing connects.</param>
    public MarketStreams(
        BinanceEnvironment environment,
        ImmutableArray<string> streams,
        TimeProvider time,
        StreamOptions? options = null,
        UsageLimiter? limiter = null)
    {
        Guard.That(streams.Length is > 0 and <= MostStreams);
        (this.streams, this.time, this.limiter) = (streams, time, limiter);
        this.options = options ?? new StreamOptions();
        chance = new Random(this.options.Seed);
        address = new Uri($"{environment.Streams.ToString().TrimEnd('/')}/stream");
    }

    /// <summary>Lets go of what a run held; not while one is under way.</summary>
    public void Dispose() => writing.Dispose();

    /// <summary>Runs until cancelled; what cannot be written at once is waited for, never dropped.</summary>
    public async Task RunAsync(ChannelWriter<StreamItem> output, CancellationToken cancellation)
    {
        int failures = 0;
        Live? live = null;
        try
        {
            while (true)
            {
                if (live is null)
                {
                    (live, string? why) = await OpenAsync(output, isFirst: true, cancellation).ConfigureAwait(false);
                    if (live is null)
                    {
                        await WriteAsync(output, new StreamItem.Down(why!), cancellation).ConfigureAwait(false);
                        await PauseAsync(++failures, cancellation).ConfigureAwait(false);
                        continue;
                    }

                    await WriteAsync(output, new StreamItem.Up(), cancellation).ConfigureAwait(false);
                    await ReleaseAsync(live, output, cancellation).ConfigureAwait(false);
                }

                (Live? next, string? end) = await FollowAsync(live, output, cancellation).ConfigureAwait(false);
                failures = live.Age(time).TotalMilliseconds >= options.StableMillis ? 0 : failures;
                await live.DisposeAsync().ConfigureAwait(false);
                live = next;
                if (live is null)
                {
                    await WriteAsync(output, new StreamItem.Down(end!), cancellation).ConfigureAwait(false);
                    await PauseAsync(++failures, cancellation).ConfigureAwait(false);
                }
                else
                {
                    await ReleaseAsync(live, output, cancellation).ConfigureAwait(false);
                    await WriteAsync(output, new StreamItem.Renewed(), cancellation).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            if (live is not null)
            {
                await live.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    // Until it ends, or until another one has taken over, which begins at a certain age or when the server says that it goes.
    private async Task<(Live? Next, string? Why)> FollowAsync(
        Live live, ChannelWriter<StreamItem> output, CancellationToken cancellation)
    {
        TimeSpan left = TimeSpan.FromMilliseconds(options.RenewAfterMillis) - live.Age(time);
        Task age = Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, time, live.Stop.Token);
        int failures = 0;
        Task first = await Task.WhenAny(live.End, live.Leaving, age).ConfigureAwait(false);
        while (first != live.End && !live.End.IsCompleted)
        {
            cancellation.ThrowIfCancellationRequested();
            (Live? next, _) = await OpenAsync(output, isFirst: false, cancellation).ConfigureAwait(false);
            if (next is not null)
            {
                await Task.WhenAny(live.End, Task.Delay(TimeSpan.FromMilliseconds(options.OverlapMillis), time, cancellation)).ConfigureAwait(false);
                return (next, null);
            }

            await Task.WhenAny(live.End, PauseAsync(++failures, cancellation)).ConfigureAwait(false);
        }

        return (null, await live.End.ConfigureAwait(false));
    }

    private async Task<(Live? Live, string? Why)> OpenAsync(
        ChannelWriter<StreamItem> output, bool isFirst, CancellationToken cancellation)
    {
        while (limiter?.Held is { Ticks: > 0 } held)
        {
            await Task.Delay(held, time, cancellation).ConfigureAwait(false);
        }

        using CancellationTokenSource late = new(TimeSpan.FromMilliseconds(options.AnswerMillis), time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        ClientWebSocket socket = new();
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        socket.Options.CollectHttpResponseDetails = true;
        Live? live = null;
        try
        {
            await socket.ConnectAsync(address, either.Token).ConfigureAwait(false);
            if (isFirst)
            {
                order.Clear();
            }

            live = new Live(new StreamConnection(socket, time, options), time, cancellation) { Held = [] };
            live.Start((one, json, received) => TakeAsync(output, one, json, received, cancellation));
            await live.Connection.SubscribeAsync(streams, either.Token).ConfigureAwait(false);
            await live.Connection.Subscribed.WaitAsync(either.Token).ConfigureAwait(false);
            return (live, null);
        }
        catch (Exception failed) when (failed is WebSocketException or IOException or OperationCanceledException)
        {
            HoldAfter(socket);
            if (live is not null)
            {
                await live.DisposeAsync().ConfigureAwait(false);
            }

            socket.Dispose();
            cancellation.ThrowIfCancellationRequested();
            return (null, failed is IOException ? failed.Message : "no connection");
        }
    }

    private void HoldAfter(ClientWebSocket socket)
    {
        int status = (int)socket.HttpStatusCode;
        if (status is not (418 or (int)HttpStatusCode.TooManyRequests))
        {
            return;
        }

        string? told = socket.HttpResponseHeaders?.FirstOrDefault(
            header => header.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();
        bool isTold = int.TryParse(told, System.Globalization.CultureInfo.InvariantCulture, out int seconds) && seconds > 0;
        limiter?.Hold(TimeSpan.FromSeconds(isTold ? seconds : 600), isBan: status == 418);
    }

    private async ValueTask TakeAsync(
        ChannelWriter<StreamItem> output, Live live, ReadOnlyMemory<byte> json, long received, CancellationToken cancellation)
    {
        (string stream, ImmutableArray<StreamEvent> events, WireProblem? problem) = Read(json.Span);
        if (problem is not null)
        {
            await PassAsync(live, new StreamItem.Unreadable(stream, problem), output, cancellation).ConfigureAwait(false);
            return;
        }

        foreach (StreamEvent one in events)
        {
            if (one is ServerShutdownEvent)
            {
                live.Leave();
            }
            else
            {
                await PassAsync(live, new StreamItem.Event(stream, one, received), output, cancellation).ConfigureAwait(false);
            }
        }
    }

    // A successor is held back until the other has said all: else what the other is late with would look old.
    private async ValueTask PassAsync(
        Live live, StreamItem item, ChannelWriter<StreamItem> output, CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (live.Held is { } held)
            {
                held.Add(item);
            }
            else if (IsNew(item))
            {
                await output.WriteAsync(item, cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            writing.Release();
        }
    }

    private async Task ReleaseAsync(Live live, ChannelWriter<StreamItem> output, CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            foreach (StreamItem item in (live.Held ?? []).Where(IsNew))
            {
                await output.WriteAsync(item, cancellation).ConfigureAwait(false);
            }

            live.Held = null;
        }
        finally
        {
            writing.Release();
        }
    }

    private bool IsNew(StreamItem item) => item is not StreamItem.Event told || order.IsNew(told.Stream, told.Value);

    private static (string Stream, ImmutableArray<StreamEvent> Events, WireProblem? Problem) Read(ReadOnlySpan<byte> json)
    {
        if (!WireFrame.TryOpen(json, out WireFrame frame, out WireProblem? problem))
        {
            return (string.Empty, [], problem);
        }

        string stream = Encoding.UTF8.GetString(frame.Stream);
        if (frame.Event.Length > 0 && frame.Event[0] == '[')
        {
            _ = StreamEvents.TryReadAll(frame.Event, out ImmutableArray<StreamEvent> all, out problem);
            return (stream, all, problem);
        }

        return StreamEvents.TryRead(frame.Event, out StreamEvent? one, out problem) ? (stream, [one], null) : (stream, [], problem);
    }

    private async Task WriteAsync(ChannelWriter<StreamItem> output, StreamItem item, CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await output.WriteAsync(item, cancellation).ConfigureAwait(false);
        }
        finally
        {
            writing.Release();
        }
    }

    private Task PauseAsync(int failures, CancellationToken cancellation)
    {
        double most = Math.Min(options.LongestPauseMillis, options.FirstPauseMillis * Math.Pow(2, Math.Min(failures - 1, 20)));
        return Task.Delay(TimeSpan.FromMilliseconds(most * (0.5 + (chance.NextDouble() / 2))), time, cancellation);
    }
}
