using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Research;

/// <summary>
/// Indented JSON with our numbers: the shortest text that reads back to the same double; null for what is missing or
/// not finite. Lines end in a line feed on every system.
/// </summary>
public sealed class JsonText : IDisposable
{
    private const int LongestNumber = 32;

    private readonly ArrayBufferWriter<byte> buffer = new(4096);
    private readonly Utf8JsonWriter writer;

    /// <summary>
    /// An empty document. Indented, it is a file for people and keeps their letters; else it goes into a page, and all
    /// that could end its block is escaped.
    /// </summary>
    public JsonText(bool isIndented = true)
    {
        JsonWriterOptions options = new()
        {
            Indented = isIndented,
            NewLine = "\n",
            Encoder = isIndented ? JavaScriptEncoder.UnsafeRelaxedJsonEscaping : JavaScriptEncoder.Default,
        };
        writer = new Utf8JsonWriter(buffer, options);
    }

    /// <summary>The document, ended by a line feed.</summary>
    public ReadOnlyMemory<byte> Finish()
    {
        writer.Flush();
        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    public void Dispose() => writer.Dispose();

    public JsonText Name(string name)
    {
        writer.WritePropertyName(name);
        return this;
    }

    public JsonText Value(double? value)
    {
        if (value is { } known && double.IsFinite(known))
        {
            writer.WriteRawValue(Numbers.Text(known));
        }
        else
        {
            writer.WriteNullValue();
        }

        return this;
    }

    /// <summary>A number with so many significant digits at most: what is enough to draw it.</summary>
    public JsonText Rounded(double value, string format)
    {
        Span<byte> text = stackalloc byte[LongestNumber];
        if (double.IsFinite(value) && value.TryFormat(text, out int length, format, CultureInfo.InvariantCulture))
        {
            writer.WriteRawValue(text[..length], skipInputValidation: true);
        }
        else
        {
            writer.WriteNullValue();
        }

        return this;
    }

    public JsonText Value(long value)
    {
        writer.WriteNumberValue(value);
        return this;
    }

    public JsonText Value(string? value)
    {
        writer.WriteStringValue(value);
        return this;
    }

    public JsonText Value(Instant? value) => Value(value?.ToString());

    public JsonText Value(bool value)
    {
        writer.WriteBooleanValue(value);
        return this;
    }

    public JsonText Field(string name, double? value) => Name(name).Value(value);

    public JsonText Field(string name, long value) => Name(name).Value(value);

    public JsonText Field(string name, string? value) => Name(name).Value(value);

    public JsonText Field(string name, Instant? value) => Name(name).Value(value);

    public JsonText Field(string name, bool value) => Name(name).Value(value);

    /// <summary>An object, whose fields <paramref name="fields"/> writes.</summary>
    public JsonText Fields(Action fields)
    {
        writer.WriteStartObject();
        fields();
        writer.WriteEndObject();
        return this;
    }

    /// <summary>An array whose values <paramref name="values"/> writes.</summary>
    public JsonText Row(Action values)
    {
        writer.WriteStartArray();
        values();
        writer.WriteEndArray();
        return this;
    }

    /// <summary>An array with a value for each item.</summary>
    public JsonText Items<T>(IEnumerable<T> items, Action<T> each)
    {
        writer.WriteStartArray();
        foreach (T item in items)
        {
            each(item);
        }

        writer.WriteEndArray();
        return this;
    }
}
