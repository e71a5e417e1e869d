using Neurotrade.Core.Ingestion;

namespace Neurotrade.Core.Adapters.Files;

/// <summary>Adds up what is read of several files, for whoever watches.</summary>
internal sealed class ReadingMeter(IProgress<ReadingProgress>? watcher, long allBytes)
{
    private long bytesBefore;
    private long rowsBefore;

    /// <summary>What a reader calls with its rows so far; null where nobody watches.</summary>
    /// <param name="bytes">How many bytes of the present file are read.</param>
    public Action<long>? Follow(Func<long> bytes) => watcher is null ? null : rows => Tell(bytesBefore + bytes(), rowsBefore + rows);

    /// <summary>A file, or an archive's entry, is read to its end.</summary>
    public void End(long bytes, CandleRows rows)
    {
        bytesBefore += bytes;
        rowsBefore += rows.Count + rows.RefusedRows;
        Tell(bytesBefore, rowsBefore);
    }

    // A file may have grown since it was measured.
    private void Tell(long bytes, long rows) => watcher?.Report(new ReadingProgress(Math.Min(bytes, allBytes), allBytes, rows));
}
