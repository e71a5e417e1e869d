using System.Collections.Immutable;
using System.Text;

namespace Neurotrade.Core.Research;

/// <summary>A file of a result as bytes, in parts that follow one another; whoever holds it writes it.</summary>
/// <param name="Name">The file's name, without a folder.</param>
/// <param name="Parts">Its content.</param>
public sealed record ResultFile(string Name, ImmutableArray<ReadOnlyMemory<byte>> Parts)
{
    /// <summary>A file of text, as UTF-8 without a byte order mark.</summary>
    public static ResultFile Of(string name, string text) => new(name, [Encoding.UTF8.GetBytes(text)]);

    public static ResultFile Of(string name, CsvText text) => new(name, [text.Written]);

    public long Length => Parts.Sum(part => (long)part.Length);

    /// <summary>The content in one piece.</summary>
    public byte[] ToArray()
    {
        byte[] all = new byte[Length];
        int at = 0;
        foreach (ReadOnlyMemory<byte> part in Parts)
        {
            part.Span.CopyTo(all.AsSpan(at));
            at += part.Length;
        }

        return all;
    }
}
