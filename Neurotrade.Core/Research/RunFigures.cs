using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Research;

/// <summary>
/// The figures of contracts 5.1 as one row of numbers, in their order: what a sweep keeps of each combination. NaN where
/// a figure is undefined; times are Unix milliseconds.
/// </summary>
public static class RunFigures
{
    /// <summary>The names of contracts 5.1, in its order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "bars", "start", "end", "capital", "final_equity", "total_return", "cagr", "sharpe", "sortino", "calmar",
        "max_drawdown", "max_drawdown_days", "volatility", "exposure", "trades", "wins", "losses", "win_rate",
        "profit_factor", "expectancy", "avg_win", "avg_loss", "best_trade", "worst_trade", "sqn", "avg_holding_seconds",
        "fees_paid", "turnover", "buy_and_hold_return",
    ];

    /// <summary>How many there are.</summary>
    public static int Count => Names.Length;

    /// <summary>The place of <c>sharpe</c>.</summary>
    public static int Sharpe { get; } = Names.IndexOf("sharpe");

    /// <summary>The place of <c>trades</c>.</summary>
    public static int Trades { get; } = Names.IndexOf("trades");

    /// <summary>Whether a figure is a time rather than a number.</summary>
    public static bool IsTime(int figure) => Names[figure] is "start" or "end";

    /// <summary>The place of a figure; −1 where none has that name.</summary>
    public static int IndexOf(string name) => Names.IndexOf(name);

    /// <summary>Writes the figures of a run into a row of <see cref="Count"/>.</summary>
    public static void Write(Metrics metrics, Span<double> row)
    {
        TradeFigures trades = metrics.Trades;
        ReadOnlySpan<double?> figures =
        [
            metrics.Bars, metrics.Start?.UnixMillis, metrics.End?.UnixMillis, metrics.Capital, metrics.FinalEquity,
            metrics.TotalReturn, metrics.Cagr, metrics.Sharpe, metrics.Sortino, metrics.Calmar, metrics.MaxDrawdown,
            metrics.MaxDrawdownDays, metrics.Volatility, metrics.Exposure, trades.Trades, trades.Wins, trades.Losses,
            trades.WinRate, trades.ProfitFactor, trades.Expectancy, trades.AvgWin, trades.AvgLoss, trades.BestTrade,
            trades.WorstTrade, trades.Sqn, trades.AvgHoldingSeconds, metrics.FeesPaid, metrics.Turnover,
            metrics.BuyAndHoldReturn,
        ];
        Guard.That(row.Length == Count && figures.Length == Count);
        for (int i = 0; i < row.Length; i++)
        {
            // What the files show as null is missing here too.
            row[i] = figures[i] is { } known && double.IsFinite(known) ? known : double.NaN;
        }
    }
}
