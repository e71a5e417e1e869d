using Neurotrade.Core.Accounts;
using Neurotrade.Core.Market;
using Neurotrade.Core.Orders;

namespace Neurotrade.Core.Kernel;

/// <content>What the venue's answers do to the books.</content>
public sealed partial class TradingKernel<T>
{
    /// <summary>The id of a symbol's trade: the one under way, else the last.</summary>
    public int TradeIdOf(int symbol) => desks[symbol].TradeId;

    /// <summary>The open time of the bar of the entry's first fill, and the entry's tag, of a symbol's open trade.</summary>
    public (long EntryMillis, string Tag) OpenTradeOf(int symbol) => (desks[symbol].EntryMillis, desks[symbol].Tag);

    /// <summary>The state as values, to hold a replay against.</summary>
    public KernelSnapshot<T> Snapshot() => new(
        journal.LastNumber, Portfolio.Wallet.Cash, Portfolio.Wallet.Reserved, lastOrderId, lastTradeId,
        [.. desks.Select(static desk => new DeskSnapshot<T>(
            desk.Position.Quantity, desk.Position.Cost, desk.Position.Proceeds,
            desk.Position.IsOpen ? desk.Position.EntryPrice : 0, desk.Entry, desk.Exit, desk.TradeId))]);

    private void BookEntry(in Fill<T> fill, T rest)
    {
        SymbolDesk<T> desk = desks[fill.Symbol];
        Order<T>.Entry order = desk.Entry!;
        Guard.That(order.Id == fill.OrderId && desk.Exit is null);
        bool isFirst = !desk.Position.IsOpen;
        if (isFirst)
        {
            Open(desk, order, fill);
        }

        Portfolio.Apply(fill);
        if (rest == T.Zero)
        {
            ReleaseReserve(desk, order);
        }
        else
        {
            desk.Entry = order with
            {
                State = OrderLife.Fill(order.State, fill.Quantity, rest),
                UnfilledBudget = T.Max(order.Approved.Budget - desk.Position.Cost, T.Zero),
            };
        }

        double entryPrice = desk.Position.EntryPrice;
        if (ProtectionPlan.Of(strategy.Orders, entryPrice, desk.EntryAtr, desk.ProtectionOrderId) is { } plan)
        {
            effects.Add(new Effect<T>.Protect(fill.Symbol, plan));
        }
    }

    private void Open(SymbolDesk<T> desk, Order<T>.Entry order, in Fill<T> fill)
    {
        desk.TradeId = ++lastTradeId;
        (desk.EntryBar, desk.EntryMillis) = (fill.Bar, fill.Millis);
        (desk.EntryAtr, desk.Tag) = (order.Approved.Intent.Atr, order.Approved.Intent.Tag);
        desk.ProtectionOrderId = lastOrderId + 1;
        lastOrderId += ProtectionPlan.OrderCount(strategy.Orders);
    }

    private void BookExit(in Fill<T> fill, T rest)
    {
        SymbolDesk<T> desk = desks[fill.Symbol];
        DropEntry(desk);
        Portfolio.Apply(fill);
        if (desk.Position.IsOpen)
        {
            // A stop that could not sell all of it works on; a target that took its share leaves the rest guarded.
            if (rest > T.Zero)
            {
                desk.Exit = (desk.Exit ?? new Order<T>.Exit(fill.OrderId, fill.Symbol, fill.Reason)) with { HasFilled = true };
            }

            return;
        }

        Close(desk, fill);
    }

    private void Close(SymbolDesk<T> desk, in Fill<T> fill)
    {
        Position<T> position = desk.Position;
        ClosedTrade<T> trade = new(
            desk.TradeId, fill.Symbol, desk.EntryBar, desk.EntryMillis, position.EntryPrice, fill.Bar, fill.Millis,
            position.ExitPrice, position.EntryQuantity, position.Cost, position.Pnl,
            position.Fees, fill.Reason, desk.Tag);
        position.Clear();
        desk.Exit = null;
        desk.CooledDownAtBar = fill.Bar + strategy.Orders.CooldownBars;
        risk.Observe(trade);
        effects.Add(new Effect<T>.TradeClosed(trade));
    }

    private void GiveUpEntry(KernelEvent<T>.EntryGivenUp given)
    {
        SymbolDesk<T> desk = desks[given.Symbol];
        Guard.That(desk.Entry?.Id == given.OrderId);
        ReleaseReserve(desk, desk.Entry);
        if (!desk.Position.IsOpen)
        {
            effects.Add(new Effect<T>.EntryBelowMinimum(given.Symbol));
        }
    }

    private void ReleaseReserve(SymbolDesk<T> desk, Order<T>.Entry order)
    {
        desk.Entry = null;
        if (order.IsLimit)
        {
            HoldReserves();
        }
    }

    // Added anew in list order, so that it does not depend on which orders came and went before.
    private void HoldReserves()
    {
        T sum = T.Zero;
        foreach (SymbolDesk<T> desk in desks)
        {
            sum += desk.Entry?.Reserved ?? T.Zero;
        }

        Portfolio.Wallet.Hold(sum);
    }
}
