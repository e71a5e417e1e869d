using Neurotrade.Core.Market;
using Neurotrade.Core.Orders;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Simulation;

/// <summary>
/// What <see cref="ProtectionPlan"/> and <see cref="TrailState"/> are for one position after another, in the same memory
/// each time.
/// </summary>
internal sealed class FusedLevels
{
    private const int Block = 16;

    private readonly OrderPlan orders;
    private readonly double[] levels;
    private readonly double[] shares;
    private readonly int[] places;
    private readonly Distance? trailDistance;
    private double entryPrice;
    private double atr;
    private double trailStartsAt;
    private double highestHigh;
    private bool isTrailing;
    private int next;

    public FusedLevels(OrderPlan orders)
    {
        this.orders = orders;
        int targets = orders.TakeProfits.Length;
        (levels, shares, places) = (new double[targets], new double[targets], new int[targets]);
        trailDistance = orders.Trailing?.Distance;
        OrderCount = ProtectionPlan.OrderCount(orders);
    }

    /// <summary>How many order ids a position's levels take; 0 where there are none.</summary>
    public int OrderCount { get; }

    /// <summary>The stop-loss; NaN for none.</summary>
    public double StopLoss { get; private set; }

    /// <summary>The level of the next target; NaN where there is none.</summary>
    public double NextTarget => next < levels.Length ? levels[next] : double.NaN;

    /// <summary>The trailing level; NaN while there is none.</summary>
    public double Trailing => isTrailing ? LevelUnder(highestHigh) : double.NaN;

    /// <summary>The levels of a new position.</summary>
    public void Begin(double entryPrice, double atr)
    {
        (this.entryPrice, this.atr, next) = (entryPrice, atr, 0);
        StopLoss = orders.StopLoss is null ? double.NaN : ProtectionPlan.Below(entryPrice, orders.StopLoss, atr);
        for (int i = 0; i < levels.Length; i++)
        {
            Insert(i, ProtectionPlan.Above(entryPrice, orders.TakeProfits[i].At, atr), orders.TakeProfits[i].Share);
        }

        if (orders.Trailing is { } trailing)
        {
            trailStartsAt = trailing.After is null ? double.NaN : entryPrice * (1 + trailing.After.Value);
            (highestHigh, isTrailing) = (double.NegativeInfinity, trailing.After is null);
        }
    }

    /// <summary>Takes the high of completed bars.</summary>
    public void Complete(double high)
    {
        if (trailDistance is not null)
        {
            highestHigh = Math.Max(highestHigh, high);
            isTrailing |= high >= trailStartsAt;
        }
    }

    /// <summary>Takes the next target: its share, whether it is the last, and its place among the strategy's.</summary>
    public (double Level, double Share, bool IsLast, int Place) TakeTarget()
    {
        int at = next++;
        return (levels[at], shares[at], next == levels.Length, places[at]);
    }

    /// <summary>
    /// The first of the bars [from, to) whose range may reach a level, as <see cref="LevelSearch"/> finds it; to where none
    /// does. The bars before it are taken as completed.
    /// </summary>
    /// <param name="bars">The whole series.</param>
    /// <param name="ranges">Its ranges; null where nobody made them.</param>
    /// <param name="from">The first bar asked.</param>
    /// <param name="to">One behind the last.</param>
    public int FirstReach(in CandleColumns bars, BarRanges? ranges, int from, int to)
    {
        while (from < to)
        {
            int length = Math.Min(BarRanges.Block - (from % BarRanges.Block), to - from);
            bool isWhole = length == BarRanges.Block && ranges is not null;
            if (isWhole && PassesOver(ranges!.Lows[from / BarRanges.Block], ranges.Highs[from / BarRanges.Block]))
            {
                from += length;
                continue;
            }

            int found = trailDistance is null
                ? LevelLanes.FirstReach(bars.Lows.Slice(from, length), bars.Highs.Slice(from, length), StopLoss, NextTarget)
                : FirstReachTrailing(bars.Lows.Slice(from, length), bars.Highs.Slice(from, length));
            from += found;
            if (found < length)
            {
                return from;
            }
        }

        return to;
    }

    // Whether no bar of a block can reach a level; where none can, all are taken as completed.
    private bool PassesOver(double low, double high)
    {
        if (low <= StopLoss || high >= NextTarget)
        {
            return false;
        }

        if (trailDistance is null)
        {
            return true;
        }

        // The trail at the end of the block is the highest that any bar of it meets.
        bool passes = !(low <= (isTrailing || high >= trailStartsAt ? LevelUnder(Math.Max(highestHigh, high)) : double.NaN));
        if (passes)
        {
            Complete(high);
        }

        return passes;
    }

    private int FirstReachTrailing(ReadOnlySpan<double> lows, ReadOnlySpan<double> highs)
    {
        int at = 0;
        while (at <= lows.Length - Block)
        {
            double high = LevelLanes.Max(highs.Slice(at, Block));
            double low = LevelLanes.Min(lows.Slice(at, Block));
            if (!PassesOver(low, high))
            {
                int found = Step(lows.Slice(at, Block), highs.Slice(at, Block), NextTarget);
                at += found;
                if (found < Block)
                {
                    return at;
                }
            }
            else
            {
                at += Block;
            }
        }

        return at + Step(lows[at..], highs[at..], NextTarget);
    }

    private int Step(ReadOnlySpan<double> lows, ReadOnlySpan<double> highs, double target)
    {
        for (int i = 0; i < lows.Length; i++)
        {
            if (lows[i] <= StopLoss || lows[i] <= Trailing || highs[i] >= target)
            {
                return i;
            }

            Complete(highs[i]);
        }

        return lows.Length;
    }

    private double LevelUnder(double highest) =>
        ProtectionPlan.Below(Math.Max(entryPrice, highest), trailDistance!, atr);

    // Nearest first, those of one level in the strategy's order; ratios and multiples of the range may change places.
    private void Insert(int place, double level, double share)
    {
        int at = place;
        while (at > 0 && levels[at - 1] > level)
        {
            (levels[at], shares[at], places[at]) = (levels[at - 1], shares[at - 1], places[at - 1]);
            at--;
        }

        (levels[at], shares[at], places[at]) = (level, share, place);
    }
}
