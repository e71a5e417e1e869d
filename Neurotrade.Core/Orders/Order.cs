using System.Numerics;
using Neurotrade.Core.Market;
using Neurotrade.Core.Risk;

namespace Neurotrade.Core.Orders;

/// <summary>An order and where it stands: an entry that the risk check approved, or an exit, which needs no leave.</summary>
/// <param name="Id">Counts orders from 1.</param>
/// <param name="Symbol">Index in the strategy's list.</param>
public abstract record Order<T>(int Id, int Symbol)
    where T : struct, INumber<T>
{
    /// <summary>Buys. A limit's quantity is fixed when it is placed, and its cash reserved (contracts 4.14).</summary>
    public sealed record Entry(int Id, ApprovedOrder<T> Approved) : Order<T>(Id, Approved.Intent.Symbol)
    {
        private static readonly OrderState<T> Beginning = new OrderState<T>.Intended();

        public OrderState<T> State { get; init; } = Beginning;

        /// <summary>Base asset; 0 at market, where the fill price decides.</summary>
        public T LimitQuantity { get; init; }

        /// <summary>Quote currency held back; 0 at market.</summary>
        public T Reserved { get; init; }

        /// <summary>The part of its budget that is not spent yet (contracts 4.21).</summary>
        public T UnfilledBudget { get; init; } = Approved.Budget;

        public bool IsLimit => Approved.Intent.LimitPrice is not null;
    }

    /// <summary>Sells at market all that is held.</summary>
    public sealed record Exit(int Id, int Symbol, FillReason Reason) : Order<T>(Id, Symbol)
    {
        /// <summary>Whether part of it is sold: its reason stays then.</summary>
        public bool HasFilled { get; init; }
    }
}
