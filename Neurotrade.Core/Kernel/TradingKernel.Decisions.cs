using Neurotrade.Core.Accounts;
using Neurotrade.Core.Market;
using Neurotrade.Core.Orders;
using Neurotrade.Core.Risk;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Kernel;

/// <content>What is decided at opens and closes.</content>
public sealed partial class TradingKernel<T>
{
    // contracts 4.13
    private void LeaveWhenHeldLongEnough(KernelEvent<T>.BarOpened opened)
    {
        SymbolDesk<T> desk = desks[opened.Symbol];
        if (!desk.Position.IsOpen || desk.Exit is not null)
        {
            return;
        }

        bool isLongEnough = strategy.Orders.MaxHolding switch
        {
            TimeSpanOrBars.Bars bars => opened.Bar - desk.EntryBar >= bars.Count,
            TimeSpanOrBars.Time time => opened.Millis - desk.EntryMillis >= time.Millis,
            _ => false,
        };
        if (isLongEnough)
        {
            Leave(opened.Symbol, FillReason.MaxHolding);
        }
    }

    // contracts 4.21: a halt or lock that begins here drops entries not yet filled; flattening sells at the next open.
    private void HoldAgainstRisk(in AccountAtClose<T> account)
    {
        RiskAction action = risk.AtClose(account);
        for (int i = 0; action != RiskAction.None && i < desks.Length; i++)
        {
            DropEntry(desks[i]);
            if (action == RiskAction.DropEntriesAndFlatten && desks[i].Position.IsOpen)
            {
                Leave(i, FillReason.Risk);
            }
        }
    }

    // contracts 4.14: before the exit and entry rules, so the same close may place a new one.
    private void ExpireEntries(ReadOnlySpan<BarClose> bars)
    {
        for (int i = 0; i < bars.Length; i++)
        {
            if (bars[i].IsNew && desks[i].Entry is { } entry && bars[i].Bar >= entry.Approved.Intent.ExpiresAtBar)
            {
                EndEntry(desks[i], entry with { State = OrderLife.Expire(entry.State) });
            }
        }
    }

    // contracts 4.4, 4.14: leave, or cancel an order that has not opened a position yet.
    private void LeaveOnSignal(ReadOnlySpan<BarClose> bars)
    {
        for (int i = 0; i < bars.Length; i++)
        {
            if (!bars[i].IsNew || !bars[i].ExitIsTrue)
            {
                continue;
            }

            DropEntry(desks[i]);
            if (desks[i].Position.IsOpen && desks[i].Exit is null)
            {
                Leave(i, FillReason.Signal);
            }
        }
    }

    private void EnterOnSignal(int symbol, in BarClose bar, in AccountAtClose<T> account)
    {
        switch (Judge(symbol, bar, account))
        {
            case EntryOutcome<T>.Allowed allowed:
                Place(desks[symbol], allowed);
                break;
            case EntryOutcome<T>.Refused refused:
                effects.Add(new Effect<T>.EntryRefused(refused.Ruling));
                break;
            case EntryOutcome<T>.BelowMinimum:
                effects.Add(new Effect<T>.EntryBelowMinimum(symbol));
                break;
            case EntryOutcome<T>.WithoutAtr:
                effects.Add(new Effect<T>.EntryWithoutAtr(symbol));
                break;
        }
    }

    // Changes nothing, so that it can also be asked about entries that nobody makes.
    private EntryOutcome<T> Judge(int symbol, in BarClose bar, in AccountAtClose<T> account)
    {
        SymbolDesk<T> desk = desks[symbol];
        if (desk.IsTaken)
        {
            return EntryOutcome<T>.Taken.Here;
        }

        if (bar.Bar < desk.CooledDownAtBar)
        {
            return new EntryOutcome<T>.CoolingDown(desk.CooledDownAtBar);
        }

        if (LacksAtr(bar))
        {
            return EntryOutcome<T>.WithoutAtr.Here;
        }

        return risk.Review(IntentOf(symbol, bar, account.Equity), account) switch
        {
            Ruling<T>.Approved approved => Sized(approved.Order),
            Ruling<T>.Refused refused => new EntryOutcome<T>.Refused(refused),
            _ => throw new BrokenPromiseException(nameof(Ruling<T>)),
        };
    }

    private bool LacksAtr(in BarClose bar) => needsAtr && !(bar.Atr > 0 && double.IsFinite(bar.Atr));

    private EntryReview<T> ReviewOf(int symbol, in BarClose bar, in AccountAtClose<T> account)
    {
        EntryIntent<T>? intent = LacksAtr(bar) ? null : IntentOf(symbol, bar, account.Equity);
        return new EntryReview<T>(
            account, intent, risk.Explain(intent?.Budget ?? T.Zero, account), Judge(symbol, bar, account));
    }

    private EntryIntent<T> IntentOf(int symbol, in BarClose bar, T equity)
    {
        EntryPlan.AtLimit? limit = strategy.Orders.Entry as EntryPlan.AtLimit;
        double? limitPrice = limit is null ? null : bar.Close * (1 - limit.Offset);
        EntrySize<T> size = sizer.SizeOf(equity, bar.Atr);
        T budget = size.BudgetAt(T.CreateChecked(limitPrice ?? bar.Close));
        int? expiresAtBar = bar.Bar + limit?.ExpiresBars;
        return new EntryIntent<T>(symbol, size, budget, limitPrice, expiresAtBar, bar.Bar, bar.Atr, bar.Tag);
    }

    private EntryOutcome<T> Sized(ApprovedOrder<T> approved)
    {
        if (sizer.IsUnderMinimum(approved.Intent.Symbol, approved.Budget))
        {
            return new EntryOutcome<T>.BelowMinimum(approved.Budget);
        }

        if (approved.Intent.LimitPrice is not { } limit)
        {
            return new EntryOutcome<T>.Allowed(approved, T.Zero, T.Zero);
        }

        T quantity = sizer.Quantity(approved, limit, Portfolio.Wallet.Free, strategy.Costs.MakerFee);
        if (quantity == T.Zero)
        {
            return new EntryOutcome<T>.BelowMinimum(approved.Budget);
        }

        T price = T.CreateChecked(limit);
        T fee = FillArithmetic.Fee(quantity, price, T.CreateChecked(strategy.Costs.MakerFee));
        return new EntryOutcome<T>.Allowed(approved, quantity, FillArithmetic.Cost(quantity, price, fee));
    }

    private void Place(SymbolDesk<T> desk, EntryOutcome<T>.Allowed allowed)
    {
        desk.Entry = new Order<T>.Entry(++lastOrderId, allowed.Order)
        {
            LimitQuantity = allowed.LimitQuantity,
            Reserved = allowed.Reserved,
        };
        HoldReserves();
        effects.Add(new Effect<T>.PlaceEntry(desk.Entry));
    }

    // A stronger reason takes over an exit that works already, unless part of it has filled.
    private void Leave(int symbol, FillReason reason)
    {
        SymbolDesk<T> desk = desks[symbol];
        DropEntry(desk);
        if (desk.Exit is { HasFilled: true })
        {
            return;
        }

        desk.Exit = desk.Exit is null
            ? new Order<T>.Exit(++lastOrderId, symbol, reason)
            : desk.Exit with { Reason = reason };
        effects.Add(new Effect<T>.PlaceExit(desk.Exit));
    }

    private void DropEntry(SymbolDesk<T> desk)
    {
        if (desk.Entry is { } entry)
        {
            EndEntry(desk, entry with { State = OrderLife.Cancel(entry.State) });
        }
    }

    private void EndEntry(SymbolDesk<T> desk, Order<T>.Entry ended)
    {
        ReleaseReserve(desk, ended);
        effects.Add(new Effect<T>.DropEntry(ended));
    }
}
