using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Research;

/// <summary>
/// Rows of CSV as UTF-8 bytes: numbers as the shortest text that reads back to the same double, times as contracts 1
/// has them, text that no spreadsheet takes for a formula. Culture-free.
/// </summary>
public sealed class CsvText
{
    private const int LongestCell = 32;

    // What OWASP names as the first characters of a formula; a quote in front makes a spreadsheet show them as text.
    private const string FormulaStarts = "=+-@\t\r\n";

    private readonly Repeated[] repeated = new Repeated[8];
    private readonly byte[] lastDate = "0000-00-00T"u8.ToArray();
    private byte[] bytes;
    private int length;
    private long lastDay = long.MinValue;
    private bool isRowStart = true;

    /// <summary>An empty text with room for so many bytes; it grows.</summary>
    public CsvText(int capacity = 4096) => bytes = new byte[Math.Max(capacity, LongestCell)];

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, length);

    /// <summary>A whole row of names; they hold nothing that needs quoting.</summary>
    public CsvText Header(string names)
    {
        Put(Encoding.UTF8.GetBytes(names));
        return EndRow();
    }

    /// <summary>A number; empty where it is NaN.</summary>
    public CsvText Number(double value)
    {
        Span<byte> cell = Cell();
        if (double.IsNaN(value))
        {
            return this;
        }

        // Minus zero is zero.
        bool fits = (value == 0 ? 0.0 : value).TryFormat(cell, out int written, "R", CultureInfo.InvariantCulture);
        Guard.That(fits);
        length += written;
        return this;
    }

    /// <summary>
    /// A number of a column whose values often stay what they were in the row before: the text is then copied. Columns
    /// are counted from 0.
    /// </summary>
    public CsvText Number(double value, int column)
    {
        ref Repeated last = ref repeated[column];
        long bits = BitConverter.DoubleToInt64Bits(value);
        if (last.Length > 0 && last.Bits == bits)
        {
            Span<byte> cell = Cell();
            bytes.AsSpan(last.Start, last.Length).CopyTo(cell);
            last.Start = length;
            length += last.Length;
            return this;
        }

        Number(value);
        int written = bytes.AsSpan(0, length).LastIndexOf((byte)',') + 1;
        last = new Repeated { Bits = bits, Start = written, Length = length - written };
        return this;
    }

    public CsvText Whole(long value)
    {
        Guard.That(Utf8Formatter.TryFormat(value, Cell(), out int written));
        length += written;
        return this;
    }

    /// <summary><c>yyyy-MM-ddTHH:mm:ssZ</c>, with <c>.fff</c> only where there are milliseconds.</summary>
    public CsvText Time(long millis)
    {
        Span<byte> cell = Cell();
        long day = new Instant(millis).Day;
        long rest = millis - (day * Instant.MillisPerDay);
        if (rest % 1000 != 0)
        {
            length += Encoding.UTF8.GetBytes(new Instant(millis).ToString(), cell);
            return this;
        }

        if (day != lastDay)
        {
            Encoding.UTF8.GetBytes(new Instant(day * Instant.MillisPerDay).ToString().AsSpan(0, 11), lastDate);
            lastDay = day;
        }

        lastDate.CopyTo(cell);
        int second = (int)(rest / 1000);
        TwoDigits(cell[11..], second / 3600);
        cell[13] = (byte)':';
        TwoDigits(cell[14..], second / 60 % 60);
        cell[16] = (byte)':';
        TwoDigits(cell[17..], second % 60);
        cell[19] = (byte)'Z';
        length += 20;
        return this;
    }

    /// <summary>Text of whatever content: quoted where it must be (RFC 4180), never a formula.</summary>
    public CsvText Text(string text)
    {
        string safe = text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        bool isQuoted = safe.AsSpan().ContainsAny(",\"\r\n");
        string cell = isQuoted ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
        Separate();
        Put(Encoding.UTF8.GetBytes(cell));
        return this;
    }

    public CsvText EndRow()
    {
        Grow(1);
        bytes[length++] = (byte)'\n';
        isRowStart = true;
        return this;
    }

    private struct Repeated
    {
        public long Bits;
        public int Start;
        public int Length;
    }

    private static void TwoDigits(Span<byte> at, int value)
    {
        at[0] = (byte)('0' + (value / 10));
        at[1] = (byte)('0' + (value % 10));
    }

    // Room for a short cell, after its comma.
    private Span<byte> Cell()
    {
        Separate();
        Grow(LongestCell);
        return bytes.AsSpan(length);
    }

    private void Separate()
    {
        if (!isRowStart)
        {
            Grow(1);
            bytes[length++] = (byte)',';
        }

        isRowStart = false;
    }

    private void Put(ReadOnlySpan<byte> text)
    {
        Grow(text.Length);
        text.CopyTo(bytes.AsSpan(length));
        length += text.Length;
    }

    private void Grow(int more)
    {
        if (bytes.Length - length < more)
        {
            Array.Resize(ref bytes, Math.Max(length + more, bytes.Length * 2));
        }
    }
}
