using System.Collections.Immutable;
using System.Numerics;

namespace Neurotrade.Core.Kernel;

/// <summary>
/// The numbered record of all that happened, written before it is handled. A journal that keeps nothing still numbers:
/// quick backtests use it.
/// </summary>
public sealed class Journal<T>(bool keeps)
    where T : struct, INumber<T>
{
    private readonly List<JournalEntry<T>> entries = [];

    /// <summary>What is kept, in order of number.</summary>
    public IReadOnlyList<JournalEntry<T>> Entries => entries;

    /// <summary>The number of the last event; 0 before the first.</summary>
    public long LastNumber { get; private set; }

    /// <summary>Numbers an event and keeps it.</summary>
    public void Append(KernelEvent<T> happened)
    {
        LastNumber++;
        if (keeps)
        {
            entries.Add(new JournalEntry<T>(LastNumber, happened, []));
        }
    }

    /// <summary>Keeps what the last event led to; replay does not need it, people do.</summary>
    public void AppendEffects(List<Effect<T>> effects)
    {
        if (keeps && effects.Count > 0)
        {
            entries[^1] = entries[^1] with { Effects = [.. effects] };
        }
    }
}

/// <summary>An event, its number from 1, and the effects that it had.</summary>
public readonly record struct JournalEntry<T>(long Number, KernelEvent<T> Event, ImmutableArray<Effect<T>> Effects)
    where T : struct, INumber<T>;
