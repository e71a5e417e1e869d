using System.Collections.Immutable;
using System.Numerics;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Kernel;

/// <summary>Restart: the same path as a cold start, over the events of a journal, with the effects dropped.</summary>
public static class Replay
{
    /// <summary>A kernel as it stood after those events.</summary>
    /// <param name="strategy">The strategy of the journal.</param>
    /// <param name="instruments">One a symbol in list order; empty where none were known.</param>
    /// <param name="entries">The journal, from event 1 on without a gap.</param>
    /// <param name="journal">Takes the events again, as the kernel's own journal.</param>
    public static TradingKernel<T> Of<T>(
        Strategy strategy,
        ImmutableArray<Instrument> instruments,
        IEnumerable<JournalEntry<T>> entries,
        Journal<T> journal)
        where T : struct, INumber<T>
    {
        TradingKernel<T> kernel = new(strategy, instruments, journal);
        foreach (JournalEntry<T> entry in entries)
        {
            kernel.Step(entry.Event);
            Guard.That(journal.LastNumber == entry.Number);
        }

        return kernel;
    }
}
