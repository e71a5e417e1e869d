using System.IO.Compression;
using System.Text;

namespace Neurotrade.Tests.Adapters.Files;

/// <summary>A folder of a test's own, gone with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("neurotrade-test-").FullName;

    public string Of(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(Of(name), bytes);
        return Of(name);
    }

    public string Gzip(string name, string text) => Write(name, Packed(Encoding.UTF8.GetBytes(text)));

    public static byte[] Packed(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    public string Zip(string name, params (string Entry, string Text)[] entries)
    {
        using MemoryStream packed = new();
        using (ZipArchive zip = new(packed, ZipArchiveMode.Create))
        {
            foreach ((string entry, string text) in entries)
            {
                using Stream stream = zip.CreateEntry(entry).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return Write(name, packed.ToArray());
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
