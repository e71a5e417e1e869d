using Neurotrade.Core.Market;

namespace Neurotrade.Core.Adapters.Files;

/// <summary>Text while it is unpacked: stops, with a message, where the archive is a bomb, is damaged or lies.</summary>
internal sealed class UnpackedStream(Stream inner, string file, long packedBytes, ArchiveLimits limits) : Stream
{
    // A small file may pack very well; the ratio says something only beyond that.
    private const long BytesBeforeRatio = 1 << 20;

    private readonly Crc32 crc = new();
    private readonly bool isZip;
    private readonly long declaredBytes;
    private readonly uint declaredCrc;
    private long bytes;

    /// <summary>An entry of a zip archive, whose length and checksum must be as declared.</summary>
    public UnpackedStream(
        Stream inner, string file, long packedBytes, ArchiveLimits limits, long declaredBytes, uint declaredCrc)
        : this(inner, file, packedBytes, limits) =>
        (isZip, this.declaredBytes, this.declaredCrc) = (true, declaredBytes, declaredCrc);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => bytes;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = inner.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw Failure("damaged data, expected a whole archive");
        }

        bytes += read;
        Check(buffer[..read]);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }

    private void Check(ReadOnlySpan<byte> read)
    {
        if (bytes > limits.MostBytes)
        {
            throw Failure($"unpacks to more than {limits.MostBytes >> 20} MiB, expected less");
        }

        if (bytes > BytesBeforeRatio && bytes / limits.MostRatio > packedBytes)
        {
            throw Failure($"unpacks to more than {limits.MostRatio} times its size, expected candles");
        }

        if (!isZip)
        {
            return;
        }

        crc.Add(read);
        bool isEnd = read.IsEmpty;
        if (bytes > declaredBytes || (isEnd && bytes != declaredBytes))
        {
            throw Failure("its length is not the one that the archive declares");
        }

        if (isEnd && crc.Value != declaredCrc)
        {
            throw Failure("its checksum is not the one that the archive declares");
        }
    }

    private InputException Failure(string message) => new(new Problem(file, 0, 0, message));
}
