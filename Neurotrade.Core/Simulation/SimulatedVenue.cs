using System.Numerics;
using Neurotrade.Core.Accounts;
using Neurotrade.Core.Kernel;
using Neurotrade.Core.Market;
using Neurotrade.Core.Orders;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Simulation;

/// <summary>
/// The exchange of a backtest for one symbol: holds its working orders and levels against candles and tells the kernel
/// what filled. Each part of a time is asked for by the walk, in the order of contracts 4.16.
/// </summary>
internal sealed partial class SimulatedVenue<T>
    where T : struct, INumber<T>
{
    private readonly int symbol;
    private readonly CandleSeries bars;
    private readonly DetailIndex? detail;
    private readonly CostModel costs;
    private readonly MarketImpact<T> market;
    private readonly Sizer<T> sizer;
    private readonly Portfolio<T> portfolio;
    private readonly Action<KernelEvent<T>> tell;

    private T entryRest;
    private bool isEntrySized;
    private int nextTarget;
    private TrailState trail;

    public SimulatedVenue(
        int symbol,
        SymbolCandles candles,
        DetailIndex? detail,
        CostModel costs,
        Sizer<T> sizer,
        Portfolio<T> portfolio,
        Action<KernelEvent<T>> tell)
    {
        (this.symbol, bars, this.detail, this.costs) = (symbol, candles.Bars, detail, costs);
        (this.sizer, this.portfolio, this.tell) = (sizer, portfolio, tell);
        market = new MarketImpact<T>(costs.Slippage);
    }

    /// <summary>The entry that works here.</summary>
    public Order<T>.Entry? Entry { get; private set; }

    /// <summary>The exit that works here; while it does, levels are not asked.</summary>
    public Order<T>.Exit? Exit { get; private set; }

    /// <summary>The levels that guard the position.</summary>
    public ProtectionPlan? Plan { get; private set; }

    /// <summary>Bars decided by themselves for want of finer candles (contracts 4.17).</summary>
    public int BarsWithoutDetail { get; private set; }

    /// <summary>The bar of the position's first fill and its open time.</summary>
    public (int Bar, long Millis) EntryFill { get; private set; }

    /// <summary>Is told every level that is asked; null: nobody looks.</summary>
    public LevelRecorder? Levels { get; set; }

    /// <summary>Counts changes, so that a search made before one is not trusted after it.</summary>
    public int Version { get; private set; }

    public Position<T> Position => portfolio.Positions[symbol];

    private bool HasLimit => Entry is { IsLimit: true };

    /// <summary>Takes what the kernel asks of this symbol.</summary>
    public void Take(Effect<T> effect)
    {
        Version++;
        switch (effect)
        {
            case Effect<T>.PlaceEntry place:
                (Entry, isEntrySized) = (place.Order, false);
                break;
            case Effect<T>.DropEntry:
                Entry = null;
                break;
            case Effect<T>.PlaceExit exit:
                Exit = exit.Order;
                break;
            case Effect<T>.Protect protect:
                trail = Plan is null ? TrailState.Start(protect.Plan.Trail) : trail;
                nextTarget = Plan is null ? 0 : nextTarget;
                Plan = protect.Plan;
                break;
            case Effect<T>.TradeClosed:
                (Plan, Exit) = (null, null);
                break;
        }
    }

    /// <summary>Exits at the open: orders first, else levels beyond which the bar opens.</summary>
    public void ExitAtOpen(int bar)
    {
        if (!Position.IsOpen)
        {
            return;
        }

        if (Exit is not null)
        {
            Sell(bar, bars.Opens[bar], Exit);
        }
        else if (Plan is not null)
        {
            HoldOpen(bar, FirstOpen(bar));
        }
    }

    /// <summary>Entries at the open: at market, or a limit below which the bar opens.</summary>
    public void EnterAtOpen(int bar)
    {
        if (Entry is null)
        {
            return;
        }

        if (Entry.Approved.Intent.LimitPrice is not { } limit)
        {
            BuyAtMarket(bar);
            return;
        }

        Levels?.Limit(bar, limit);
        if (FirstOpen(bar) < limit)
        {
            BuyLimit(bar, FirstOpen(bar));
        }
    }

    /// <summary>Holds the bar's range, or that of its finer candles in order, against levels and the limit.</summary>
    public void HoldRange(int bar)
    {
        bool lacksDetail = detail is not null && detail.Missing[bar];
        BarsWithoutDetail += lacksDetail && (Position.IsOpen || HasLimit) ? 1 : 0;
        bool isWatched = (Position.IsOpen && Exit is null && Plan is not null) || HasLimit;
        if (!isWatched)
        {
            return;
        }

        Version++;
        if (detail is null || lacksDetail)
        {
            HoldCandle(bar, bars[bar], true);
            return;
        }

        int start = detail.Start(bar);
        for (int i = 0; i < detail.PerBar; i++)
        {
            HoldCandle(bar, detail.Candles[start + i], i == 0);
        }
    }

    private double FirstOpen(int bar) =>
        detail is null || detail.Missing[bar] ? bars.Opens[bar] : detail.Candles.Opens[detail.Start(bar)];

    // contracts 4.5 to 4.7; the first candle's open has been asked with all other opens of its time.
    private void HoldCandle(int bar, in Candle candle, bool isFirst)
    {
        if (!isFirst)
        {
            HoldLaterOpen(bar, candle.Open);
        }

        bool fillsInside = HasLimit && candle.Low < Entry!.Approved.Intent.LimitPrice!.Value;
        if (fillsInside)
        {
            BuyLimit(bar, Entry!.Approved.Intent.LimitPrice!.Value);
        }

        if (Plan is null || Exit is not null)
        {
            return;
        }

        // contracts 4.14: in the candle of a fill inside only the stop counts; target and trail begin with the next.
        double trailing = fillsInside ? double.NaN : trail.Level(Plan);
        (double stop, FillReason reason) = HighestStop(Plan.StopLoss, trailing);
        Note(bar, trailing, !fillsInside);
        if (candle.Low <= stop)
        {
            SellAtStop(bar, stop, reason);
        }
        else if (!fillsInside)
        {
            SellAtTargets(bar, candle.High, double.NaN);
            trail.Complete(Plan?.Trail, candle.High);
        }
    }

    private void HoldLaterOpen(int bar, double open)
    {
        if (Plan is not null && Exit is null)
        {
            HoldOpen(bar, open);
        }
        else if (HasLimit && open < Entry!.Approved.Intent.LimitPrice!.Value)
        {
            BuyLimit(bar, open);
        }
    }

    private void HoldOpen(int bar, double open)
    {
        (double stop, FillReason reason) = HighestStop(Plan!.StopLoss, trail.Level(Plan));
        Note(bar, trail.Level(Plan), true);
        if (open <= stop)
        {
            SellAtStop(bar, open, reason);
        }
        else
        {
            SellAtTargets(bar, open, open);
        }
    }

    private void Note(int bar, double trailing, bool hasTargets)
    {
        if (Levels is null || Plan is null)
        {
            return;
        }

        Levels.Stops(bar, Plan.StopLoss, trailing);
        for (int i = nextTarget; hasTargets && i < Plan.Targets.Length; i++)
        {
            Levels.Target(bar, i, Plan.Targets[i].Level);
        }
    }

    // contracts 4.6: of several stops the highest acts and names the exit; level with one another, the stop-loss.
    private static (double Level, FillReason Reason) HighestStop(double stopLoss, double trailing) =>
        trailing > stopLoss || double.IsNaN(stopLoss)
            ? (trailing, FillReason.TrailingStop)
            : (stopLoss, FillReason.StopLoss);
}
