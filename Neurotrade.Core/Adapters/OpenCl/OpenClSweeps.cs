using System.Collections.Concurrent;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Adapters.OpenCl;

/// <summary>
/// Whole sweeps on an OpenCL device, a work-item a combination. The kernel is written from the strategy's own compiled
/// rules; combinations of one structure share one, and each is built once.
/// </summary>
public sealed class OpenClSweeps : IComputeDevice, IDisposable
{
    private readonly OpenClDevice device;
    private readonly WalkRoom room;
    private readonly OpenClQueue queue;
    private readonly bool ownsQueue;
    private readonly Dictionary<string, OpenClKernel> kernels = new(StringComparer.Ordinal);

    private OpenClSweeps(OpenClDevice device, OpenClQueue queue, bool ownsQueue, SweepPrecision precision, WalkRoom room) =>
        (this.device, this.queue, this.ownsQueue, Precision, this.room) = (device, queue, ownsQueue, precision, room);

    /// <summary>Opens a device. Used by one thread at a time.</summary>
    /// <exception cref="OpenClException">It cannot be opened.</exception>
    public static OpenClSweeps Open(OpenClDevice device, SweepPrecision precision) =>
        new(device, OpenClQueue.Open(device), true, precision, WalkRoom.Of(device));

    /// <summary>The same on a device that is open and stays so, with another room, which changes nothing in the rows.</summary>
    internal static OpenClSweeps Over(OpenClQueue queue, OpenClDevice device, SweepPrecision precision, WalkRoom room) =>
        new(device, queue, false, precision, room);

    public string Name => device.Name;

    public SweepPrecision Precision { get; }

    /// <summary>How many kernels were built so far.</summary>
    public int KernelsBuilt => kernels.Count;

    public string? Refusal(BacktestInput backtest)
    {
        Strategy strategy = backtest.Strategy;
        RiskLimits risk = strategy.Risk;
        return Precision == SweepPrecision.Doubles && !device.HasDoubles ? $"{device.Name} has no doubles"
            : backtest.Symbols.Length > 1 ? "the strategy has several symbols, which share one wallet"
            : backtest.Symbols[0].Detail is not null ? "the strategy asks for finer candles (detail)"
            : backtest.Rules is not null ? "quantities are rounded to the lots of --rules"
            : strategy.Costs.Slippage is not SlippageModel.Ratio ? "slippage depends on the volume"
            : risk.MaxDrawdown is not null || risk.MaxDailyLoss is not null ? "the strategy limits its losses"
            : !risk.Protections.IsEmpty ? "the strategy has a stop-loss guard"
            : FusedRuns.Covers(backtest) ? null : "the strategy asks for what only the processor does";
    }

    public double[][] FiguresOf(SweepBatch batch, Action<int> advance, CancellationToken cancellation)
    {
        // The text of one structure is long, and kept once.
        ConcurrentDictionary<string, string> texts = new(StringComparer.Ordinal);
        (string Text, KernelNumbers Numbers)[] drafts = new (string, KernelNumbers)[batch.Strategies.Length];
        Parallel.For(0, drafts.Length, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            (string text, KernelNumbers numbers) = KernelText.Of(batch.Strategies[i], Precision == SweepPrecision.Singles);
            drafts[i] = (texts.GetOrAdd(text, text), numbers);
        });
        double[][] figures = new double[drafts.Length][];
        int done = 0;
        void Run(OpenClKernel kernel, int[] some)
        {
            WalkMember[] members = [.. some.Select(i => new WalkMember(batch.Strategies[i], drafts[i].Numbers))];
            WalkColumns columns = new(batch, members);
            if (some.Length > 1 && !room.Holds(columns))
            {
                Run(kernel, some[..(some.Length / 2)]);
                Run(kernel, some[(some.Length / 2)..]);
                return;
            }

            using WalkRun run = new(queue, kernel, room, batch, columns, members, Precision);
            double[][] found = run.Run(share => advance(done + (int)(share * some.Length)), cancellation);
            for (int i = 0; i < some.Length; i++)
            {
                figures[some[i]] = found[i];
            }

            done += some.Length;
        }

        IEnumerable<int> all = Enumerable.Range(0, drafts.Length);
        foreach (IGrouping<string, int> alike in all.GroupBy(i => drafts[i].Text, StringComparer.Ordinal))
        {
            OpenClKernel kernel = KernelOf(alike.Key);
            int together = room.Members(batch.Data, alike.Select(i => drafts[i].Numbers));
            foreach (int[] some in alike.Chunk(together))
            {
                Run(kernel, some);
            }
        }

        return figures;
    }

    public void Dispose()
    {
        foreach (OpenClKernel kernel in kernels.Values)
        {
            kernel.Dispose();
        }

        if (ownsQueue)
        {
            queue.Dispose();
        }
    }

    private OpenClKernel KernelOf(string text)
    {
        if (!kernels.TryGetValue(text, out OpenClKernel? kernel))
        {
            kernel = queue.Build(text, KernelText.Name, room.IsQuick);
            kernels.Add(text, kernel);
        }

        return kernel;
    }
}

/// <summary>One combination and its numbers.</summary>
internal sealed record WalkMember(Strategy Strategy, KernelNumbers Numbers);
