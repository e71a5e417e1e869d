using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Neurotrade.Core.Research.Sweeps;

/// <summary>
/// Sorts the rows of a part by an objective in bounded memory: keys in sorted runs, then merged. Each key holds the place
/// of its row in the part.
/// </summary>
public static class SweepSort
{
    /// <summary>Keys that are sorted in memory at once, 3 MB of them.</summary>
    public const int KeysOfRun = 1 << 17;

    private const int KeysOfPiece = 1024;

    /// <summary>Keys best first, as they are asked for.</summary>
    /// <param name="part">Whose rows.</param>
    /// <param name="objective">What they are sorted by.</param>
    /// <param name="scratch">Opens room for sorted runs, where more than one is needed; disposed at the end.</param>
    /// <param name="keysOfRun">Keys that are sorted in memory at once; changes nothing in the order.</param>
    public static IEnumerable<SweepKey> Sorted(
        SweepPart part, SweepObjective objective, Func<Stream> scratch, int keysOfRun = KeysOfRun)
    {
        if (part.Count <= keysOfRun)
        {
            return Run(part, objective, 0, part.Count);
        }

        return Merged(part, objective, scratch, keysOfRun);
    }

    private static SweepKey[] Run(SweepPart part, SweepObjective objective, int from, int count)
    {
        SweepKey[] keys = new SweepKey[count];
        for (int i = 0; i < keys.Length; i++)
        {
            SweepRow row = part.Read(from + i);
            keys[i] = new SweepKey(objective.Of(row.Figures), row.Combination, from + i);
        }

        Array.Sort(keys, SweepKey.Compare);
        return keys;
    }

    private static IEnumerable<SweepKey> Merged(
        SweepPart part, SweepObjective objective, Func<Stream> scratch, int keysOfRun)
    {
        using Stream stream = scratch();
        List<SortedRun> runs = [];
        for (int from = 0; from < part.Count; from += keysOfRun)
        {
            SweepKey[] keys = Run(part, objective, from, Math.Min(keysOfRun, part.Count - from));
            runs.Add(new SortedRun(stream, stream.Position, keys.Length));
            stream.Write(MemoryMarshal.AsBytes<SweepKey>(keys));
        }

        // No two keys are equal, so the order of the runs does not matter.
        PriorityQueue<SortedRun, SweepKey> next = new(Comparer<SweepKey>.Create(SweepKey.Compare));
        foreach (SortedRun run in runs.Where(run => run.MoveNext()))
        {
            next.Enqueue(run, run.Current);
        }

        while (next.TryPeek(out SortedRun? run, out SweepKey key))
        {
            yield return key;
            if (run.MoveNext())
            {
                next.DequeueEnqueue(run, run.Current);
            }
            else
            {
                next.Dequeue();
            }
        }
    }

    // A run in the scratch stream, read a piece at a time.
    private sealed class SortedRun(Stream stream, long position, int count)
    {
        private SweepKey[] piece = [];
        private int read;
        private int at;

        public SweepKey Current { get; private set; }

        public bool MoveNext()
        {
            if (at == piece.Length && !ReadPiece())
            {
                return false;
            }

            Current = piece[at++];
            return true;
        }

        private bool ReadPiece()
        {
            int length = Math.Min(KeysOfPiece, count - read);
            if (length == 0)
            {
                return false;
            }

            piece = piece.Length == length ? piece : new SweepKey[length];
            stream.Position = position + ((long)read * Unsafe.SizeOf<SweepKey>());
            stream.ReadExactly(MemoryMarshal.AsBytes(piece.AsSpan()));
            (read, at) = (read + length, 0);
            return true;
        }
    }
}
