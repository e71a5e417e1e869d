using System.Collections.Immutable;
using Neurotrade.Core.Accounts;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Simulation;

/// <summary>Makes the whole result of a fused walk: fills, trades, counts, and the columns of every close.</summary>
internal readonly struct ResultLedger : IWalkLedger
{
    private readonly BacktestInput input;
    private readonly SymbolSignals signals;
    private readonly int first;
    private readonly int count;
    private readonly List<HeldSpan> spans = [];
    private readonly BitColumn inPosition;
    private readonly List<BacktestFill> fills = [];
    private readonly List<BacktestTrade> trades = [];
    private readonly int[] missed = new int[Enum.GetValues<FusedMiss>().Length];

    private ResultLedger(BacktestInput input, SymbolSignals signals)
    {
        (this.input, this.signals) = (input, signals);
        (first, int end) = FusedRuns.RangeOf(input);
        count = end - first;
        inPosition = new BitColumn(count);
    }

    private CandleSeries Bars => input.Symbols[0].Bars;

    private Symbol Symbol => input.Strategy.Market.Symbols[0];

    /// <summary>Walks a run that <see cref="FusedRuns.Covers"/>.</summary>
    public static BacktestResult Run(
        BacktestInput input, SymbolSignals signals, IProgress<double>? progress, CancellationToken cancellation)
    {
        BitColumn enters = new(signals.Rules.Entry.Count);
        FusedWalk<ResultLedger> walk = new(input, signals, enters, new ResultLedger(input, signals));
        ResultLedger ledger = walk.Run(progress, cancellation);
        return ledger.Result(walk.State.Position, walk.State.Trade);
    }

    public void Hold(int from, ReadOnlySpan<double> closes, double cash, double quantity)
    {
        spans.Add(new HeldSpan(from, cash, quantity));
        if (quantity != 0)
        {
            inPosition.SetRange(from, from + closes.Length);
        }
    }

    public void Fill(in Fill<double> fill, int tradeId) => fills.Add(new BacktestFill(
        fills.Count + 1, tradeId, fill.OrderId, fill.Millis, Symbol, fill.Side, fill.Price, fill.Quantity, fill.Fee,
        fill.Liquidity, fill.Reason));

    public void Close(Position<double> position, in FusedTrade trade, in Fill<double> exit) => trades.Add(new BacktestTrade(
        trade.Id, Symbol, trade.EntryMillis, position.EntryPrice, exit.Millis, position.ExitPrice,
        position.EntryQuantity, position.Pnl, position.Pnl / position.Cost, position.Fees, exit.Bar - trade.EntryBar,
        exit.Reason, signals.Rules.EntryTag(trade.SignalBar)));

    public void Miss(FusedMiss what) => missed[(int)what]++;

    private BacktestResult Result(Position<double> position, in FusedTrade trade) => new()
    {
        Strategy = input.Strategy,
        Capital = input.Strategy.Capital,
        Closes = CloseColumns.Of(Bars, first, count, [.. spans]),
        InPosition = inPosition,
        Trades = [.. trades],
        Fills = [.. fills],
        OpenPositions = position.IsOpen ? [StillOpen(position, trade)] : [],
        Counts = new BacktestCounts
        {
            OrdersBelowMinimum = missed[(int)FusedMiss.BelowMinimum],
            OrdersWithoutAtr = missed[(int)FusedMiss.WithoutAtr],
            EntriesNotFilled = missed[(int)FusedMiss.NotFilled],
            EntriesRefusedByRisk = Refused(missed[(int)FusedMiss.RefusedByExposure]),
        },
    };

    private OpenPosition StillOpen(Position<double> position, in FusedTrade trade)
    {
        double close = Bars.Closes[first + count - 1];
        return new OpenPosition(
            trade.Id, Symbol, trade.EntryMillis, position.EntryPrice, position.Quantity, position.EntryFees, close,
            position.Proceeds + (position.Quantity * close) - position.Cost, signals.Rules.EntryTag(trade.SignalBar));
    }

    private static ImmutableSortedDictionary<string, int> Refused(int count)
    {
        ImmutableSortedDictionary<string, int> none = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);
        return count == 0 ? none : none.Add("max_exposure", count);
    }
}
