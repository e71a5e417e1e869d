using System.Numerics;
using System.Runtime.CompilerServices;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Accounts;

/// <summary>
/// What is held of one symbol, folded from its fills, from flat to flat. Written once for both number types:
/// <c>double</c> in backtests, <c>decimal</c> in ledgers.
/// </summary>
public sealed class Position<T>
    where T : struct, INumber<T>
{
    private double singleEntryPrice;
    private double singleExitPrice;
    private int entryFills;
    private int exitFills;

    /// <summary>Base asset held now.</summary>
    public T Quantity { get; private set; }

    /// <summary>Base asset bought since flat.</summary>
    public T EntryQuantity { get; private set; }

    /// <summary>Σ quantity × price of the buys, quote currency.</summary>
    public T EntryNotional { get; private set; }

    public T EntryFees { get; private set; }

    /// <summary>Fees of every fill since flat, added in their order.</summary>
    public T Fees { get; private set; }

    /// <summary>What the buys took from cash: notional and fees.</summary>
    public T Cost { get; private set; }

    public T ExitQuantity { get; private set; }

    public T ExitNotional { get; private set; }

    /// <summary>Σ over exits in order of (quantity × price − fee) (contracts 4.12).</summary>
    public T Proceeds { get; private set; }

    public bool IsOpen
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Quantity > T.Zero;
    }

    /// <summary>Quantity-weighted price of the buys; exactly the fill's price while there is one.</summary>
    public double EntryPrice =>
        entryFills == 1 ? singleEntryPrice : double.CreateChecked(EntryNotional / EntryQuantity);

    /// <summary>Quantity-weighted price of the exits; exactly the fill's price while there is one.</summary>
    public double ExitPrice => exitFills == 1 ? singleExitPrice : double.CreateChecked(ExitNotional / ExitQuantity);

    /// <summary>What the trade made once flat: the exits' proceeds, then less the cost.</summary>
    public T Pnl
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Proceeds - Cost;
    }

    /// <summary>Adds a buy; returns what it takes from cash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Buy(in Fill<T> fill)
    {
        Guard.That(fill.Side == TradeSide.Buy && fill.Quantity > T.Zero && exitFills == 0);
        T price = T.CreateChecked(fill.Price);
        T cost = FillArithmetic.Cost(fill.Quantity, price, fill.Fee);
        singleEntryPrice = fill.Price;
        entryFills++;
        Quantity += fill.Quantity;
        EntryQuantity += fill.Quantity;
        EntryNotional += fill.Quantity * price;
        EntryFees += fill.Fee;
        Fees += fill.Fee;
        Cost += cost;
        return cost;
    }

    /// <summary>Takes a sale off; returns what it brings to cash. Never more than what is held.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Sell(in Fill<T> fill)
    {
        Guard.That(fill.Side == TradeSide.Sell && fill.Quantity > T.Zero && fill.Quantity <= Quantity);
        T price = T.CreateChecked(fill.Price);
        T proceeds = FillArithmetic.Proceeds(fill.Quantity, price, fill.Fee);
        singleExitPrice = fill.Price;
        exitFills++;
        Quantity -= fill.Quantity;
        ExitQuantity += fill.Quantity;
        ExitNotional += fill.Quantity * price;
        Fees += fill.Fee;
        Proceeds += proceeds;
        return proceeds;
    }

    /// <summary>Back to flat, ready for the next trade.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Clear()
    {
        Guard.That(Quantity == T.Zero);
        (EntryQuantity, EntryNotional, EntryFees, Cost) = (T.Zero, T.Zero, T.Zero, T.Zero);
        (ExitQuantity, ExitNotional, Fees, Proceeds) = (T.Zero, T.Zero, T.Zero, T.Zero);
        (entryFills, exitFills) = (0, 0);
    }
}
