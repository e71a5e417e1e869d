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
        Fill(figures, row);
    }

    /// <summary>
    /// Writes the figures of a run that was only added up, with the definitions of <see cref="Metrics"/> and
    /// <see cref="TradeFigures"/>.
    /// </summary>
    /// <param name="totals">What it adds up to.</param>
    /// <param name="returns">Daily returns.</param>
    /// <param name="pnl">Pnl of each closed trade, in order of id.</param>
    /// <param name="row">A row of <see cref="Count"/>.</param>
    internal static void Write(
        in RunTotals totals, ReadOnlySpan<double> returns, ReadOnlySpan<double> pnl, Span<double> row)
    {
        double? mean = Moments.Mean(returns);
        double? deviation = Moments.SampleDeviation(returns);
        double? cagr = totals.Bars == 0
            ? null
            : Metrics.Growth(totals.Capital, totals.Final, totals.End - totals.Start);
        int trades = pnl.Length;
        int losses = trades - totals.Wins;
        double sum = Moments.Sum(pnl);
        double? perDeviation = Moments.Ratio(trades == 0 ? null : sum / trades, Moments.SampleDeviation(pnl));
        (double best, double worst) = (double.NegativeInfinity, double.PositiveInfinity);
        foreach (double one in pnl)
        {
            best = one > best ? one : best;
            worst = one < worst ? one : worst;
        }

        ReadOnlySpan<double?> figures =
        [
            totals.Bars, totals.Start, totals.End, totals.Capital, totals.Final, (totals.Final / totals.Capital) - 1, cagr,
            Metrics.Annual(Moments.Ratio(mean, deviation)),
            Metrics.Annual(Moments.Ratio(mean, Moments.DownsideDeviation(returns))),
            Moments.Ratio(cagr, totals.MaxDrawdown), totals.MaxDrawdown, totals.MaxDrawdownDays,
            Metrics.Annual(deviation), Moments.Ratio(totals.InPosition, totals.Bars), trades, totals.Wins, losses,
            Moments.Ratio(totals.Wins, trades), Moments.Ratio(totals.Profit, Math.Abs(totals.Loss)),
            Moments.Ratio(sum, trades), Moments.Ratio(totals.Profit, totals.Wins),
            Moments.Ratio(totals.Loss, losses), trades == 0 ? null : best,
            trades == 0 ? null : worst, Moments.Finite(Math.Sqrt(trades) * perDeviation),
            trades == 0 ? null : totals.HeldMillis / 1000.0 / trades, totals.Fees, totals.Notional / totals.Capital,
            totals.BuyAndHoldReturn,
        ];
        Fill(figures, row);
    }

    private static void Fill(ReadOnlySpan<double?> figures, Span<double> row)
    {
        Guard.That(row.Length == Count && figures.Length == Count);
        for (int i = 0; i < row.Length; i++)
        {
            // What the files show as null is missing here too.
            row[i] = figures[i] is { } known && double.IsFinite(known) ? known : double.NaN;
        }
    }
}
