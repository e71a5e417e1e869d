using Neurotrade.Core.Market;

namespace Neurotrade.Web.Dashboard.Imports;

/// <summary>Puts what arrives onto the disk.</summary>
internal static class Upload
{
    private const int BufferBytes = 1 << 17;

    /// <summary>
    /// Writes a stream of so many bytes to a file and tells after each part how many are there. Fewer are an
    /// <see cref="EndOfStreamException"/>; more, or a disk that takes no more, an <see cref="InputException"/>.
    /// </summary>
    public static async Task CopyAsync(Stream body, string path, long bytes, Action<long> there, CancellationToken cancel)
    {
        await using FileStream file = File.Create(path);
        byte[] buffer = new byte[BufferBytes];
        long copied = 0;
        while (await body.ReadAsync(buffer, cancel) is > 0 and int count)
        {
            copied += count;
            if (copied > bytes)
            {
                throw new InputException(new Problem(path, 0, 0, "More arrived than was announced. Choose it again."));
            }

            try
            {
                await file.WriteAsync(buffer.AsMemory(0, count), cancel);
            }
            catch (IOException full)
            {
                throw new InputException(new Problem(path, 0, 0, $"Cannot be kept: {full.Message}"));
            }

            there(copied);
        }

        if (copied < bytes)
        {
            throw new EndOfStreamException();
        }
    }
}
