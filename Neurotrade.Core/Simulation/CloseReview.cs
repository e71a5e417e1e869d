using System.Collections.Immutable;
using System.Numerics;
using Neurotrade.Core.Kernel;

namespace Neurotrade.Core.Simulation;

/// <summary>One symbol at one close, as the kernel saw it when the run was made.</summary>
/// <param name="Entry">An entry held against everything that stands before it, whether or not its rule was true.</param>
/// <param name="Levels">What its bar was held against; null where nothing was guarded and no entry rested.</param>
/// <param name="Effects">What the close asked of the symbol's exchange: orders placed and taken back.</param>
/// <param name="IsGivenUp">Whether the entry that was working was given up at the next open for want of money.</param>
public sealed record CloseReview<T>(
    EntryReview<T> Entry, LevelStep? Levels, ImmutableArray<Effect<T>> Effects, bool IsGivenUp)
    where T : struct, INumber<T>;

/// <summary>Listens to what one close of a walk comes to.</summary>
internal sealed class CloseWatch<T>(int symbol, long millis)
    where T : struct, INumber<T>
{
    public ImmutableArray<Effect<T>> AtClose { get; private set; } = [];

    public bool IsGivenUp { get; private set; }

    public void Take(KernelEvent<T> happened, ReadOnlySpan<Effect<T>> effects)
    {
        if (happened is KernelEvent<T>.BarsClosed closed && closed.Millis == millis)
        {
            AtClose = [.. effects.ToArray().Where(effect => effect.SymbolConcerned == symbol)];
            IsGivenUp = false;
        }

        IsGivenUp |= happened is KernelEvent<T>.EntryGivenUp given && given.Symbol == symbol;
    }
}
