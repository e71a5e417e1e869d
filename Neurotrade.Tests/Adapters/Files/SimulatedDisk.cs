using System.Runtime.InteropServices;
using Neurotrade.Core.Ingestion;

namespace Neurotrade.Tests.Adapters.Files;

/// <summary>The power went: nothing that was not flushed is certain to be on the disk.</summary>
internal sealed class PowerLossException : Exception;

/// <summary>
/// A disk that loses power after a given number of steps. What was not flushed is then dropped, torn or reordered, name by
/// name and write by write, as chance has it.
/// </summary>
internal sealed class SimulatedDisk : IDisk
{
    private readonly Folder root = new();

    /// <summary>Steps (writes, flushes, names changed) until the power goes; null for never.</summary>
    public int? StepsLeft { get; set; }

    public SimulatedDisk(string stateFolder)
    {
        Folder at = root;
        foreach (string name in Parts(stateFolder))
        {
            Folder next = new();
            at.Live[name] = next;
            at.Flush();
            at = next;
        }
    }

    /// <summary>What is on the disk when the power is back. Without chance, all that was not flushed is gone.</summary>
    public void Restart(Random? chance)
    {
        StepsLeft = null;
        root.Restart(chance);
    }

    public IReadOnlyList<string> Folders(string path) => Find(path) is Folder folder
        ? [.. folder.Live.Where(pair => pair.Value is Folder).Select(pair => pair.Key).Order(StringComparer.Ordinal)]
        : [];

    public byte[]? Read(string path) => Find(path) is FileNode file ? [.. file.Live] : null;

    public ReadOnlyMemory<T> Map<T>(string path, int count)
        where T : unmanaged
    {
        FileNode file = Find(path) as FileNode ?? throw new FileNotFoundException("No such file.", path);
        T[] values = [.. MemoryMarshal.Cast<byte, T>(CollectionsMarshal.AsSpan(file.Live))];
        return values.Length >= count ? values.AsMemory(0, count) : throw new EndOfStreamException();
    }

    public ReadOnlyMemory<T> Copy<T>(string path, int count)
        where T : unmanaged => Map<T>(path, count);

    public void CreateFolder(string path)
    {
        (Folder parent, string name) = Place(path);
        if (parent.Live.TryAdd(name, new Folder()))
        {
            Step();
        }
    }

    public IDiskFile Open(string path, bool isEmptied)
    {
        (Folder parent, string name) = Place(path);
        if (!parent.Live.TryGetValue(name, out Node? node))
        {
            node = new FileNode();
            parent.Live[name] = node;
            Step();
        }

        FileNode file = (FileNode)node;
        if (isEmptied && file.Live.Count > 0)
        {
            file.Empty();
            Step();
        }

        return new OpenFile(this, file);
    }

    public void Rename(string from, string to)
    {
        (Folder parent, string name) = Place(from);
        (Folder other, string newName) = Place(to);
        other.Live[newName] = parent.Live[name];
        parent.Live.Remove(name);
        Step();
    }

    public void DeleteFolder(string path)
    {
        (Folder parent, string name) = Place(path);
        if (parent.Live.Remove(name))
        {
            Step();
        }
    }

    public void FlushFolder(string path)
    {
        ((Folder)Find(path)!).Flush();
        Step();
    }

    public IDisposable Lock(string path) => new MemoryStream();

    private void Step()
    {
        if (StepsLeft is { } steps)
        {
            StepsLeft = steps - 1;
            if (steps <= 1)
            {
                StepsLeft = 0;
                throw new PowerLossException();
            }
        }
    }

    private static string[] Parts(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private Node? Find(string path)
    {
        Node? at = root;
        foreach (string name in Parts(path))
        {
            at = at is Folder folder ? folder.Live.GetValueOrDefault(name) : null;
        }

        return at;
    }

    private (Folder Parent, string Name) Place(string path)
    {
        string[] parts = Parts(path);
        return ((Folder)Find(string.Join('/', parts[..^1]))!, parts[^1]);
    }

    private abstract class Node
    {
        public abstract void Restart(Random? chance);
    }

    private sealed class Folder : Node
    {
        public SortedDictionary<string, Node> Live { get; private set; } = new(StringComparer.Ordinal);

        private SortedDictionary<string, Node> durable = new(StringComparer.Ordinal);

        public void Flush() => durable = new SortedDictionary<string, Node>(Live, StringComparer.Ordinal);

        public override void Restart(Random? chance)
        {
            SortedDictionary<string, Node> left = new(StringComparer.Ordinal);
            foreach (string name in Live.Keys.Union(durable.Keys).Order(StringComparer.Ordinal))
            {
                bool isLive = chance is not null && chance.Next(2) == 0;
                if ((isLive ? Live : durable).GetValueOrDefault(name) is { } node)
                {
                    left[name] = node;
                }
            }

            (Live, durable) = (left, new SortedDictionary<string, Node>(left, StringComparer.Ordinal));
            foreach (Node node in left.Values)
            {
                node.Restart(chance);
            }
        }
    }

    private sealed class FileNode : Node
    {
        private readonly List<(long Offset, byte[]? Bytes)> pending = [];
        private byte[] durable = [];

        public List<byte> Live { get; private set; } = [];

        public void Write(ReadOnlySpan<byte> bytes, long offset)
        {
            pending.Add((offset, bytes.ToArray()));
            Apply(Live, offset, bytes);
        }

        public void Empty()
        {
            pending.Add((0, null));
            Live.Clear();
        }

        public void Flush()
        {
            durable = [.. Live];
            pending.Clear();
        }

        public override void Restart(Random? chance)
        {
            List<byte> left = [.. durable];
            (long Offset, byte[]? Bytes)[] writes = [.. pending];
            if (chance is not null)
            {
                chance.Shuffle(writes);
                foreach ((long offset, byte[]? bytes) in writes.Where(_ => chance.Next(3) > 0))
                {
                    if (bytes is null)
                    {
                        left.Clear();
                    }
                    else
                    {
                        bool isTorn = chance.Next(2) == 0;
                        Apply(left, offset, isTorn ? bytes.AsSpan(0, chance.Next(bytes.Length + 1)) : bytes);
                    }
                }
            }

            Live = left;
            Flush();
        }

        private static void Apply(List<byte> content, long offset, ReadOnlySpan<byte> bytes)
        {
            while (content.Count < offset + bytes.Length)
            {
                content.Add(0);
            }

            bytes.CopyTo(CollectionsMarshal.AsSpan(content)[(int)offset..]);
        }
    }

    private sealed class OpenFile(SimulatedDisk disk, FileNode file) : IDiskFile
    {
        public void Write(ReadOnlySpan<byte> bytes, long offset)
        {
            if (bytes.Length > 0)
            {
                file.Write(bytes, offset);
                disk.Step();
            }
        }

        public void Flush()
        {
            file.Flush();
            disk.Step();
        }

        public void Dispose()
        {
        }
    }
}
