using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Simulation;

/// <summary>All that a run came to; metrics, files and pages are made from it. Amounts in quote currency.</summary>
public sealed record BacktestResult
{
    public required Strategy Strategy { get; init; }

    /// <summary>Cash at the start.</summary>
    public required double Capital { get; init; }

    /// <summary>The account at each bar's close.</summary>
    public required CloseColumns Closes { get; init; }

    /// <summary>
    /// The time axis: the union of the symbols' bars, open times in Unix milliseconds (contracts 4.16).
    /// </summary>
    public long[] Times => Closes.Times;

    /// <summary>Cash plus positions at each bar's close, one per time.</summary>
    public double[] Equity => Closes.Equity;

    /// <summary>Cash at each bar's close, cash reserved for resting orders included.</summary>
    public double[] Cash => Closes.Cash;

    /// <summary>Positions marked at each bar's close.</summary>
    public double[] PositionValue => Closes.PositionValue;

    /// <summary>Whether any position was open at that close.</summary>
    public required BitColumn InPosition { get; init; }

    /// <summary>Closed trades, in order of id.</summary>
    public required ImmutableArray<BacktestTrade> Trades { get; init; }

    /// <summary>Every fill, in the order of contracts 4.16.</summary>
    public required ImmutableArray<BacktestFill> Fills { get; init; }

    /// <summary>Positions still open after the last candle, in list order of their symbols (contracts 4.8).</summary>
    public required ImmutableArray<OpenPosition> OpenPositions { get; init; }

    public required BacktestCounts Counts { get; init; }
}

/// <summary>From flat to flat: one row of <c>trades.csv</c> (contracts 4.12, 5.2).</summary>
/// <param name="Id">Counts entries from 1.</param>
/// <param name="Symbol">The pair.</param>
/// <param name="EntryMillis">Open time of the bar of the entry's (first) fill.</param>
/// <param name="EntryPrice">Quantity-weighted, slippage included.</param>
/// <param name="ExitMillis">Open time of the bar of the last exit.</param>
/// <param name="ExitPrice">Quantity-weighted, slippage included.</param>
/// <param name="Quantity">Entry quantity, base asset.</param>
/// <param name="Pnl">After fees.</param>
/// <param name="PnlPct">Pnl / (entry notional + entry fee), a fraction.</param>
/// <param name="Fees">Both sides.</param>
/// <param name="BarsHeld">Exit bar − entry bar, in the symbol's bars.</param>
/// <param name="ExitReason">Reason of the last fill.</param>
/// <param name="Tag">The entry's tag, empty when none.</param>
public sealed record BacktestTrade(
    int Id,
    Symbol Symbol,
    long EntryMillis,
    double EntryPrice,
    long ExitMillis,
    double ExitPrice,
    double Quantity,
    double Pnl,
    double PnlPct,
    double Fees,
    int BarsHeld,
    FillReason ExitReason,
    string Tag);

/// <summary>One row of <c>fills.csv</c> (contracts 5.2).</summary>
public sealed record BacktestFill(
    int Id,
    int TradeId,
    int OrderId,
    long Millis,
    Symbol Symbol,
    TradeSide Side,
    double Price,
    double Quantity,
    double Fee,
    Liquidity Liquidity,
    FillReason Reason);

/// <summary>A position still open after the last candle, marked at its symbol's last close.</summary>
public sealed record OpenPosition(
    int TradeId,
    Symbol Symbol,
    long EntryMillis,
    double EntryPrice,
    double Quantity,
    double EntryFee,
    double LastClose,
    double UnrealizedPnl,
    string Tag);

/// <summary>What did not happen, and how often.</summary>
public sealed record BacktestCounts
{
    /// <summary>Orders not placed because they lay under the minimum (contracts 4.2).</summary>
    public int OrdersBelowMinimum { get; init; }

    /// <summary>Orders not placed because the average true range was missing or not above 0 (contracts 4.15).</summary>
    public int OrdersWithoutAtr { get; init; }

    /// <summary>Entry signals refused by each risk rule, by the rule's name.</summary>
    public ImmutableSortedDictionary<string, int> EntriesRefusedByRisk { get; init; } =
        ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Limit entries that expired or were cancelled unfilled.</summary>
    public int EntriesNotFilled { get; init; }

    /// <summary>
    /// Bars with a position or order that were not walked in finer candles for want of them (contracts 4.17).
    /// </summary>
    public int BarsWithoutDetail { get; init; }
}
