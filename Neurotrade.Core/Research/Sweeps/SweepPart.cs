using System.Buffers.Binary;
using System.Security.Cryptography;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Research.Sweeps;

/// <summary>
/// The rows of a sweep under way, in a stream that may end anywhere: a head that says of which sweep, then records of one
/// length, each with its own checksum. What a kill tore is cut off when it is opened again.
/// </summary>
public sealed class SweepPart
{
    private const int CheckBytes = 8;
    private const int IdentityBytes = 32;
    private static readonly int RecordBytes = sizeof(long) + (RunFigures.Count * sizeof(double)) + CheckBytes;
    private static readonly int HeadBytes = Magic.Length + IdentityBytes + CheckBytes;

    private readonly Stream stream;
    private readonly byte[] record = new byte[RecordBytes];

    private SweepPart(Stream stream) => this.stream = stream;

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    private static ReadOnlySpan<byte> Magic => "NTSWEEP1"u8;

    /// <summary>An empty part; whatever the stream held is gone.</summary>
    /// <param name="stream">Can be read, written, sought and cut.</param>
    /// <param name="identity">32 bytes that say of which sweep the rows are.</param>
    public static SweepPart Begin(Stream stream, ReadOnlySpan<byte> identity)
    {
        Guard.That(identity.Length == IdentityBytes);
        stream.SetLength(0);
        byte[] head = new byte[HeadBytes];
        Magic.CopyTo(head);
        identity.CopyTo(head.AsSpan(Magic.Length));
        Seal(head);
        stream.Position = 0;
        stream.Write(head);
        return new SweepPart(stream);
    }

    /// <summary>
    /// Goes on with a part: keeps every whole row and cuts the rest. One whose head never was written whole is begun
    /// anew; one of another sweep is refused.
    /// </summary>
    public static SweepPart Resume(Stream stream, ReadOnlySpan<byte> identity, string name)
    {
        if (stream.Length < HeadBytes)
        {
            return Begin(stream, identity);
        }

        byte[] head = new byte[HeadBytes];
        stream.Position = 0;
        stream.ReadExactly(head);
        if (!IsSealed(head) || !head.AsSpan(0, Magic.Length).SequenceEqual(Magic))
        {
            throw new InputException(new Problem(name, 0, 0, "is no part of a sweep; expected one, or none"));
        }

        if (!head.AsSpan(Magic.Length, IdentityBytes).SequenceEqual(identity))
        {
            throw new InputException(new Problem(name, 0, 0,
                "is of another sweep (strategy, data, dates, ranges, search or version differ); expected the same, "
                + "or leave out --resume to begin anew"));
        }

        SweepPart part = new(stream);
        part.Recover();
        return part;
    }

    /// <summary>Whether a stream holds a whole head of that sweep.</summary>
    public static bool IsOf(Stream stream, ReadOnlySpan<byte> identity)
    {
        byte[] head = new byte[HeadBytes];
        stream.Position = 0;
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && IsSealed(head)
            && head.AsSpan(0, Magic.Length).SequenceEqual(Magic)
            && head.AsSpan(Magic.Length, IdentityBytes).SequenceEqual(identity);
    }

    /// <summary>Adds a row behind the others.</summary>
    public void Append(SweepRow row)
    {
        Guard.That(row.Figures.Length == RunFigures.Count);
        BinaryPrimitives.WriteInt64LittleEndian(record, row.Combination);
        for (int i = 0; i < row.Figures.Length; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(record.AsSpan(sizeof(long) + (i * sizeof(double))), row.Figures[i]);
        }

        Seal(record);
        stream.Position = PositionOf(Count);
        stream.Write(record);
        Count++;
    }

    /// <summary>Hands all rows to whoever holds the stream's bytes.</summary>
    public void Flush() => stream.Flush();

    /// <summary>The row at a place.</summary>
    public SweepRow Read(int at)
    {
        Guard.That((uint)at < (uint)Count);
        stream.Position = PositionOf(at);
        stream.ReadExactly(record);
        Guard.That(IsSealed(record));
        return Decoded();
    }

    /// <summary>All rows, in the order in which they came.</summary>
    public IEnumerable<SweepRow> ReadAll()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return Read(i);
        }
    }

    private static long PositionOf(int row) => HeadBytes + ((long)row * RecordBytes);

    private SweepRow Decoded()
    {
        double[] figures = new double[RunFigures.Count];
        for (int i = 0; i < figures.Length; i++)
        {
            figures[i] = BinaryPrimitives.ReadDoubleLittleEndian(record.AsSpan(sizeof(long) + (i * sizeof(double))));
        }

        return new SweepRow(BinaryPrimitives.ReadInt64LittleEndian(record), figures);
    }

    // A disk may keep a later block and lose an earlier one: the first record that is not whole ends the part.
    private void Recover()
    {
        stream.Position = HeadBytes;
        while (stream.ReadAtLeast(record, RecordBytes, throwOnEndOfStream: false) == RecordBytes && IsSealed(record))
        {
            Count++;
        }

        stream.SetLength(PositionOf(Count));
    }

    private static void Seal(Span<byte> bytes) => Check(bytes[..^CheckBytes], bytes[^CheckBytes..]);

    private static bool IsSealed(ReadOnlySpan<byte> bytes)
    {
        Span<byte> check = stackalloc byte[CheckBytes];
        Check(bytes[..^CheckBytes], check);
        return check.SequenceEqual(bytes[^CheckBytes..]);
    }

    private static void Check(ReadOnlySpan<byte> bytes, Span<byte> check)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        hash[..CheckBytes].CopyTo(check);
    }
}
