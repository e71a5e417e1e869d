namespace Neurotrade.Core.Ingestion;

/// <summary>
/// What a store needs of a disk, no more, so that a simulated one can lose what was not flushed. Nothing is on the disk
/// until it was flushed: a file's bytes by its own flush, its name by its folder's.
/// </summary>
public interface IDisk
{
    /// <summary>Names of the folders in a folder, sorted; none where it does not exist.</summary>
    IReadOnlyList<string> Folders(string path);

    /// <summary>The bytes of a small file; null where there is none.</summary>
    byte[]? Read(string path);

    /// <summary>A file's first values, for as long as the process lives and at next to no cost; they never change.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="EndOfStreamException">The file holds fewer values.</exception>
    ReadOnlyMemory<T> Map<T>(string path, int count)
        where T : unmanaged;

    /// <summary>The same, copied: for a moment's use.</summary>
    ReadOnlyMemory<T> Copy<T>(string path, int count)
        where T : unmanaged;

    /// <summary>Makes a folder, whose parent is there; nothing happens where it exists.</summary>
    void CreateFolder(string path);

    /// <summary>Opens a file for positioned writes: emptied first, or as it is. Makes it where it is not there.</summary>
    IDiskFile Open(string path, bool isEmptied);

    /// <summary>Gives a file another name, replacing what had that name, at once or not at all.</summary>
    void Rename(string from, string to);

    /// <summary>Removes a folder with its files; nothing happens where it does not exist.</summary>
    void DeleteFolder(string path);

    /// <summary>Makes the names in a folder durable.</summary>
    void FlushFolder(string path);

    /// <summary>
    /// Takes the one writer's lock, held until disposed. A lock that someone else holds, or a file system that cannot
    /// lock, is an <see cref="Market.InputException"/>.
    /// </summary>
    IDisposable Lock(string path);
}

/// <summary>A file open for positioned writes.</summary>
public interface IDiskFile : IDisposable
{
    /// <summary>Writes all bytes from an offset.</summary>
    void Write(ReadOnlySpan<byte> bytes, long offset);

    /// <summary>Makes the bytes written so far durable.</summary>
    void Flush();
}
