using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Neurotrade.Tests.Adapters.Binance.Streams;

/// <summary>The other end of a combined stream: answers subscriptions, then does with each connection what a test says.</summary>
internal sealed class StreamServer(Func<StreamServer.Peer, Task> script)
{
    private int connections;

    /// <summary>Requests of all connections, with the time at which they came, milliseconds.</summary>
    public ConcurrentQueue<(string Method, string[] Names, long Millis)> Requests { get; } = [];

    /// <summary>Pings are sent so often; null: none.</summary>
    public TimeSpan? PingEvery { get; init; }

    /// <summary>Whether it answers when it is asked for its subscriptions.</summary>
    public bool AnswersQuestions { get; init; } = true;

    public async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path != "/stream" || !context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = 404;
            return;
        }

        // A peer that does not answer a ping within the time-out is cut off by the server.
        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            KeepAliveInterval = PingEvery ?? Timeout.InfiniteTimeSpan,
            KeepAliveTimeout = PingEvery is null ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(2),
        });
        using Peer peer = new(Interlocked.Increment(ref connections), socket, context);
        try
        {
            await Task.WhenAny(ListenAsync(peer), RunAsync(peer));
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // The other end has left.
        }
    }

    private async Task RunAsync(Peer peer)
    {
        await peer.Subscribed.Task;
        await script(peer);
    }

    private async Task ListenAsync(Peer peer)
    {
        byte[] buffer = new byte[1 << 16];
        while (true)
        {
            WebSocketReceiveResult got = await peer.Socket.ReceiveAsync(buffer, peer.Gone);
            if (got.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            using JsonDocument request = JsonDocument.Parse(buffer.AsMemory(0, got.Count));
            string method = request.RootElement.GetProperty("method").GetString()!;
            string[] names = request.RootElement.TryGetProperty("params", out JsonElement list)
                ? [.. list.EnumerateArray().Select(name => name.GetString()!)]
                : [];
            Requests.Enqueue((method, names, Environment.TickCount64));
            if (method == "SUBSCRIBE" || AnswersQuestions)
            {
                string id = request.RootElement.GetProperty("id").GetRawText();
                await peer.SendAsync($$"""{"result":{{(method == "SUBSCRIBE" ? "null" : "[]")}},"id":{{id}}}""");
            }

            peer.Subscribed.TrySetResult();
        }
    }

    /// <summary>One connection.</summary>
    internal sealed class Peer(int number, WebSocket socket, HttpContext context) : IDisposable
    {
        private readonly SemaphoreSlim sending = new(1);

        public int Number { get; } = number;

        public WebSocket Socket { get; } = socket;

        public TaskCompletionSource Subscribed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationToken Gone => context.RequestAborted;

        public void Dispose() => sending.Dispose();

        /// <summary>Cuts the line without a word.</summary>
        public void Abort() => context.Abort();

        public async Task SendAsync(string json)
        {
            await sending.WaitAsync(Gone);
            try
            {
                await Socket.SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, endOfMessage: true, Gone);
            }
            finally
            {
                sending.Release();
            }
        }

        /// <summary>Sends a trade of a number.</summary>
        public Task TradeAsync(long id) => SendAsync(string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{"stream":"btcusdt@trade","data":{"e":"trade","E":1,"s":"BTCUSDT","t":{{{id}}},"p":"1.5","q":"2","T":1,"m":true}}"""));

        /// <summary>Sends nothing more, and stays.</summary>
        public Task StayAsync() => Task.Delay(Timeout.Infinite, Gone);
    }
}
