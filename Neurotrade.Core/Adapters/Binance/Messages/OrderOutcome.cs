using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Neurotrade.Core.Adapters.Binance.Messages;

/// <summary>Half of a cancel-and-replace: an order, or why there is none.</summary>
[JsonConverter(typeof(OrderOutcomeConverter))]
public abstract record OrderOutcome
{
    private OrderOutcome()
    {
    }

    /// <summary>It went through.</summary>
    public sealed record Done(OrderReport Order) : OrderOutcome;

    /// <summary>It did not.</summary>
    public sealed record Refused(ErrorAnswer Error) : OrderOutcome;
}

/// <summary>What was cancelled: a single order, or a list of them as one.</summary>
[JsonConverter(typeof(CancelledConverter))]
public abstract record Cancelled
{
    private Cancelled()
    {
    }

    /// <summary>A single order.</summary>
    public sealed record Alone(OrderReport Order) : Cancelled;

    /// <summary>An order list.</summary>
    public sealed record Listed(OrderList List) : Cancelled;
}

internal sealed class OrderOutcomeConverter : JsonConverter<OrderOutcome>
{
    public override OrderOutcome Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        WireChoice.Holds(reader, "code")
            ? new OrderOutcome.Refused(WireChoice.Read(ref reader, BinanceJson.Default.ErrorAnswer))
            : new OrderOutcome.Done(WireChoice.Read(ref reader, BinanceJson.Default.OrderReport));

    public override void Write(Utf8JsonWriter writer, OrderOutcome value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case OrderOutcome.Refused refused:
                JsonSerializer.Serialize(writer, refused.Error, BinanceJson.Default.ErrorAnswer);
                break;
            case OrderOutcome.Done done:
                JsonSerializer.Serialize(writer, done.Order, BinanceJson.Default.OrderReport);
                break;
        }
    }
}

internal sealed class CancelledConverter : JsonConverter<Cancelled>
{
    public override Cancelled Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        WireChoice.Holds(reader, "contingencyType")
            ? new Cancelled.Listed(WireChoice.Read(ref reader, BinanceJson.Default.OrderList))
            : new Cancelled.Alone(WireChoice.Read(ref reader, BinanceJson.Default.OrderReport));

    public override void Write(Utf8JsonWriter writer, Cancelled value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case Cancelled.Listed listed:
                JsonSerializer.Serialize(writer, listed.List, BinanceJson.Default.OrderList);
                break;
            case Cancelled.Alone alone:
                JsonSerializer.Serialize(writer, alone.Order, BinanceJson.Default.OrderReport);
                break;
        }
    }
}

/// <summary>Tells two kinds of object apart by a member that only one of them has.</summary>
internal static class WireChoice
{
    // The reader is a copy: looking ahead does not move the caller's.
    public static bool Holds(Utf8JsonReader reader, string name)
    {
        int depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.CurrentDepth == depth + 1 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(name))
            {
                return true;
            }
        }

        return false;
    }

    public static T Read<T>(ref Utf8JsonReader reader, JsonTypeInfo<T> shape)
        where T : class =>
        JsonSerializer.Deserialize(ref reader, shape) ?? throw new JsonException();
}
