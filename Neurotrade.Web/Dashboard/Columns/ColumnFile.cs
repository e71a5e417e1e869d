using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using Neurotrade.Core.Market;

namespace Neurotrade.Web.Dashboard.Columns;

/// <summary>
/// Series as charts fetch them: <c>NTC1</c>, the length of a JSON header, the header padded to eight bytes, then each
/// column's values in eight little-endian bytes. <c>wwwroot-assets/src/columns.ts</c> reads it.
/// </summary>
/// <param name="total">Rows of the whole series.</param>
/// <param name="from">Row at which the first value stands.</param>
/// <param name="stride">Rows for each value; 1 where nothing was left out.</param>
internal sealed class ColumnFile(int total, int from, int stride)
{
    private readonly List<(string Name, string Type, byte[] Values)> columns = [];

    /// <summary>Adds times or counts; returns itself.</summary>
    public ColumnFile Add(string name, ReadOnlySpan<long> values)
    {
        byte[] bytes = new byte[values.Length * sizeof(long)];
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(i * sizeof(long)), values[i]);
        }

        columns.Add((name, "i64", bytes));
        return this;
    }

    /// <summary>Adds figures, NaN where they are missing; returns itself.</summary>
    public ColumnFile Add(string name, ReadOnlySpan<double> values)
    {
        byte[] bytes = new byte[values.Length * sizeof(double)];
        if (BitConverter.IsLittleEndian)
        {
            MemoryMarshal.AsBytes(values).CopyTo(bytes);
        }
        else
        {
            for (int i = 0; i < values.Length; i++)
            {
                BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(i * sizeof(double)), values[i]);
            }
        }

        columns.Add((name, "f64", bytes));
        return this;
    }

    /// <summary>All of it, as it goes over the wire.</summary>
    public byte[] ToBytes()
    {
        byte[] header = Header();
        int padded = (header.Length + 7) & ~7;
        byte[] file = new byte[8 + padded + columns.Sum(column => column.Values.Length)];
        "NTC1"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), padded);
        header.CopyTo(file, 8);
        file.AsSpan(8 + header.Length, padded - header.Length).Fill((byte)' ');
        int at = 8 + padded;
        foreach ((_, _, byte[] values) in columns)
        {
            values.CopyTo(file, at);
            at += values.Length;
        }

        Guard.That(at == file.Length);
        return file;
    }

    private byte[] Header()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("total", total);
            json.WriteNumber("from", from);
            json.WriteNumber("stride", stride);
            json.WriteStartArray("columns");
            foreach ((string name, string type, byte[] values) in columns)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteString("type", type);
                json.WriteNumber("count", values.Length / sizeof(double));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
