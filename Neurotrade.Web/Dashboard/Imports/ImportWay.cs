using Neurotrade.Core.Ingestion;

namespace Neurotrade.Web.Dashboard.Imports;

/// <summary>A file that arrives or is read just now: how far it is, and how it is stopped.</summary>
internal sealed class ImportWay(CancellationTokenSource cancel, ChangeSignal changes) : IProgress<ReadingProgress>
{
    private Reading? read;
    private double share;

    public CancellationTokenSource Cancel { get; } = cancel;

    /// <summary>0 to 1 of what it does now.</summary>
    public double Share => Volatile.Read(ref share);

    /// <summary>Null while nothing of it is read.</summary>
    public ReadingProgress? Read => Volatile.Read(ref read)?.Progress;

    /// <summary>It has come so far, 0 to 1.</summary>
    public void Report(double value)
    {
        Volatile.Write(ref share, value);
        changes.Raise();
    }

    public void Report(ReadingProgress value)
    {
        Volatile.Write(ref read, new Reading(value));
        Report((double)value.Bytes / Math.Max(1, value.AllBytes));
    }

    // Whoever lists sees one report, not parts of two.
    private sealed record Reading(ReadingProgress Progress);
}
