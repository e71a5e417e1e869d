using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Adapters.Files;

/// <summary>The disk of this machine.</summary>
public sealed partial class RealDisk : IDisk
{
    private const int SmallestMappedBytes = 65_536;

    // Linux lets a process have 65,530 mappings; beyond this many, columns are read into memory instead.
    private const int MostMappings = 20_000;
    private const int OpenToReadOnly = 0;

    // EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION of Windows.
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x8007_0020)];

    private static int mappings;

    /// <inheritdoc/>
    public IReadOnlyList<string> Folders(string path)
    {
        if (!Directory.Exists(path))
        {
            return [];
        }

        string[] names = [.. Directory.EnumerateDirectories(path).Select(folder => Path.GetFileName(folder))];
        Array.Sort(names, StringComparer.Ordinal);
        return names;
    }

    /// <inheritdoc/>
    public byte[]? Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public unsafe ReadOnlyMemory<T> Map<T>(string path, int count)
        where T : unmanaged
    {
        long bytes = (long)count * sizeof(T);
        if (bytes < SmallestMappedBytes || Interlocked.Increment(ref mappings) > MostMappings)
        {
            return Copy<T>(path, count);
        }

        using SafeFileHandle handle = OpenToRead(path);
        return RandomAccess.GetLength(handle) >= bytes
            ? new MappedColumn<T>(handle, count).Memory
            : throw new EndOfStreamException();
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<T> Copy<T>(string path, int count)
        where T : unmanaged
    {
        using SafeFileHandle handle = OpenToRead(path);
        T[] values = new T[count];
        Span<byte> rest = MemoryMarshal.AsBytes(values.AsSpan());
        for (long at = 0; rest.Length > 0;)
        {
            int read = RandomAccess.Read(handle, rest, at);
            at += read > 0 ? read : throw new EndOfStreamException();
            rest = rest[read..];
        }

        return values;
    }

    /// <inheritdoc/>
    public void CreateFolder(string path) => Directory.CreateDirectory(path);

    /// <inheritdoc/>
    public IDiskFile Open(string path, bool isEmptied) => new RealFile(File.OpenHandle(
        path, isEmptied ? FileMode.Create : FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite));

    /// <inheritdoc/>
    public void Rename(string from, string to) => File.Move(from, to, overwrite: true);

    /// <inheritdoc/>
    public void DeleteFolder(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    /// <inheritdoc/>
    public void FlushFolder(string path)
    {
        // Windows writes names through; elsewhere a folder is a file that wants its own flush.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int folder = OpenNative(path, OpenToReadOnly);
        if (folder < 0)
        {
            throw new IOException($"Cannot open the folder {path}: {new Win32Exception().Message}");
        }

        bool isFlushed = FlushNative(folder) == 0;
        string reason = isFlushed ? string.Empty : new Win32Exception().Message;
        _ = CloseNative(folder);
        if (!isFlushed)
        {
            throw new IOException($"Cannot flush the folder {path}: {reason}");
        }
    }

    /// <inheritdoc/>
    public IDisposable Lock(string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        if (FileSystemKind.NetworkNameOf(folder) is { } network)
        {
            throw new InputException(new Problem(folder, 0, 0,
                $"lies on a network file system ({network}), where two writers could not see each other; candles can be "
                + "read from there, but are written only on a local disk: set NEUROTRADE_DATA to a local folder"));
        }

        try
        {
            return File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held) when (Array.IndexOf(HeldByAnother, held.HResult) >= 0)
        {
            throw new InputException(new Problem(folder, 0, 0,
                "another process is writing these candles, expected one writer at a time; try again when it is done"));
        }
    }

    private static SafeFileHandle OpenToRead(string path)
    {
        try
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (DirectoryNotFoundException)
        {
            throw new FileNotFoundException("No such file.", path);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int OpenNative(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FlushNative(int file);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int CloseNative(int file);

    private sealed class RealFile(SafeFileHandle handle) : IDiskFile
    {
        public void Write(ReadOnlySpan<byte> bytes, long offset) => RandomAccess.Write(handle, bytes, offset);

        public void Flush() => RandomAccess.FlushToDisk(handle);

        public void Dispose() => handle.Dispose();
    }
}
