using Neurotrade.Core.Accounts;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Simulation;

/// <content>What fills, at which price and fee; as <see cref="SimulatedVenue{T}"/> has it.</content>
internal ref partial struct FusedWalk<TLedger>
{
    private void Buy(
        int bar, int signalBar, int orderId, double price, double quantity, Liquidity liquidity, double atr)
    {
        Fill<double> fill = FillOf(bar, orderId, TradeSide.Buy, price, quantity, liquidity, FillReason.Entry);
        Hold(bar);
        trade = new FusedTrade(++lastTradeId, signalBar, bar, bars.Times[bar]);
        protectionOrderId = lastOrderId + 1;
        lastOrderId += levels.OrderCount;
        wallet.Pay(position.Buy(fill));
        ledger.Fill(fill, trade.Id);
        if (levels.OrderCount > 0)
        {
            levels.Begin(position.EntryPrice, atr);
        }
    }

    private void SellAll(int bar, double price, FillReason reason, int orderId) => Sell(
        bar, orderId, FillArithmetic.SellPrice(price, slippage), position.Quantity, Liquidity.Taker, reason);

    private void Sell(int bar, int orderId, double price, double quantity, Liquidity liquidity, FillReason reason)
    {
        Fill<double> fill = FillOf(bar, orderId, TradeSide.Sell, price, quantity, liquidity, reason);
        Hold(bar);
        wallet.Receive(position.Sell(fill));
        ledger.Fill(fill, trade.Id);
        if (!position.IsOpen)
        {
            ledger.Close(position, trade, fill);
            position.Clear();
            cooledDownAtBar = bar + orders.CooldownBars;
        }
    }

    private Fill<double> FillOf(
        int bar, int orderId, TradeSide side, double price, double quantity, Liquidity liquidity, FillReason reason)
    {
        Guard.That(double.IsFinite(price) && price > 0);
        double rate = liquidity == Liquidity.Maker ? costs.MakerFee : costs.TakerFee;
        double fee = FillArithmetic.Fee(quantity, price, rate);
        return new Fill<double>(0, orderId, bar, bars.Times[bar], side, price, quantity, fee, liquidity, reason);
    }

    // What was held at the closes before a bar in which something fills.
    private void Hold(int bar)
    {
        if (bar > filled)
        {
            ledger.Hold(filled - first, bars.Closes[filled..bar], wallet.Cash, position.Quantity);
            filled = bar;
        }
    }

    // Levels beyond which a bar opens (contracts 4.5); true where the position is closed.
    private bool HoldOpen(int bar)
    {
        double open = bars.Opens[bar];
        (double stop, FillReason reason) = HighestStop();
        if (open <= stop)
        {
            SellAll(bar, open, reason, protectionOrderId);
        }
        else
        {
            SellAtTargets(bar, open, open);
        }

        return !position.IsOpen;
    }

    // A bar's range against the levels; true where the position is closed.
    private bool HoldRange(int bar, bool fillsInside)
    {
        // contracts 4.14: in the bar of a fill inside only the stop counts; target and trail begin with the next.
        (double stop, FillReason reason) = fillsInside ? (levels.StopLoss, FillReason.StopLoss) : HighestStop();
        if (bars.Lows[bar] <= stop)
        {
            SellAll(bar, stop, reason, protectionOrderId);
            return true;
        }

        if (!fillsInside)
        {
            SellAtTargets(bar, bars.Highs[bar], double.NaN);
            levels.Complete(bars.Highs[bar]);
        }

        return !position.IsOpen;
    }

    // contracts 4.12
    private void SellAtTargets(int bar, double reached, double open)
    {
        while (position.IsOpen && reached >= levels.NextTarget)
        {
            (double level, double share, bool isLast, int place) = levels.TakeTarget();
            double quantity = isLast ? position.Quantity : Math.Min(share * position.EntryQuantity, position.Quantity);
            if (quantity > 0)
            {
                double price = double.IsNaN(open) ? level : open;
                Sell(bar, protectionOrderId + 1 + place, price, quantity, Liquidity.Maker, FillReason.TakeProfit);
            }
        }
    }

    // contracts 4.6: of several stops the highest acts and names the exit; level with one another, the stop-loss.
    private (double Level, FillReason Reason) HighestStop()
    {
        double trailing = levels.Trailing;
        return trailing > levels.StopLoss || double.IsNaN(levels.StopLoss)
            ? (trailing, FillReason.TrailingStop)
            : (levels.StopLoss, FillReason.StopLoss);
    }
}
