using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Neurotrade.Core.Adapters.Binance.Messages;

/// <summary>The one place where bytes of the exchange become records; whatever comes, nothing is thrown.</summary>
public static class Wire
{
    /// <summary>The longest answer that is read: all pairs' exchange information is about 20 MB.</summary>
    public const int MostBytes = 64 << 20;

    /// <summary>Reads a message of a known kind. Fields that the record does not have are passed over.</summary>
    public static bool TryRead<T>(
        ReadOnlySpan<byte> json,
        JsonTypeInfo<T> shape,
        [NotNullWhen(true)] out T? value,
        [NotNullWhen(false)] out WireProblem? problem)
    {
        value = default;
        if (json.Length > MostBytes)
        {
            problem = new WireProblem(WireFault.TooLong, string.Empty, $"more than {MostBytes} bytes");
            return false;
        }

        try
        {
            value = JsonSerializer.Deserialize(json, shape);
            problem = value is null ? new WireProblem(WireFault.WrongShape, "$", "null where a message was expected") : null;
            return problem is null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException)
        {
            problem = ProblemOf(json, (unreadable as JsonException)?.Path);
            return false;
        }
    }

    /// <summary>The bytes of a message.</summary>
    public static byte[] Write<T>(T value, JsonTypeInfo<T> shape) => JsonSerializer.SerializeToUtf8Bytes(value, shape);

    /// <summary>Whether these bytes are no JSON at all, or JSON of another shape.</summary>
    internal static WireProblem ProblemOf(ReadOnlySpan<byte> json, string? path)
    {
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = BinanceJson.MostDepth });
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException)
        {
            return new WireProblem(WireFault.NotJson, string.Empty, $"not JSON from byte {reader.BytesConsumed} on");
        }

        return new WireProblem(WireFault.WrongShape, path ?? string.Empty, "a field is missing or of another type");
    }
}
