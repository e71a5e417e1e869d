using System.Collections.Immutable;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Research.WalkForward;

/// <summary>
/// The test ranges one after another as one run: each begins flat with what those before it came to, so its amounts are
/// its own times that / the capital. A position open at a range's end is given up at its last close, without costs: it
/// counts in equity and, but for the last range's, in no list of trades.
/// </summary>
public sealed class OutOfSample
{
    private readonly BitColumn inPosition;
    private readonly List<long> times = [];
    private readonly List<double> equity = [];
    private readonly List<double> cash = [];
    private readonly List<double> positions = [];
    private readonly List<BacktestTrade> trades = [];
    private readonly List<BacktestFill> fills = [];
    private ImmutableArray<OpenPosition> open = [];
    private BacktestCounts counts = new();
    private int tradeIds;
    private int orderIds;

    private OutOfSample(int bars) => inPosition = new BitColumn(bars);

    /// <summary>Joins windows, at least one, in order of time.</summary>
    /// <param name="own">The strategy at its file's values: the joined run's name, market and capital.</param>
    /// <param name="windows">The windows.</param>
    public static BacktestResult Join(Strategy own, ImmutableArray<WindowResult> windows)
    {
        OutOfSample joined = new(windows.Sum(window => window.Run.Times.Length));
        double factor = 1;
        foreach (BacktestResult run in windows.Select(window => window.Run))
        {
            joined.Add(run, factor);
            factor = joined.equity.Count == 0 ? 1 : Math.Max(0, joined.equity[^1]) / own.Capital;
        }

        return new BacktestResult
        {
            Strategy = own,
            Capital = own.Capital,
            Closes = CloseColumns.Of([.. joined.times], [.. joined.equity], [.. joined.cash], [.. joined.positions]),
            InPosition = joined.inPosition,
            Trades = [.. joined.trades],
            Fills = [.. joined.fills],
            OpenPositions = joined.open,
            Counts = joined.counts,
        };
    }

    private void Add(BacktestResult run, double factor)
    {
        for (int bar = run.InPosition.Next(0); bar < run.Times.Length; bar = run.InPosition.Next(bar + 1))
        {
            inPosition[times.Count + bar] = true;
        }

        times.AddRange(run.Times);
        equity.AddRange(run.Equity.Select(value => value * factor));
        cash.AddRange(run.Cash.Select(value => value * factor));
        positions.AddRange(run.PositionValue.Select(value => value * factor));
        (int firstFill, int firstTrade, int firstOrder) = (fills.Count, tradeIds, orderIds);
        trades.AddRange(run.Trades.Select(trade => trade with
        {
            Id = trade.Id + firstTrade,
            Quantity = trade.Quantity * factor,
            Pnl = trade.Pnl * factor,
            Fees = trade.Fees * factor,
        }));
        fills.AddRange(run.Fills.Select(fill => fill with
        {
            Id = fill.Id + firstFill,
            TradeId = fill.TradeId + firstTrade,
            OrderId = fill.OrderId + firstOrder,
            Quantity = fill.Quantity * factor,
            Fee = fill.Fee * factor,
        }));
        open = [.. run.OpenPositions.Select(position => position with
        {
            TradeId = position.TradeId + firstTrade,
            Quantity = position.Quantity * factor,
            EntryFee = position.EntryFee * factor,
            UnrealizedPnl = position.UnrealizedPnl * factor,
        })];
        foreach (BacktestFill fill in run.Fills)
        {
            tradeIds = Math.Max(tradeIds, fill.TradeId + firstTrade);
            orderIds = Math.Max(orderIds, fill.OrderId + firstOrder);
        }

        Add(run.Counts);
    }

    private void Add(BacktestCounts more)
    {
        ImmutableSortedDictionary<string, int> refused = counts.EntriesRefusedByRisk;
        foreach ((string rule, int count) in more.EntriesRefusedByRisk)
        {
            refused = refused.SetItem(rule, refused.GetValueOrDefault(rule) + count);
        }

        counts = new BacktestCounts
        {
            OrdersBelowMinimum = counts.OrdersBelowMinimum + more.OrdersBelowMinimum,
            OrdersWithoutAtr = counts.OrdersWithoutAtr + more.OrdersWithoutAtr,
            EntriesRefusedByRisk = refused,
            EntriesNotFilled = counts.EntriesNotFilled + more.EntriesNotFilled,
            BarsWithoutDetail = counts.BarsWithoutDetail + more.BarsWithoutDetail,
        };
    }
}
