using Neurotrade.Core.Research.Sweeps;

namespace Neurotrade.Benchmarks.Suite;

/// <summary>The most memory that a sweep has in use, the data and what was there before left out.</summary>
internal sealed class SweepMemory : IProgress<SweepProgress>
{
    private readonly long before = GC.GetTotalMemory(forceFullCollection: true);
    private long most;

    /// <summary>In megabytes of a million bytes, garbage not yet collected included.</summary>
    public double Megabytes => Math.Max(0, most - before) / 1e6;

    public void Report(SweepProgress value)
    {
        long now = GC.GetTotalMemory(forceFullCollection: false);
        long known = Interlocked.Read(ref most);
        while (now > known)
        {
            long found = Interlocked.CompareExchange(ref most, now, known);
            known = found == known ? now : found;
        }
    }
}
