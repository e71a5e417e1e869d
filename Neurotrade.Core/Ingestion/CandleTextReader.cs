using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Ingestion;

/// <summary>
/// Reads a candle file's text, UTF-8, block by block in bounded memory: Binance klines with or without a header, and
/// generic CSV with one (contracts 1). Rows that are not valid candles are refused and counted; a file that is not a
/// candle file at all is an <see cref="InputException"/>.
/// </summary>
public sealed class CandleTextReader
{
    /// <summary>Longest line; longer ones are not candles, and would have to be held in memory.</summary>
    public const int LongestLine = 65_536;

    private const int BlockBytes = 1 << 18;
    private const int LinesLookedAt = 20;

    private readonly CandleRows rows;
    private CandleLayout? layout;
    private int lineNumber;
    private bool isStarted;

    private CandleTextReader(string file) => rows = new CandleRows(file);

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The text, already unpacked; it is not closed.</param>
    /// <param name="file">The name for messages.</param>
    /// <param name="lengthBytes">The stream's length where it is known, to make room at once; else 0.</param>
    /// <param name="cancellation">Ends the reading between two blocks.</param>
    public static CandleRows Read(
        Stream stream, string file, long lengthBytes = 0, CancellationToken cancellation = default) =>
        Read(stream, file, lengthBytes, null, cancellation);

    /// <summary>The same, and tells after each block how many rows it has seen, refused ones too.</summary>
    public static CandleRows Read(
        Stream stream, string file, long lengthBytes, Action<long>? rowsSeen, CancellationToken cancellation)
    {
        CandleTextReader reader = new(file);
        byte[] buffer = GC.AllocateUninitializedArray<byte>(BlockBytes + LongestLine + KlineLine.Slack + 1);
        int held = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            int read = stream.ReadAtLeast(buffer.AsSpan(held, BlockBytes), BlockBytes, throwOnEndOfStream: false);
            int filled = held + read;
            bool isEnd = read < BlockBytes;
            int used = reader.Take(buffer, filled, isEnd, lengthBytes);
            held = filled - used;
            rowsSeen?.Invoke(reader.rows.Count + reader.rows.RefusedRows);
            if (isEnd)
            {
                return reader.rows;
            }

            if (held > LongestLine)
            {
                throw reader.Failure(reader.lineNumber + 1, LongLine);
            }

            buffer.AsSpan(used, held).CopyTo(buffer);
        }
    }

    private static string LongLine => string.Create(CultureInfo.InvariantCulture,
        $"a line longer than {LongestLine} bytes, expected a candle file");

    // Takes the whole lines of a block; at the end of the file also a last line without a line feed.
    private int Take(byte[] buffer, int filled, bool isEnd, long lengthBytes)
    {
        int end = buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
        if (isEnd && end < filled)
        {
            buffer[filled] = (byte)'\n';
            end = filled + 1;
        }

        int start = 0;
        if (!isStarted && (end > 0 || isEnd))
        {
            start = Start(buffer.AsSpan(0, end));
            long perRow = Math.Max(16, BytesOfALine(buffer.AsSpan(start, end - start)));
            rows.Reserve(Math.Max(end - start, lengthBytes) / perRow);
        }

        TakeLines(buffer.AsSpan(start, end - start + KlineLine.Slack), end - start);
        return Math.Min(end, filled);
    }

    // From the first lines of a block, a little low so that room is made at once.
    private static int BytesOfALine(ReadOnlySpan<byte> block)
    {
        ReadOnlySpan<byte> sample = block[..Math.Min(block.Length, 32_768)];
        int lines = sample.Count((byte)'\n');
        return lines == 0 ? 0 : sample.Length / lines * 15 / 16;
    }

    private void TakeLines(ReadOnlySpan<byte> padded, int length)
    {
        KlineLine fast = default;
        bool isKline = layout is { IsKline: true } && BitConverter.IsLittleEndian;
        ref byte first = ref MemoryMarshal.GetReference(padded);
        int at = 0;
        while (at < length)
        {
            lineNumber++;
            if (isKline && fast.TryRead(ref Unsafe.Add(ref first, at), out int used))
            {
                Candle candle = new(fast.OpenMillis, fast.Open, fast.High, fast.Low, fast.Close, fast.Volume);
                if (candle.IsValid)
                {
                    rows.Add(candle, lineNumber, fast.CloseMillis - fast.OpenMillis);
                    at += used;
                    continue;
                }
            }

            int end = padded[at..length].IndexOf((byte)'\n');
            TakeLine(padded.Slice(at, end));
            at += end + 1;
        }
    }

    private void TakeLine(ReadOnlySpan<byte> line)
    {
        line = WithoutReturn(line);
        if (line.IsEmpty || line.IndexOfAnyExcept((byte)' ', (byte)'\t') < 0)
        {
            return;
        }

        if (line.Length > LongestLine)
        {
            throw Failure(lineNumber, LongLine);
        }

        CandleLine read = CandleLine.Read(line, layout!);
        if (read.Refusal is null)
        {
            rows.Add(read.Candle, lineNumber, read.Duration);
        }
        else
        {
            rows.Refuse(lineNumber, read.Column, read.Refusal);
        }
    }

    // Skips the byte order mark and blank lines, finds the layout; gives where the rows begin.
    private int Start(ReadOnlySpan<byte> block)
    {
        isStarted = true;
        int at = block.StartsWith("\uFEFF"u8) ? 3 : 0;
        while (at < block.Length)
        {
            int end = at + block[at..].IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = WithoutReturn(block[at..end]);
            if (line.IndexOfAnyExcept((byte)' ', (byte)'\t') < 0)
            {
                lineNumber++;
                at = end + 1;
                continue;
            }

            RefuseOtherFormats(block, line);
            if (CandleLayout.StartsLikeData(line))
            {
                layout = FindHeaderless(block[at..]);
                return at;
            }

            lineNumber++;
            layout = CandleLayout.FromHeader(line, rows.File, lineNumber);
            return end + 1;
        }

        throw Failure(0, "no line of text, expected candles");
    }

    // Klines have no header; a first line that is cut off does not hide that.
    private CandleLayout FindHeaderless(ReadOnlySpan<byte> block)
    {
        int first = 0;
        for (int looked = 0; looked < LinesLookedAt && !block.IsEmpty; looked++)
        {
            int end = block.IndexOf((byte)'\n');
            int columns = block[..end].Count((byte)',') + 1;
            first = first == 0 ? columns : first;
            if (columns == CandleLayout.Kline.Columns)
            {
                return CandleLayout.Kline;
            }

            block = block[(end + 1)..];
        }

        throw Failure(lineNumber + 1, string.Create(CultureInfo.InvariantCulture,
            $"no header and {first} columns, expected Binance's 12 columns, or a header that names time, open, high, low, close and volume"));
    }

    private void RefuseOtherFormats(ReadOnlySpan<byte> block, ReadOnlySpan<byte> line)
    {
        string? what = block switch
        {
            [0x1F, 0x8B, ..] => "gzip data, expected text: name the file .csv.gz",
            [(byte)'P', (byte)'K', 3 or 5, ..] => "zip data, expected text: name the file .zip",
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "UTF-16 text, expected UTF-8",
            _ when line.Contains((byte)0) => "binary data, expected text",
            _ => null,
        };
        if (what is not null)
        {
            throw Failure(lineNumber + 1, what);
        }
    }

    private InputException Failure(int line, string message) => new(new Problem(rows.File, line, 0, message));

    private static ReadOnlySpan<byte> WithoutReturn(ReadOnlySpan<byte> line) =>
        line.Length > 0 && line[^1] == '\r' ? line[..^1] : line;
}
