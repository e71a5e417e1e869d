using System.Numerics;
using Neurotrade.Core.Accounts;
using Neurotrade.Core.Orders;
using Neurotrade.Core.Risk;

namespace Neurotrade.Core.Kernel;

/// <summary>All that the kernel asks for or tells. Replay makes them again and drops them.</summary>
public abstract record Effect<T>
    where T : struct, INumber<T>
{
    private Effect()
    {
    }

    /// <summary>The symbol whose venue has to do something; null where nobody has.</summary>
    public int? SymbolConcerned => this switch
    {
        PlaceEntry place => place.Order.Symbol,
        DropEntry drop => drop.Order.Symbol,
        PlaceExit exit => exit.Order.Symbol,
        Protect protect => protect.Symbol,
        TradeClosed closed => closed.Trade.Symbol,
        _ => null,
    };

    /// <summary>An entry is to be placed.</summary>
    public sealed record PlaceEntry(Order<T>.Entry Order) : Effect<T>;

    /// <summary>An entry, or the rest of one, is taken back or has expired; the order carries its last state.</summary>
    public sealed record DropEntry(Order<T>.Entry Order) : Effect<T>;

    /// <summary>A position is to be sold at the next open, or at this one when it opens now.</summary>
    public sealed record PlaceExit(Order<T>.Exit Order) : Effect<T>;

    /// <summary>A position is to be guarded by these levels, in place of earlier ones.</summary>
    public sealed record Protect(int Symbol, ProtectionPlan Plan) : Effect<T>;

    /// <summary>A position is flat again.</summary>
    public sealed record TradeClosed(ClosedTrade<T> Trade) : Effect<T>;

    /// <summary>A risk rule refused an entry.</summary>
    public sealed record EntryRefused(Ruling<T>.Refused Refusal) : Effect<T>;

    /// <summary>An entry was not placed because the average true range was missing or not above 0.</summary>
    public sealed record EntryWithoutAtr(int Symbol) : Effect<T>;

    /// <summary>An entry was not placed because it lay under the minimum.</summary>
    public sealed record EntryBelowMinimum(int Symbol) : Effect<T>;
}
