using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Adapters.OpenCl;

/// <summary>What each walk carries from bar to bar, in the device's memory; the same item of all walks lies together.</summary>
internal sealed class WalkState : IDisposable
{
    private readonly OpenClQueue queue;
    private readonly int stride;
    private readonly Reals reals;
    private readonly int[] integers;
    private readonly long[] longs;

    /// <summary>Walks at the first bar.</summary>
    public WalkState(OpenClQueue queue, SweepData data, IReadOnlyList<WalkMember> members, int stride, bool isSingle)
    {
        (this.queue, this.stride) = (queue, stride);
        KernelNumbers first = members[0].Numbers;
        reals = new Reals(KernelText.RealStates(members[0].Strategy.Orders.TakeProfits.Length) * stride, isSingle);
        integers = new int[KernelText.IntStates(first) * stride];
        longs = new long[KernelText.LongStates * stride];
        for (int i = 0; i < members.Count; i++)
        {
            Begin(i, data, members[i].Strategy);
        }

        int memory = KernelText.IntStates(first) - first.Memory.Length;
        for (int i = 0; i < first.Memory.Length; i++)
        {
            integers.AsSpan((memory + i) * stride, stride).Fill(first.Memory[i].Start);
        }

        Reals = queue.Holding<byte>(reals.Bytes);
        Integers = queue.Holding<int>(integers);
        Longs = queue.Holding<long>(longs);
        Rings = new WalkRings(queue, members, stride, reals.Width);
    }

    public OpenClBuffer Reals { get; }

    public OpenClBuffer Integers { get; }

    public OpenClBuffer Longs { get; }

    /// <summary>What steps read of the past.</summary>
    public WalkRings Rings { get; }

    /// <summary>Each walk's next bar, and how many trades it closed in the last run; valid until the next call.</summary>
    public (int[] Bars, int[] Closed) Place()
    {
        Span<int> place = integers.AsSpan(0, 2 * stride);
        queue.Read(Integers, 0, place);
        return (place[..stride].ToArray(), place[stride..].ToArray());
    }

    /// <summary>Fetches everything.</summary>
    public void Read()
    {
        queue.Read(Reals, 0, reals.Bytes);
        queue.Read<int>(Integers, 0, integers);
        queue.Read<long>(Longs, 0, longs);
    }

    /// <summary>A number of a walk, as last fetched.</summary>
    public double Of(int member, RealState what) => reals[((int)what * stride) + member];

    /// <summary>A whole number of a walk.</summary>
    public int Of(int member, IntState what) => integers[((int)what * stride) + member];

    /// <summary>A time of a walk.</summary>
    public long Of(int member, LongState what) => longs[((int)what * stride) + member];

    public void Dispose()
    {
        Reals.Dispose();
        Integers.Dispose();
        Longs.Dispose();
        Rings.Dispose();
    }

    private void Begin(int member, SweepData data, Strategy strategy)
    {
        foreach (RealState what in (RealState[])[RealState.Cash, RealState.Peak, RealState.Trough, RealState.Final])
        {
            reals[((int)what * stride) + member] = strategy.Capital;
        }

        // Before the first close the peak is the capital, at the first bar's open.
        longs[((int)LongState.PeakMillis * stride) + member] = data.Count == 0 ? 0 : data.Bars.Times[data.First];
    }
}
