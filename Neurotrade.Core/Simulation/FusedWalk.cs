using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using Neurotrade.Core.Accounts;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Simulation;

/// <summary>
/// The kernel's walk over one symbol in one piece (architecture.md rules 2 and 4): from signal to fill to the first bar
/// that can end the position, without events, orders or effects as objects. <see cref="BacktestWalk{T}"/> stands beside
/// it; a property test holds both equal in every fill, trade, count and bar of equity.
/// </summary>
internal ref partial struct FusedWalk<TLedger>
    where TLedger : struct, IWalkLedger
{
    private readonly CandleColumns bars;
    private readonly ReadOnlySpan<double> atrs;
    private readonly RuleSignals rules;
    private readonly OrderPlan orders;
    private readonly CostModel costs;
    private readonly EntryPlan.AtLimit? limit;
    private readonly double slippage;
    private readonly bool needsAtr;
    private readonly int first;
    private readonly int end;
    private readonly FusedSize size;
    private readonly FusedLevels levels;
    private readonly Position<double> position;
    private readonly Wallet<double> wallet;
    private readonly BitColumn enters;
    private readonly BarRanges? ranges;
    private TLedger ledger;
    private FusedTrade trade;
    private int filled;
    private int cooledDownAtBar;
    private int lastOrderId;
    private int lastTradeId;
    private int protectionOrderId;

    /// <param name="input">A run that <see cref="FusedRuns.Covers"/>.</param>
    /// <param name="signals">Its symbol's signals.</param>
    /// <param name="enters">Room for a bit a bar.</param>
    /// <param name="ledger">Is told what happens.</param>
    /// <param name="ranges">Of its symbol's bars, where many walk over them.</param>
    public FusedWalk(
        BacktestInput input, SymbolSignals signals, BitColumn enters, TLedger ledger, BarRanges? ranges = null)
    {
        Strategy strategy = input.Strategy;
        bars = input.Symbols[0].Bars.Columns;
        atrs = signals.Atr.Span;
        (rules, this.ledger) = (signals.Rules, ledger);
        (orders, costs, limit) = (strategy.Orders, strategy.Costs, strategy.Orders.Entry as EntryPlan.AtLimit);
        slippage = ((SlippageModel.Ratio)costs.Slippage).Fraction;
        needsAtr = strategy.AtrInstance is not null;
        (first, end) = FusedRuns.RangeOf(input);
        size = new FusedSize(strategy, input.Rules?.Of(strategy.Market.Symbols)[0]);
        levels = new FusedLevels(orders);
        (position, wallet) = (new Position<double>(), new Wallet<double>(strategy.Capital));
        (this.enters, this.ranges) = (enters, ranges);
        filled = first;
        FusedRuns.FillEnters(rules, enters);
    }

    /// <summary>The position as it stands, and the trade that it is.</summary>
    public readonly (Position<double> Position, FusedTrade Trade) State => (position, trade);

    /// <summary>Walks the whole range; returns the ledger.</summary>
    public TLedger Run(IProgress<double>? progress, CancellationToken cancellation)
    {
        int reportEvery = Math.Max(1, (end - first) / 100);
        int reportAt = first + reportEvery;
        int bar = first;
        int last = Math.Min(end, enters.Count);
        while (bar < last && (bar = enters.Next(Math.Max(bar, cooledDownAtBar))) < last)
        {
            cancellation.ThrowIfCancellationRequested();
            if (bar >= reportAt)
            {
                progress?.Report((double)(bar - first) / (end - first));
                reportAt = bar + reportEvery;
            }

            FetchNext(bar);
            bar = EnterAtClose(bar);
        }

        Hold(end);
        progress?.Report(1);
        return ledger;
    }

    // Asks for the bars at which the next trade will probably begin and end, while this one is worked on: in a long history
    // they lie far apart, and each would be waited for. A hint alone; nothing is read.
    private readonly unsafe void FetchNext(int bar)
    {
        if (!Sse.IsSupported || levels.OrderCount > 0)
        {
            return;
        }

        int enter = enters.Next(bar + 1);
        int exit = rules.ExitWhenFlat.Next(enter);
        if (exit + 1 < end)
        {
            Fetch(bars.Closes, enter);
            Fetch(bars.Opens, enter + 1);
            Fetch(bars.Times, enter + 1);
            Fetch(bars.Opens, exit + 1);
            Fetch(bars.Times, exit + 1);
        }

        static void Fetch<T>(ReadOnlySpan<T> column, int at)
            where T : unmanaged => Sse.Prefetch0(Unsafe.AsPointer(in column[at]));
    }

    // What a true entry rule leads to at a close while flat; the bar at whose close the walk is flat again.
    private int EnterAtClose(int bar)
    {
        double atr = atrs.IsEmpty ? double.NaN : atrs[bar];
        if (needsAtr && !(atr > 0 && double.IsFinite(atr)))
        {
            return Missed(FusedMiss.WithoutAtr, bar + 1);
        }

        double close = bars.Closes[bar];
        double limitPrice = limit is null ? double.NaN : close * (1 - limit.Offset);
        FusedEntry entry = size.Entry(wallet.Cash, atr, limit is null ? close : limitPrice);
        if (!size.TryAllow(ref entry, wallet.Cash))
        {
            return Missed(FusedMiss.RefusedByExposure, bar + 1);
        }

        if (size.IsUnderMinimum(entry.Budget))
        {
            return Missed(FusedMiss.BelowMinimum, bar + 1);
        }

        return limit is null ? EnterAtMarket(bar, entry, atr) : EnterAtLimit(bar, entry, atr, limitPrice);
    }

    private int EnterAtMarket(int signalBar, in FusedEntry entry, double atr)
    {
        int orderId = ++lastOrderId;
        int bar = signalBar + 1;
        if (bar >= end)
        {
            return end;
        }

        double price = FillArithmetic.BuyPrice(bars.Opens[bar], slippage);
        double quantity = size.Quantity(entry, price, wallet.Cash, costs.TakerFee);
        if (quantity <= 0)
        {
            return Missed(FusedMiss.BelowMinimum, bar);
        }

        Buy(bar, signalBar, orderId, price, quantity, Liquidity.Taker, atr);
        return Guarded(bar, false);
    }

    // contracts 4.14
    private int EnterAtLimit(int signalBar, in FusedEntry entry, double atr, double price)
    {
        double quantity = size.Quantity(entry, price, wallet.Cash, costs.MakerFee);
        if (quantity == 0)
        {
            return Missed(FusedMiss.BelowMinimum, signalBar + 1);
        }

        int orderId = ++lastOrderId;
        int from = signalBar + 1;
        long expires = limit!.ExpiresBars is { } count ? Math.Max(from, (long)signalBar + count) : long.MaxValue;
        int gone = (int)Math.Min(Math.Min(expires, end), rules.ExitWhenFlat.Next(from));
        int to = Math.Min(end, gone + 1);
        int bar = from >= to ? to : from + LevelLanes.FirstBelow(bars.Lows[from..to], price);
        if (bar >= to)
        {
            return gone >= end ? end : Missed(FusedMiss.NotFilled, gone);
        }

        bool isInside = !(bars.Opens[bar] < price);
        Buy(bar, signalBar, orderId, isInside ? price : bars.Opens[bar], quantity, Liquidity.Maker, atr);
        return Guarded(bar, isInside);
    }

    // From the bar of the fill to flat; the end where the position stays open.
    private int Guarded(int fillBar, bool fillsInside)
    {
        if (levels.OrderCount > 0 && HoldRange(fillBar, fillsInside))
        {
            return fillBar;
        }

        int heldLong = HeldLongEnoughBar(fillBar);
        int asked = fillBar;
        for (int watched = fillBar + 1; ;)
        {
            int limitBar = Math.Min(end, heldLong);
            int exit = end;
            if (!rules.ExitUsesPosition)
            {
                exit = rules.ExitWhenFlat.Next(asked);
                limitBar = Math.Min(limitBar, exit + 1);
            }

            int reached = FirstReach(watched, limitBar);
            if (rules.ExitUsesPosition && FirstExit(asked, Math.Min(reached, limitBar)) is var asks && asks >= 0)
            {
                (exit, limitBar, reached) = (asks, asks + 1, asks + 1);
            }

            if (reached < limitBar)
            {
                if (HoldOpen(reached) || HoldRange(reached, false))
                {
                    return reached;
                }

                (watched, asked) = (reached + 1, reached);
            }
            else if (limitBar >= end)
            {
                return end;
            }
            else
            {
                FillReason reason = exit + 1 == limitBar ? FillReason.Signal : FillReason.MaxHolding;
                SellAll(limitBar, bars.Opens[limitBar], reason, ++lastOrderId);
                return limitBar;
            }
        }
    }

    private readonly int HeldLongEnoughBar(int fillBar) => orders.MaxHolding is null ? end : HeldAtMost(fillBar);

    private readonly int HeldAtMost(int fillBar) => orders.MaxHolding switch
    {
        TimeSpanOrBars.Bars count => (int)Math.Min((long)fillBar + count.Count, end),
        TimeSpanOrBars.Time time => FirstAtOrAfter(bars.Times[fillBar] + time.Millis),
        _ => end,
    };

    private readonly int FirstAtOrAfter(long millis)
    {
        int found = bars.Times.BinarySearch(millis);
        return found >= 0 ? found : ~found;
    }

    private readonly int FirstReach(int from, int to)
    {
        if (levels.OrderCount == 0 || from >= to)
        {
            return Math.Max(from, to);
        }

        return levels.FirstReach(bars, ranges, from, to);
    }

    private readonly int FirstExit(int from, int to)
    {
        PositionFacts facts = new(position.EntryPrice, trade.EntryBar);
        for (int bar = from; bar < to; bar++)
        {
            if (rules.ExitIsTrue(bar, facts))
            {
                return bar;
            }
        }

        return -1;
    }

    private int Missed(FusedMiss what, int next)
    {
        ledger.Miss(what);
        return next;
    }
}
