using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using Neurotrade.Core.Accounts;
using Neurotrade.Core.Market;
using Neurotrade.Core.Orders;
using Neurotrade.Core.Risk;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Kernel;

/// <summary>
/// The whole system on one page: an event comes in, is numbered and journalled, changes the state, and effects leave.
/// No await, no lock, no clock, no input or output; one thread owns it. State is the fold of the journal.
/// </summary>
public sealed partial class TradingKernel<T>
    where T : struct, INumber<T>
{
    private readonly Strategy strategy;
    private readonly Journal<T> journal;
    private readonly Sizer<T> sizer;
    private readonly ApprovedOrder<T>.Check risk;
    private readonly SymbolDesk<T>[] desks;
    private readonly List<Effect<T>> effects = [];
    private readonly bool needsAtr;
    private int lastOrderId;
    private int lastTradeId;

    /// <param name="strategy">What to trade and how.</param>
    /// <param name="instruments">One a symbol in list order; empty where none are known.</param>
    /// <param name="journal">Takes every event before it is handled.</param>
    public TradingKernel(Strategy strategy, ImmutableArray<Instrument> instruments, Journal<T> journal)
    {
        (this.strategy, this.journal) = (strategy, journal);
        needsAtr = strategy.AtrInstance is not null;
        T capital = T.CreateChecked(strategy.Capital);
        sizer = new Sizer<T>(strategy, instruments);
        risk = new ApprovedOrder<T>.Check(RiskRules.Of(strategy.Risk, capital, strategy.Market.Timeframe));
        Portfolio = new Portfolio<T>(capital, strategy.Market.Symbols.Length);
        desks = new SymbolDesk<T>[strategy.Market.Symbols.Length];
        for (int i = 0; i < desks.Length; i++)
        {
            desks[i] = new SymbolDesk<T>(Portfolio.Positions[i]);
        }
    }

    /// <summary>Cash and positions.</summary>
    public Portfolio<T> Portfolio { get; }

    /// <summary>Whether any close may set a risk rule off, as prices move the equity.</summary>
    public bool LooksAtEveryClose => risk.LooksAtEveryClose;

    /// <summary>A symbol whose entry is reviewed at every close, for somebody who asks why; −1: none.</summary>
    public int ReviewedSymbol { get; set; } = -1;

    /// <summary>The review at the last close; null before the first.</summary>
    public EntryReview<T>? Review { get; private set; }

    /// <summary>Takes one event; the effects are valid until the next step.</summary>
    public ReadOnlySpan<Effect<T>> Step(KernelEvent<T> happened)
    {
        journal.Append(happened);
        effects.Clear();
        switch (happened)
        {
            case KernelEvent<T>.BarOpened opened:
                LeaveWhenHeldLongEnough(opened);
                break;
            case KernelEvent<T>.BarsClosed closed:
                Decide(closed);
                break;
            case KernelEvent<T>.OrderFilled { Fill.Side: TradeSide.Buy } filled:
                BookEntry(filled.Fill, filled.Rest);
                break;
            case KernelEvent<T>.OrderFilled filled:
                BookExit(filled.Fill, filled.Rest);
                break;
            case KernelEvent<T>.StopReached reached:
                DropEntry(desks[reached.Symbol]);
                desks[reached.Symbol].Exit = new Order<T>.Exit(reached.OrderId, reached.Symbol, reached.Reason);
                break;
            case KernelEvent<T>.EntryGivenUp given:
                GiveUpEntry(given);
                break;
            default:
                throw new BrokenPromiseException(nameof(KernelEvent<T>));
        }

        journal.AppendEffects(effects);
        return CollectionsMarshal.AsSpan(effects);
    }

    // At a close: equity, the risk rules, expiries, exits of all symbols, entries in list order (contracts 4.16).
    private void Decide(KernelEvent<T>.BarsClosed closed)
    {
        ReadOnlySpan<BarClose> bars = closed.Bars.AsSpan();
        for (int i = 0; i < bars.Length; i++)
        {
            if (bars[i].Bar >= 0)
            {
                Portfolio.Mark(i, bars[i].Close);
            }
        }

        T equity = Portfolio.Equity;
        HoldAgainstRisk(Account(closed.Millis, equity));
        ExpireEntries(bars);
        LeaveOnSignal(bars);
        for (int i = 0; i < bars.Length; i++)
        {
            if (i == ReviewedSymbol && bars[i].IsNew)
            {
                Review = ReviewOf(i, bars[i], Account(closed.Millis, equity));
            }

            if (bars[i].IsNew && bars[i].EntryIsTrue && !bars[i].ExitIsTrue)
            {
                EnterOnSignal(i, bars[i], Account(closed.Millis, equity));
            }
        }
    }

    private AccountAtClose<T> Account(long millis, T equity)
    {
        T unfilled = T.Zero;
        int taken = 0;
        foreach (SymbolDesk<T> desk in desks)
        {
            unfilled += desk.Entry?.UnfilledBudget ?? T.Zero;
            taken += desk.IsTaken ? 1 : 0;
        }

        return new AccountAtClose<T>(millis, equity, Portfolio.PositionValue, unfilled, taken);
    }
}
