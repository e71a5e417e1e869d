using System.Numerics;
using Neurotrade.Core.Kernel;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Simulation;

/// <summary>One symbol's part of a backtest: its venue, its signals, and where something can happen next.</summary>
internal sealed class SymbolWalk<T>
    where T : struct, INumber<T>
{
    private readonly CandleSeries bars;
    private readonly SymbolSignals signals;
    private readonly DetailIndex? detail;
    private readonly OrderPlan orders;
    private readonly BitColumn enters;

    private int nextBar = -1;
    private int nextBarVersion = -1;
    private int walkedTo;

    /// <param name="bars">The strategy's bars.</param>
    /// <param name="signals">Rules over those bars.</param>
    /// <param name="detail">Finer candles, or null.</param>
    /// <param name="orders">How positions are left.</param>
    /// <param name="venue">Where this symbol's orders work.</param>
    /// <param name="first">First bar in range.</param>
    /// <param name="end">One behind the last bar in range.</param>
    public SymbolWalk(
        CandleSeries bars,
        SymbolSignals signals,
        DetailIndex? detail,
        OrderPlan orders,
        SimulatedVenue<T> venue,
        int first,
        int end)
    {
        (this.bars, this.signals, this.detail, this.orders) = (bars, signals, detail, orders);
        (Venue, End, walkedTo) = (venue, end, first);
        enters = EntersOf(signals.Rules);
    }

    public SimulatedVenue<T> Venue { get; }

    /// <summary>One behind the last bar in range.</summary>
    public int End { get; }

    /// <summary>Whether a bar's opening must be told, because a position may have been held for long enough.</summary>
    public bool MayBeHeldTooLong => orders.MaxHolding is not null && Venue.Position.IsOpen;

    /// <summary>What the kernel is told of this symbol at a close.</summary>
    /// <param name="bar">The last bar that opened; may lie before the range.</param>
    /// <param name="isNew">Whether it closes now.</param>
    public BarClose CloseOf(int bar, bool isNew)
    {
        if (!isNew)
        {
            bool isKnown = bar >= 0;
            double mark = isKnown ? bars.Closes[bar] : double.NaN;
            return new BarClose(isKnown ? bar : -1, mark, false, false, false, double.NaN, string.Empty);
        }

        bool enter = signals.Rules.Entry[bar];
        bool exit = signals.Rules.ExitIsTrue(bar, Facts);

        // A limit that expires at this close does not stand in the way of the next one (contracts 4.14).
        bool mayEnter = enter && !exit && !Venue.Position.IsOpen;
        double atr = signals.Atr.IsEmpty ? double.NaN : signals.Atr.Span[bar];
        string tag = mayEnter ? signals.Rules.EntryTag(bar) : string.Empty;
        return new BarClose(bar, bars.Closes[bar], true, enter, exit, atr, tag);
    }

    /// <summary>Whether the kernel would do anything at that close, limits on losses aside.</summary>
    public bool IsActedOn(in BarClose close) => Venue switch
    {
        { Entry: { } entry } => close.ExitIsTrue || close.Bar >= entry.Approved.Intent.ExpiresAtBar,
        { Position.IsOpen: true } => close.ExitIsTrue,
        _ => close.EntryIsTrue && !close.ExitIsTrue,
    };

    /// <summary>The first bar at or after one at which something can happen; the end of the range where none.</summary>
    public int NextBar(int from)
    {
        if (nextBarVersion != Venue.Version || nextBar < from)
        {
            (nextBar, nextBarVersion) = (Math.Min(End, from >= End ? End : Find(from)), Venue.Version);
        }

        return nextBar;
    }

    /// <summary>Takes the bars before one as walked, those between being such at which nothing happened.</summary>
    public void SkipTo(int bar)
    {
        if (walkedTo < bar)
        {
            Venue.Skip(walkedTo, Highs[walkedTo..bar]);
            walkedTo = bar;
        }
    }

    /// <summary>Takes a bar as walked.</summary>
    public void MarkWalked(int bar) => walkedTo = bar + 1;

    private ReadOnlySpan<double> Highs => detail is null ? bars.Highs : detail.Highs;

    private ReadOnlySpan<double> Lows => detail is null ? bars.Lows : detail.Lows;

    private PositionFacts Facts => Venue.Position.IsOpen
        ? new PositionFacts(Venue.Position.EntryPrice, Venue.EntryFill.Bar)
        : PositionFacts.Flat;

    private int Find(int from)
    {
        if (Venue.Exit is not null || Venue.Entry is { IsLimit: false })
        {
            return from;
        }

        if (Venue.Entry is { } limit)
        {
            int expires = limit.Approved.Intent.ExpiresAtBar ?? End;
            int reached = from + LevelLanes.FirstBelow(
                Lows[from..End], limit.Approved.Intent.LimitPrice!.Value);
            return Math.Min(Math.Min(expires, reached), signals.Rules.ExitWhenFlat.Next(from));
        }

        return Venue.Position.IsOpen ? FindInPosition(from) : enters.Next(from);
    }

    private int FindInPosition(int from)
    {
        int to = Math.Min(End, Math.Max(from, HeldLongEnoughBar()));
        if (!signals.Rules.ExitUsesPosition)
        {
            to = Math.Min(to, signals.Rules.ExitWhenFlat.Next(from));
        }

        to = from + FirstReach(from, to);
        if (signals.Rules.ExitUsesPosition)
        {
            PositionFacts facts = Facts;
            for (int bar = from; bar < to; bar++)
            {
                if (signals.Rules.ExitIsTrue(bar, facts))
                {
                    return bar;
                }
            }
        }

        return to;
    }

    private int HeldLongEnoughBar() => orders.MaxHolding switch
    {
        TimeSpanOrBars.Bars count => Venue.EntryFill.Bar + count.Count,
        TimeSpanOrBars.Time time => bars.IndexAtOrAfter(Venue.EntryFill.Millis + time.Millis),
        _ => End,
    };

    private int FirstReach(int from, int to)
    {
        if (Venue.Plan is not { } plan)
        {
            return to - from;
        }

        double target = Venue.NextTargetLevel;
        return plan.Trail is null
            ? LevelLanes.FirstReach(Lows[from..to], Highs[from..to], plan.StopLoss, target)
            : LevelLanes.FirstReachTrailing(
                Lows[from..to], Highs[from..to], plan, Venue.Trail, target, detail is not null);
    }

    private static BitColumn EntersOf(RuleSignals rules)
    {
        BitColumn enters = new(rules.Entry.Count);
        for (int i = 0; i < enters.Words.Length; i++)
        {
            enters.Words[i] = rules.Entry.Words[i] & ~rules.ExitWhenFlat.Words[i];
        }

        return enters;
    }
}
