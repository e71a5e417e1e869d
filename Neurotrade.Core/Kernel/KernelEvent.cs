using System.Collections.Immutable;
using Neurotrade.Core.Accounts;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Kernel;

/// <summary>All that can happen to the kernel. Everything uncertain is one of these.</summary>
public abstract record KernelEvent<T>
{
    private KernelEvent()
    {
    }

    /// <summary>A symbol's bar opens; positions may have been held for long enough.</summary>
    public sealed record BarOpened(int Symbol, int Bar, long Millis) : KernelEvent<T>;

    /// <summary>A time's candles close; one <see cref="BarClose"/> a symbol, in list order.</summary>
    public sealed record BarsClosed(long Millis, ImmutableArray<BarClose> Bars) : KernelEvent<T>;

    /// <summary>An order filled; <paramref name="Rest"/> of it is still working.</summary>
    public sealed record OrderFilled(Fill<T> Fill, T Rest) : KernelEvent<T>;

    /// <summary>A stop was reached where nothing could be sold; it works on at the next opens.</summary>
    public sealed record StopReached(int Symbol, int OrderId, FillReason Reason) : KernelEvent<T>;

    /// <summary>The venue gave up an entry, or its rest, because too little money is there for it.</summary>
    public sealed record EntryGivenUp(int Symbol, int OrderId) : KernelEvent<T>;
}
