using System.Text.Json;
using System.Text.Json.Serialization;

namespace Neurotrade.Core.Adapters.Binance.Messages;

/// <summary>A level of the book.</summary>
/// <param name="Price">Quote currency.</param>
/// <param name="Quantity">Base asset; 0 in a change means that the level is gone.</param>
[JsonConverter(typeof(PriceLevelConverter))]
public readonly record struct PriceLevel(decimal Price, decimal Quantity);

/// <summary>Levels are arrays on the wire: <c>["4.00000000","431.00000000"]</c>; what older servers add is passed over.</summary>
internal sealed class PriceLevelConverter : JsonConverter<PriceLevel>
{
    public override PriceLevel Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        WireArray.Enter(ref reader);
        PriceLevel level = new(WireArray.NextDecimal(ref reader), WireArray.NextDecimal(ref reader));
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            reader.Skip();
        }

        return level;
    }

    public override void Write(Utf8JsonWriter writer, PriceLevel value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        ExactDecimalConverter.Write(writer, value.Price);
        ExactDecimalConverter.Write(writer, value.Quantity);
        writer.WriteEndArray();
    }
}
