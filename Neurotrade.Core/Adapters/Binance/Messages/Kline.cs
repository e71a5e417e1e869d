using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Adapters.Binance.Messages;

/// <summary>A candle of a REST answer. The last of a series may be one that is still growing.</summary>
/// <param name="OpenMillis">Open time, Unix milliseconds.</param>
/// <param name="Open">First price, quote currency.</param>
/// <param name="High">Highest price, quote currency.</param>
/// <param name="Low">Lowest price, quote currency.</param>
/// <param name="Close">Last price, quote currency.</param>
/// <param name="Volume">Base asset.</param>
/// <param name="CloseMillis">The last millisecond that belongs to it.</param>
/// <param name="QuoteVolume">Quote asset.</param>
/// <param name="Trades">How many trades.</param>
/// <param name="TakerBaseVolume">What takers bought, base asset.</param>
/// <param name="TakerQuoteVolume">What takers paid for it, quote asset.</param>
[JsonConverter(typeof(KlineConverter))]
public sealed record Kline(
    long OpenMillis,
    decimal Open,
    decimal High,
    decimal Low,
    decimal Close,
    decimal Volume,
    long CloseMillis,
    decimal QuoteVolume,
    long Trades,
    decimal TakerBaseVolume,
    decimal TakerQuoteVolume)
{
    /// <summary>The candle with each number's nearest double: the very bits that a file with the same digits gives.</summary>
    public Candle ToCandle() =>
        new(OpenMillis, Nearest(Open), Nearest(High), Nearest(Low), Nearest(Close), Nearest(Volume));

    // The conversion of the base library may be a last bit off; its parser is not.
    internal static double Nearest(decimal value)
    {
        Span<char> text = stackalloc char[40];
        Guard.That(value.TryFormat(text, out int length, default, CultureInfo.InvariantCulture));
        return double.Parse(text[..length], CultureInfo.InvariantCulture);
    }
}

/// <summary>Candles are arrays of twelve on the wire, of which the last means nothing.</summary>
internal sealed class KlineConverter : JsonConverter<Kline>
{
    public override Kline Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        WireArray.Enter(ref reader);
        Kline kline = new(
            WireArray.NextLong(ref reader),
            WireArray.NextDecimal(ref reader),
            WireArray.NextDecimal(ref reader),
            WireArray.NextDecimal(ref reader),
            WireArray.NextDecimal(ref reader),
            WireArray.NextDecimal(ref reader),
            WireArray.NextLong(ref reader),
            WireArray.NextDecimal(ref reader),
            WireArray.NextLong(ref reader),
            WireArray.NextDecimal(ref reader),
            WireArray.NextDecimal(ref reader));
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            reader.Skip();
        }

        return kline;
    }

    public override void Write(Utf8JsonWriter writer, Kline value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.OpenMillis);
        ExactDecimalConverter.Write(writer, value.Open);
        ExactDecimalConverter.Write(writer, value.High);
        ExactDecimalConverter.Write(writer, value.Low);
        ExactDecimalConverter.Write(writer, value.Close);
        ExactDecimalConverter.Write(writer, value.Volume);
        writer.WriteNumberValue(value.CloseMillis);
        ExactDecimalConverter.Write(writer, value.QuoteVolume);
        writer.WriteNumberValue(value.Trades);
        ExactDecimalConverter.Write(writer, value.TakerBaseVolume);
        ExactDecimalConverter.Write(writer, value.TakerQuoteVolume);
        writer.WriteStringValue("0");
        writer.WriteEndArray();
    }
}
