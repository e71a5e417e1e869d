using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using Neurotrade.Core.Adapters.Binance.Messages;

namespace Neurotrade.Core.Adapters.Binance.Streams;

/// <summary>One connection: opened, subscribed, read until it ends. Pings are answered by the socket itself while it is read.</summary>
internal sealed class StreamConnection : IDisposable
{
    private const int FirstBufferBytes = 64 << 10;

    private readonly WebSocket socket;
    private readonly TimeProvider time;
    private readonly StreamOptions options;
    private readonly TaskCompletionSource subscribed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim sending = new(1);
    private readonly HashSet<long> unanswered = [];
    private byte[] buffer = new byte[FirstBufferBytes];
    private long lastSent;
    private long lastMessage;
    private long lastData;
    private long lastId;

    public StreamConnection(WebSocket socket, TimeProvider time, StreamOptions options)
    {
        (this.socket, this.time, this.options) = (socket, time, options);
        lastSent = lastMessage = lastData = time.GetTimestamp();
    }

    /// <summary>Done when every subscription was answered; an error when one was refused.</summary>
    public Task Subscribed => subscribed.Task;

    /// <summary>Asks for streams, in as few messages as may be.</summary>
    public async Task SubscribeAsync(IReadOnlyList<string> streams, CancellationToken cancellation)
    {
        string[][] parts = [.. streams.Chunk(options.NamesPerSubscription)];
        lock (unanswered)
        {
            unanswered.UnionWith(Enumerable.Range(1, parts.Length).Select(id => (long)id));
        }

        foreach (string[] part in parts)
        {
            await SendAsync("SUBSCRIBE", part, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Reads until the connection ends; gives the reason.</summary>
    public async Task<string> ReadAsync(MessageReader onMessage, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                int length = await ReceiveAsync(cancellation).ConfigureAwait(false);
                if (length < 0)
                {
                    return socket.CloseStatus is { } status
                        ? string.Create(CultureInfo.InvariantCulture, $"the exchange closed it ({(int)status})")
                        : "a message longer than any should be";
                }

                long now = time.GetTimestamp();
                Volatile.Write(ref lastMessage, now);
                if (!TakeAnswer(buffer.AsSpan(0, length)))
                {
                    Volatile.Write(ref lastData, now);
                    await onMessage(buffer.AsMemory(0, length), now).ConfigureAwait(false);
                }
            }
        }
        catch (Exception broken) when (broken is WebSocketException or IOException)
        {
            return "the connection broke";
        }
        finally
        {
            subscribed.TrySetCanceled(CancellationToken.None);
        }
    }

    /// <summary>Ends with a reason when the connection is silent for too long; asks in between whether it is still there.</summary>
    public async Task<string> WatchAsync(CancellationToken cancellation)
    {
        TimeSpan look = TimeSpan.FromMilliseconds(Math.Max(10, options.SilenceMillis / 4));
        long asked = long.MinValue;
        while (true)
        {
            await Task.Delay(look, time, cancellation).ConfigureAwait(false);
            if (time.GetElapsedTime(Volatile.Read(ref lastData)).TotalMilliseconds >= options.LongestSilenceMillis)
            {
                return "no data for too long";
            }

            long heard = Volatile.Read(ref lastMessage);
            bool isAsked = asked > heard;
            if (isAsked && time.GetElapsedTime(asked).TotalMilliseconds >= options.AnswerMillis)
            {
                return "no answer";
            }

            if (!isAsked && time.GetElapsedTime(heard).TotalMilliseconds >= options.SilenceMillis)
            {
                await SendAsync("LIST_SUBSCRIPTIONS", null, cancellation).ConfigureAwait(false);
                asked = time.GetTimestamp();
            }
        }
    }

    public void Dispose()
    {
        socket.Dispose();
        sending.Dispose();
    }

    // -1: closed, or too long.
    private async Task<int> ReceiveAsync(CancellationToken cancellation)
    {
        int length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                if (length >= options.MostMessageBytes)
                {
                    return -1;
                }

                Array.Resize(ref buffer, Math.Min(options.MostMessageBytes, 2 * length));
            }

            ValueWebSocketReceiveResult part = await socket.ReceiveAsync(buffer.AsMemory(length), cancellation).ConfigureAwait(false);
            length += part.Count;
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return -1;
            }

            if (part.EndOfMessage)
            {
                return length;
            }
        }
    }

    private bool TakeAnswer(ReadOnlySpan<byte> json)
    {
        if (!WireFrame.TryOpen(json, out WireFrame frame, out _) || !frame.IsAnswer)
        {
            return false;
        }

        if (!frame.Error.IsEmpty)
        {
            subscribed.TrySetException(new IOException("the exchange refused a subscription"));
            return true;
        }

        lock (unanswered)
        {
            _ = long.TryParse(frame.Id, NumberStyles.None, CultureInfo.InvariantCulture, out long id) && unanswered.Remove(id);
            if (unanswered.Count == 0)
            {
                subscribed.TrySetResult();
            }
        }

        return true;
    }

    private async Task SendAsync(string method, string[]? names, CancellationToken cancellation)
    {
        await sending.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            TimeSpan wait = TimeSpan.FromMilliseconds(options.SendSpacingMillis) - time.GetElapsedTime(lastSent);
            if (lastId > 0 && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time, cancellation).ConfigureAwait(false);
            }

            byte[] text = Request(method, names, ++lastId);
            await socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, cancellation).ConfigureAwait(false);
            lastSent = time.GetTimestamp();
        }
        finally
        {
            sending.Release();
        }
    }

    private static byte[] Request(string method, string[]? names, long id)
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter writer = new(text))
        {
            writer.WriteStartObject();
            writer.WriteString("method", method);
            if (names is not null)
            {
                writer.WriteStartArray("params");
                foreach (string name in names)
                {
                    writer.WriteStringValue(name);
                }

                writer.WriteEndArray();
            }

            writer.WriteNumber("id", id);
            writer.WriteEndObject();
        }

        return text.ToArray();
    }
}

/// <summary>Takes a message; its bytes are good until the task is done.</summary>
internal delegate ValueTask MessageReader(ReadOnlyMemory<byte> json, long receivedTimestamp);
