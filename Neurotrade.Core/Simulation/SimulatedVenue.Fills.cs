using Neurotrade.Core.Accounts;
using Neurotrade.Core.Kernel;
using Neurotrade.Core.Market;
using Neurotrade.Core.Orders;

namespace Neurotrade.Core.Simulation;

/// <content>What fills, how much of it, at which price and fee.</content>
internal sealed partial class SimulatedVenue<T>
{
    private void BuyAtMarket(int bar)
    {
        // contracts 4.18: a bar without volume fills nothing; the order is sized in the first that has some.
        double volume = bars.Volumes[bar];
        if (market.IsByVolume && volume == 0)
        {
            return;
        }

        Order<T>.Entry order = Entry!;
        double open = bars.Opens[bar];
        double worst = market.WorstBuyPrice(open);
        if (!isEntrySized)
        {
            entryRest = sizer.Quantity(order.Approved, worst, portfolio.Wallet.Free, costs.TakerFee);
            isEntrySized = true;
        }

        // contracts 4.18: the rest of an entry is capped by cash again; what there is no money for is given up.
        T wanted = Position.IsOpen ? T.Min(entryRest, Affordable(worst)) : entryRest;
        bool isCut = MarketImpact<T>.IsLess(wanted, entryRest);
        if ((isCut && sizer.IsUnderMinimum(symbol, wanted * T.CreateChecked(worst))) || wanted <= T.Zero)
        {
            GiveUp(order);
            return;
        }

        T taken = market.Taken(wanted, volume);
        T rest = wanted - taken;
        entryRest = rest;
        Book(bar, order.Id, TradeSide.Buy, market.BuyPrice(open, taken, volume), taken, Liquidity.Taker,
            FillReason.Entry, rest);
        Entry = rest == T.Zero ? null : Entry;
    }

    private T Affordable(double price)
    {
        T free = T.Max(portfolio.Wallet.Free, T.Zero);
        return FillArithmetic.Quantity(free, T.CreateChecked(price), T.CreateChecked(costs.TakerFee));
    }

    private void GiveUp(Order<T>.Entry order)
    {
        Entry = null;
        Version++;
        tell(new KernelEvent<T>.EntryGivenUp(symbol, order.Id));
    }

    private void BuyLimit(int bar, double price)
    {
        // contracts 4.18: a bar without volume fills nothing.
        if (market.IsByVolume && bars.Volumes[bar] == 0)
        {
            return;
        }

        Order<T>.Entry order = Entry!;
        Entry = null;
        Book(bar, order.Id, TradeSide.Buy, price, order.LimitQuantity, Liquidity.Maker, FillReason.Entry, T.Zero);
    }

    private void SellAtStop(int bar, double price, FillReason reason) =>
        Sell(bar, price, new Order<T>.Exit(Plan!.StopOrderId, symbol, reason));

    // Sells at market what is left of the position; what the bar does not take works on at the next open.
    private void Sell(int bar, double price, Order<T>.Exit order)
    {
        T held = Position.Quantity;
        double volume = bars.Volumes[bar];
        T taken = market.Taken(held, volume);
        bool isNew = Exit is null;
        Exit = order;
        Version++;
        if (taken > T.Zero)
        {
            Book(bar, order.Id, TradeSide.Sell, market.SellPrice(price, taken, volume), taken, Liquidity.Taker,
                order.Reason, held - taken);
        }
        else if (isNew)
        {
            tell(new KernelEvent<T>.StopReached(symbol, order.Id, order.Reason));
        }
    }

    // contracts 4.12: each target that the price reaches closes its share, at its level or at the open beyond it.
    private void SellAtTargets(int bar, double reached, double open)
    {
        if (market.IsByVolume && bars.Volumes[bar] == 0)
        {
            return;
        }

        while (Plan is { } plan && nextTarget < plan.Targets.Length && reached >= plan.Targets[nextTarget].Level)
        {
            ProtectionTarget target = plan.Targets[nextTarget];
            bool isLast = ++nextTarget == plan.Targets.Length;
            T share = T.CreateChecked(target.Share) * Position.EntryQuantity;
            T quantity = isLast ? Position.Quantity : T.Min(share, Position.Quantity);
            double price = double.IsNaN(open) ? target.Level : open;
            if (quantity > T.Zero)
            {
                Book(bar, target.OrderId, TradeSide.Sell, price, quantity, Liquidity.Maker, FillReason.TakeProfit,
                    T.Zero);
            }
        }
    }

    private void Book(
        int bar, int orderId, TradeSide side, double price, T quantity, Liquidity liquidity, FillReason reason, T rest)
    {
        Guard.That(double.IsFinite(price) && price > 0);
        double rate = liquidity == Liquidity.Maker ? costs.MakerFee : costs.TakerFee;
        T fee = FillArithmetic.Fee(quantity, T.CreateChecked(price), T.CreateChecked(rate));
        if (side == TradeSide.Buy && !Position.IsOpen)
        {
            EntryFill = (bar, bars.Times[bar]);
        }

        Version++;
        tell(new KernelEvent<T>.OrderFilled(
            new Fill<T>(symbol, orderId, bar, bars.Times[bar], side, price, quantity, fee, liquidity, reason), rest));
    }
}
