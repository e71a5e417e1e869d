using System.Buffers;
using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace Neurotrade.Core.Adapters.Files;

/// <summary>
/// A file's first values as memory. It stays mapped for the life of the process: a span over it does not keep its owner
/// alive, so nothing could tell when it may go; how many there can be is limited by <see cref="RealDisk"/>.
/// </summary>
internal sealed unsafe class MappedColumn<T> : MemoryManager<T>
    where T : unmanaged
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly T* first;
    private readonly int count;

    public MappedColumn(SafeFileHandle handle, int count)
    {
        this.count = count;
        long bytes = (long)count * sizeof(T);
        file = MemoryMappedFile.CreateFromFile(
            handle, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        view = file.CreateViewAccessor(0, bytes, MemoryMappedFileAccess.Read);
        byte* pointer = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
        first = (T*)(pointer + view.PointerOffset);
    }

    public override Span<T> GetSpan() => new(first, count);

    public override MemoryHandle Pin(int elementIndex = 0) => new(first + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
