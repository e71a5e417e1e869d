using System.Collections.Immutable;
using System.Numerics;
using Neurotrade.Core.Accounts;
using Neurotrade.Core.Kernel;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Simulation;

/// <summary>Keeps what a run comes to: fills, trades, counts.</summary>
internal sealed class BacktestRecorder<T>(ImmutableArray<Symbol> symbols)
    where T : struct, INumber<T>
{
    private readonly ImmutableArray<BacktestFill>.Builder fills = ImmutableArray.CreateBuilder<BacktestFill>();
    private readonly List<BacktestTrade> trades = [];
    private readonly SortedDictionary<string, int> refusals = new(StringComparer.Ordinal);
    private int belowMinimum;
    private int withoutAtr;
    private int notFilled;

    public void Record(in Fill<T> fill, int tradeId) => fills.Add(new BacktestFill(
        fills.Count + 1, tradeId, fill.OrderId, fill.Millis, symbols[fill.Symbol], fill.Side, fill.Price,
        double.CreateChecked(fill.Quantity), double.CreateChecked(fill.Fee), fill.Liquidity, fill.Reason));

    public void Record(Effect<T> effect)
    {
        switch (effect)
        {
            case Effect<T>.TradeClosed closed:
                trades.Add(RowOf(closed.Trade));
                break;
            case Effect<T>.DropEntry { Order.IsLimit: true }:
                notFilled++;
                break;
            case Effect<T>.EntryRefused refused:
                refusals[refused.Refusal.Rule] = refusals.GetValueOrDefault(refused.Refusal.Rule) + 1;
                break;
            case Effect<T>.EntryWithoutAtr:
                withoutAtr++;
                break;
            case Effect<T>.EntryBelowMinimum:
                belowMinimum++;
                break;
        }
    }

    public ImmutableArray<BacktestFill> Fills => fills.ToImmutable();

    /// <summary>Closed trades in order of id, which is the order of their entries.</summary>
    public ImmutableArray<BacktestTrade> Trades
    {
        get
        {
            trades.Sort(static (a, b) => a.Id.CompareTo(b.Id));
            return [.. trades];
        }
    }

    public BacktestCounts Counts(int barsWithoutDetail) => new()
    {
        OrdersBelowMinimum = belowMinimum,
        OrdersWithoutAtr = withoutAtr,
        EntriesNotFilled = notFilled,
        EntriesRefusedByRisk = refusals.ToImmutableSortedDictionary(StringComparer.Ordinal),
        BarsWithoutDetail = barsWithoutDetail,
    };

    private BacktestTrade RowOf(ClosedTrade<T> trade) => new(
        trade.Id, symbols[trade.Symbol], trade.EntryMillis, trade.EntryPrice, trade.ExitMillis, trade.ExitPrice,
        double.CreateChecked(trade.Quantity), double.CreateChecked(trade.Pnl),
        double.CreateChecked(trade.Pnl / trade.Cost), double.CreateChecked(trade.Fees), trade.ExitBar - trade.EntryBar,
        trade.ExitReason, trade.Tag);
}
