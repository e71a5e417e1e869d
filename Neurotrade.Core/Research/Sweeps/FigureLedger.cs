using System.Runtime.CompilerServices;
using Neurotrade.Core.Accounts;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Core.Research.Sweeps;

/// <summary>
/// Takes the figures of contracts 5.1 from a fused walk as it goes, without keeping a bar or a fill:
/// <see cref="Metrics"/> stands beside it, and a property test holds both equal to the bit.
/// </summary>
internal struct FigureLedger : IWalkLedger
{
    private readonly FigureRoom room;
    private readonly double capital;
    private readonly long barMillis;
    private double peak;
    private double trough;
    private int peakBar;
    private double maxDepth;
    private double maxDays;
    private int day;
    private int inPosition;
    private double final;
    private double fees;
    private double notional;
    private int trades;
    private int wins;
    private double profit;
    private double loss;
    private long heldMillis;

    public FigureLedger(FigureRoom room, double capital, long barMillis)
    {
        (this.room, this.capital, this.barMillis) = (room, capital, barMillis);
        (peak, trough, peakBar, final) = (capital, capital, -1, capital);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Hold(int from, ReadOnlySpan<double> closes, double cash, double quantity)
    {
        int to = from + closes.Length;
        ReadOnlySpan<int> dayEnds = room.Data.DayEnds;
        for (; day < dayEnds.Length && dayEnds[day] < to; day++)
        {
            room.Daily[day] = quantity == 0 ? cash : cash + (quantity * closes[dayEnds[day] - from]);
        }

        if (quantity == 0)
        {
            HoldCash(from, to, cash);
            return;
        }

        inPosition += closes.Length;
        final = cash + (quantity * closes[^1]);
        Mark(closes, from, cash, quantity);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fill(in Fill<double> fill, int tradeId)
    {
        fees += fill.Fee;
        notional += fill.Quantity * fill.Price;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Close(Position<double> position, in FusedTrade trade, in Fill<double> exit)
    {
        double pnl = position.Pnl;
        room.Keep(trades++, pnl);
        wins += pnl > 0 ? 1 : 0;
        profit += pnl > 0 ? pnl : 0;
        loss += pnl > 0 ? 0 : pnl;
        heldMillis += exit.Millis - trade.EntryMillis;
    }

    public readonly void Miss(FusedMiss what)
    {
    }

    /// <summary>Writes the row of <see cref="RunFigures"/> once the walk has ended.</summary>
    public void Write(Span<double> row)
    {
        SweepData data = room.Data;
        if (trough < peak)
        {
            Recover(data.Count - 1);
        }

        int returns = DailyReturns();
        RunFigures.Write(
            new RunTotals
            {
                Bars = data.Count,
                Start = data.Count == 0 ? double.NaN : data.Bars.Times[data.First],
                End = data.Count == 0 ? double.NaN : data.Bars.Times[data.End - 1] + barMillis,
                Capital = capital,
                Final = final,
                MaxDrawdown = maxDepth,
                MaxDrawdownDays = maxDays,
                InPosition = inPosition,
                Wins = wins,
                Profit = profit,
                Loss = loss,
                HeldMillis = heldMillis,
                Fees = fees,
                Notional = notional,
                BuyAndHoldReturn = data.BuyAndHoldReturn,
            },
            room.Returns.AsSpan(0, returns), room.Pnl(trades), row);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void HoldCash(int from, int to, double cash)
    {
        final = cash;
        Take(cash, from);
        if (peakBar == from)
        {
            peakBar = to - 1;
        }
    }

    // Equity rises and falls with the close, in doubles too: a product with a quantity above 0 and a sum with cash round
    // two closes in their order. So a block's lowest and highest close say whether any of its bars makes a new peak.
    private void Mark(ReadOnlySpan<double> closes, int from, double cash, double quantity)
    {
        ReadOnlySpan<(double Low, double High)> ranges = room.Data.Ranges.Closes;
        int first = room.Data.First + from;
        for (int at = 0; at < closes.Length;)
        {
            int bar = first + at;
            int left = closes.Length - at;
            int length = left <= BarRanges.Block ? left : BarRanges.Block - (bar % BarRanges.Block);
            (double low, double high) = bar % BarRanges.Block == 0 && length == BarRanges.Block
                ? ranges[bar / BarRanges.Block]
                : BarRanges.RangeOf(closes.Slice(at, length));
            if (cash + (quantity * high) >= peak)
            {
                MarkEach(closes.Slice(at, length), from + at, cash, quantity);
            }
            else
            {
                double lowest = cash + (quantity * low);
                trough = lowest < trough ? lowest : trough;
            }

            at += length;
        }
    }

    private void MarkEach(ReadOnlySpan<double> closes, int from, double cash, double quantity)
    {
        for (int i = 0; i < closes.Length; i++)
        {
            Take(cash + (quantity * closes[i]), from + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Take(double equity, int bar)
    {
        if (equity >= peak)
        {
            if (trough < peak)
            {
                Recover(bar);
            }

            // A level held is a later peak of the same height: a flat line is no time under water.
            (peak, peakBar, trough) = (equity, bar, equity);
        }
        else if (equity < trough)
        {
            trough = equity;
        }
    }

    private void Recover(int bar)
    {
        SweepData data = room.Data;
        ReadOnlySpan<long> times = data.Bars.Times[data.First..];
        long peakMillis = peakBar < 0 ? times[0] : times[peakBar] + barMillis;
        long endMillis = times[bar] + barMillis;
        maxDepth = Math.Max(maxDepth, (peak - trough) / peak);
        maxDays = Math.Max(maxDays, (endMillis - peakMillis) / (double)Instant.MillisPerDay);
    }

    // It ends where equity has reached 0: on nothing there is no return.
    private readonly int DailyReturns()
    {
        double before = capital;
        int count = 0;
        for (; count < room.Daily.Length && before > 0; count++)
        {
            room.Returns[count] = (room.Daily[count] / before) - 1;
            before = room.Daily[count];
        }

        return count;
    }
}
