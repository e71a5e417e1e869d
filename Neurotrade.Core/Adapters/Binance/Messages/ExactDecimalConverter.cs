using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Neurotrade.Core.Adapters.Binance.Messages;

/// <summary>
/// Numbers as the exchange writes them: decimal text in quotes, now and then without. Every digit is kept, also zeros at
/// the end; what a decimal cannot hold exactly is refused, not rounded.
/// </summary>
internal sealed class ExactDecimalConverter : JsonConverter<decimal>
{
    private const int MostDigits = 28;
    private const int LongestText = 40;

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader);

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => Write(writer, value);

    /// <summary>The number at the reader; anything else is a <see cref="JsonException"/>.</summary>
    public static decimal Read(ref Utf8JsonReader reader)
    {
        bool isText = reader.TokenType is JsonTokenType.String or JsonTokenType.Number && !reader.HasValueSequence
            && !reader.ValueIsEscaped;
        return isText && TryParse(reader.ValueSpan, out decimal value) ? value : throw new JsonException();
    }

    /// <summary>Optional minus, digits with an optional point between them: no exponent, no blanks.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out decimal value)
    {
        value = 0;
        ReadOnlySpan<byte> digits = text.Length > 0 && text[0] == '-' ? text[1..] : text;
        int point = digits.IndexOf((byte)'.');
        int digitCount = digits.Length - (point < 0 ? 0 : 1);
        bool isPlain = text.Length <= LongestText && digitCount is > 0 and <= MostDigits
            && point != 0 && point != digits.Length - 1
            && digits[..(point < 0 ? digits.Length : point)].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0
            && digits[(point + 1)..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
        return isPlain && Utf8Parser.TryParse(text, out value, out int used) && used == text.Length;
    }

    /// <summary>The number in quotes.</summary>
    public static void Write(Utf8JsonWriter writer, decimal value)
    {
        Span<byte> text = stackalloc byte[LongestText];
        Market.Guard.That(value.TryFormat(text, out int length, default, CultureInfo.InvariantCulture));
        writer.WriteStringValue(text[..length]);
    }
}
