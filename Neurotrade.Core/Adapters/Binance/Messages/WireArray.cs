using System.Text.Json;

namespace Neurotrade.Core.Adapters.Binance.Messages;

/// <summary>Reads records that are arrays on the wire, field by field; what does not fit is a <see cref="JsonException"/>.</summary>
internal static class WireArray
{
    public static void Enter(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException();
        }
    }

    public static decimal NextDecimal(ref Utf8JsonReader reader) =>
        reader.Read() ? ExactDecimalConverter.Read(ref reader) : throw new JsonException();

    public static long NextLong(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long value)
            ? value
            : throw new JsonException();
}
