using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Neurotrade.Core.Adapters.Binance.Messages;

/// <summary>
/// A message of a socket taken out of its envelope, without copying: a combined stream's <c>{stream, data}</c>, the WebSocket
/// API's <c>{id, status, result | error, rateLimits}</c>, a user data stream's <c>{subscriptionId, event}</c>, a request's
/// <c>{id, method, params}</c>, or none of them. What is not there is empty.
/// </summary>
public ref struct WireFrame
{
    /// <summary>The stream's name, without its quotes.</summary>
    public ReadOnlySpan<byte> Stream { get; private set; }

    /// <summary>The event: of a stream, of a user data stream, or the whole message where it has no envelope.</summary>
    public ReadOnlySpan<byte> Event { get; private set; }

    /// <summary>Which user data stream it is of.</summary>
    public ReadOnlySpan<byte> SubscriptionId { get; private set; }

    /// <summary>The request that is answered, as JSON.</summary>
    public ReadOnlySpan<byte> Id { get; private set; }

    /// <summary>As HTTP's, as JSON.</summary>
    public ReadOnlySpan<byte> Status { get; private set; }

    /// <summary>The answer, as JSON; <c>null</c> answers a subscription.</summary>
    public ReadOnlySpan<byte> Result { get; private set; }

    /// <summary>The refusal, as JSON.</summary>
    public ReadOnlySpan<byte> Error { get; private set; }

    /// <summary>Limits and what is used of them, as JSON.</summary>
    public ReadOnlySpan<byte> RateLimits { get; private set; }

    /// <summary>What a request asks, without its quotes.</summary>
    public ReadOnlySpan<byte> Method { get; private set; }

    /// <summary>With what, as JSON: an object, or an array.</summary>
    public ReadOnlySpan<byte> Params { get; private set; }

    /// <summary>Whether this answers a request.</summary>
    public readonly bool IsAnswer => !Result.IsEmpty || !Error.IsEmpty;

    /// <summary>Opens a message; the frame's parts lie in the bytes given.</summary>
    public static bool TryOpen(
        ReadOnlySpan<byte> json, out WireFrame frame, [NotNullWhen(false)] out WireProblem? problem)
    {
        frame = default;
        try
        {
            frame.Read(json);
            problem = null;
            return true;
        }
        catch (JsonException)
        {
            frame = default;
            problem = Wire.ProblemOf(json, null);
            return false;
        }
    }

    private void Read(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = BinanceJson.MostDepth });
        bool hasEnvelope = false;
        reader.Read();
        bool isObject = reader.TokenType == JsonTokenType.StartObject;
        while (isObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = reader.ValueSpan;
            reader.Read();
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            hasEnvelope |= Take(name, json[start..(int)reader.BytesConsumed]);
        }

        // To the end: anything but blanks behind the message is an error of the reader.
        while (reader.Read())
        {
        }

        if (!hasEnvelope)
        {
            Event = json;
        }
    }

    private bool Take(scoped ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (name.SequenceEqual("stream"u8))
        {
            Stream = value.Trim((byte)'"');
        }
        else if (name.SequenceEqual("data"u8) || name.SequenceEqual("event"u8))
        {
            Event = value;
        }
        else if (name.SequenceEqual("subscriptionId"u8))
        {
            SubscriptionId = value;
        }
        else if (name.SequenceEqual("id"u8))
        {
            Id = value;
        }
        else if (name.SequenceEqual("status"u8))
        {
            Status = value;
        }
        else if (name.SequenceEqual("result"u8))
        {
            Result = value;
        }
        else if (name.SequenceEqual("error"u8))
        {
            Error = value;
        }
        else if (name.SequenceEqual("rateLimits"u8))
        {
            RateLimits = value;
        }
        else if (name.SequenceEqual("method"u8))
        {
            Method = value.Trim((byte)'"');
        }
        else if (name.SequenceEqual("params"u8))
        {
            Params = value;
        }
        else
        {
            return false;
        }

        return true;
    }
}
