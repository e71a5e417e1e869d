using System.Numerics;
using Neurotrade.Core.Accounts;

namespace Neurotrade.Core.Risk;

/// <summary>How an entry's quantity is found from the price at which it fills.</summary>
public abstract record EntrySize<T>
    where T : struct, INumber<T>
{
    private EntrySize()
    {
    }

    /// <summary>The quantity at a price, fee included, with at most <paramref name="cap"/> of quote currency.</summary>
    public abstract T Quantity(T price, T cap, T feeRate);

    /// <summary>What it is expected to spend at a price, fee left out for a size by risk (contracts 4.21).</summary>
    public abstract T BudgetAt(T price);

    /// <summary>An amount of quote currency (contracts 4.2).</summary>
    public sealed record Spend(T Budget) : EntrySize<T>
    {
        public override T Quantity(T price, T cap, T feeRate) =>
            FillArithmetic.Quantity(T.Min(Budget, cap), price, feeRate);

        public override T BudgetAt(T price) => Budget;
    }

    /// <summary>
    /// So much that a fall by the distance loses <paramref name="Amount"/>; the distance is a fraction of the fill
    /// price or an amount of it (contracts 4.15).
    /// </summary>
    public sealed record Lose(T Amount, T Distance, bool IsFraction) : EntrySize<T>
    {
        /// <summary>How far the price must fall, quote currency.</summary>
        public T DistanceAt(T price) => IsFraction ? Distance * price : Distance;

        public override T Quantity(T price, T cap, T feeRate) =>
            T.Min(Amount / DistanceAt(price), FillArithmetic.Quantity(cap, price, feeRate));

        public override T BudgetAt(T price) => Amount / DistanceAt(price) * price;
    }
}
