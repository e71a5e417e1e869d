using System.Numerics;
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
    private int troughBar;
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
        (peak, trough, peakBar, troughBar, final) = (capital, capital, -1, -1, capital);
    }

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

    public void Fill(in Fill<double> fill, int tradeId)
    {
        fees += fill.Fee;
        notional += fill.Quantity * fill.Price;
    }

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
        if (troughBar > peakBar)
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

    private void HoldCash(int from, int to, double cash)
    {
        final = cash;
        Take(cash, from);
        if (peakBar == from)
        {
            (peakBar, troughBar) = (to - 1, to - 1);
        }
    }

    // Passes over closes that make neither a new peak nor a new low since the peak, which is nearly all of them.
    private void Mark(ReadOnlySpan<double> closes, int from, double cash, double quantity)
    {
        Vector<double> quantities = new(quantity);
        Vector<double> cashes = new(cash);
        int i = 0;
        while (i < closes.Length)
        {
            Vector<double> peaks = new(peak);
            Vector<double> troughs = new(trough);
            while (i <= closes.Length - Vector<double>.Count)
            {
                Vector<double> equity = cashes + (quantities * new Vector<double>(closes[i..]));
                if (Vector.GreaterThanOrEqualAny(equity, peaks) || Vector.LessThanAny(equity, troughs))
                {
                    break;
                }

                i += Vector<double>.Count;
            }

            int stop = Math.Min(closes.Length, i + Vector<double>.Count);
            for (; i < stop; i++)
            {
                Take(cash + (quantity * closes[i]), from + i);
            }
        }
    }

    private void Take(double equity, int bar)
    {
        if (equity >= peak)
        {
            if (troughBar > peakBar)
            {
                Recover(bar);
            }

            // A level held is a later peak of the same height: a flat line is no time under water.
            (peak, peakBar) = (equity, bar);
            (trough, troughBar) = (equity, bar);
        }
        else if (equity < trough)
        {
            (trough, troughBar) = (equity, bar);
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
