using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Core.Research;

/// <summary>
/// The same run counted as another program counts, so that figures can be compared. Fractions; null where undefined.
/// docs/metrics.md has each formula; where a program prints a stand-in for an undefined figure, here it stays null.
/// The expectancy's unit is <c>quote</c>, <c>fraction</c> (of what a trade cost) or <c>ratio</c>.
/// </summary>
public sealed record MetricConvention(
    string Name,
    double? Sharpe,
    double? Sortino,
    double? Cagr,
    double? Calmar,
    double? MaxDrawdown,
    double? ProfitFactor,
    double? Expectancy,
    string ExpectancyUnit,
    double? Sqn)
{
    private const double CryptoDays = 365;

    /// <summary>A run under every convention, the default first.</summary>
    public static ImmutableArray<MetricConvention> All(BacktestResult result, Metrics metrics, DailyEquity daily)
    {
        Inputs inputs = new(result, metrics, daily);
        return
        [
            Crypto365(inputs), Freqtrade(inputs), Lean(inputs), Jesse(inputs), Nautilus(inputs), BacktestingPy(inputs),
        ];
    }

    private static MetricConvention Crypto365(Inputs run) => new(
        "crypto365", run.Metrics.Sharpe, run.Metrics.Sortino, run.Metrics.Cagr, run.Metrics.Calmar,
        run.Metrics.MaxDrawdown, run.Figures.ProfitFactor, run.Figures.Expectancy, "quote", run.Figures.Sqn);

    // Profit per day of the whole run over the deviation of profit per trade; drawdown on closed trades only.
    private static MetricConvention Freqtrade(Inputs run)
    {
        double[] profits = [.. run.ByExit.Select(trade => trade.Pnl / run.Capital)];
        double[] losing = [.. profits.Where(profit => profit < 0)];
        double days = Math.Max(1, Math.Floor(run.SpanDays));
        double perDay = Moments.Sum(profits) / days;
        (double? drawdown, double closed) = ClosedTradeDrawdown(run);
        double root = Math.Sqrt(CryptoDays);
        double? any = run.Trades.Length == 0 ? null : perDay;
        return new(
            "freqtrade",
            Moments.Ratio(any, Moments.PopulationDeviation(profits)) * root,
            Moments.Ratio(any, Moments.PopulationDeviation(losing)) * root,
            Metrics.Growth(run.Capital, closed, days * Instant.MillisPerDay),
            Moments.Ratio(any * 100, drawdown) * root,
            drawdown,
            run.Figures.ProfitFactor,
            run.Figures.Expectancy,
            "quote",
            run.Figures.Sqn);
    }

    // Annualises the mean by compounding; downside is the deviation of losing days about their own mean.
    private static MetricConvention Lean(Inputs run)
    {
        double[] losing = [.. run.Returns.Where(r => r < 0)];
        double? annual = Moments.Mean(run.Returns) is { } mean
            ? Moments.Finite(Math.Pow(1 + mean, CryptoDays) - 1)
            : null;
        double root = Math.Sqrt(CryptoDays);
        double? winOverLoss = Moments.Ratio(
            MeanOf(run.Trades, pnl => pnl > 0), -MeanOf(run.Trades, pnl => pnl <= 0));
        double? winRate = run.Figures.WinRate;
        return new(
            "lean",
            Moments.Ratio(annual, Moments.SampleDeviation(run.Returns) * root),
            Moments.Ratio(annual, Moments.SampleDeviation(losing) * root),
            run.Metrics.Cagr,
            run.Metrics.Calmar,
            run.Metrics.MaxDrawdown,
            run.Figures.ProfitFactor,
            Moments.Finite((winRate * winOverLoss) - (1 - winRate)),
            "ratio",
            null);
    }

    private static MetricConvention Jesse(Inputs run) => Crypto365(run) with { Name = "jesse", Sqn = null };

    // 252 days a year, and only days that have a return.
    private static MetricConvention Nautilus(Inputs run)
    {
        const double days = 252;
        double[] returns = [.. run.Returns.Where(r => r != 0)];
        double? mean = Moments.Mean(returns);
        double root = Math.Sqrt(days);
        double drawdown = run.DailyDrawdown;
        double? cagr = returns.Length == 0
            ? null
            : Moments.Finite(Math.Pow(run.Final / run.Capital, days / returns.Length) - 1);
        return new(
            "nautilus",
            Moments.Ratio(mean, Moments.SampleDeviation(returns)) * root,
            Moments.Ratio(mean, Moments.DownsideDeviation(returns)) * root,
            cagr,
            Moments.Ratio(cagr, drawdown),
            drawdown,
            Moments.Ratio(returns.Where(r => r > 0).Sum(), -returns.Where(r => r < 0).Sum()),
            run.Figures.Expectancy,
            "quote",
            null);
    }

    // Geometric annual return over compounded volatility.
    private static MetricConvention BacktestingPy(Inputs run)
    {
        const double daysOfYear = 365.25;
        double? growth = run.Returns.Length == 0 || run.Returns.Any(r => r <= -1)
            ? null
            : Math.Exp(Moments.Sum([.. run.Returns.Select(r => Math.Log(1 + r))]) / run.Returns.Length);
        double? annual = growth is { } day ? Moments.Finite(Math.Pow(day, CryptoDays) - 1) : null;
        double? deviation = Moments.SampleDeviation(run.Returns);
        double? volatility = growth is { } g && deviation is { } s
            ? Moments.Finite(Math.Sqrt(
                Math.Pow((s * s) + (g * g), CryptoDays) - Math.Pow(g, 2 * CryptoDays)))
            : null;
        double won = run.Trades.Where(trade => trade.PnlPct > 0).Sum(trade => trade.PnlPct);
        double lost = run.Trades.Where(trade => trade.PnlPct < 0).Sum(trade => trade.PnlPct);
        return new(
            "backtesting.py",
            Moments.Ratio(annual, volatility),
            Moments.Ratio(annual, Moments.DownsideDeviation(run.Returns) * Math.Sqrt(CryptoDays)),
            Metrics.Growth(run.Capital, run.Final, run.SpanDays * Instant.MillisPerDay * CryptoDays / daysOfYear),
            Moments.Ratio(annual, run.Metrics.MaxDrawdown),
            run.Metrics.MaxDrawdown,
            Moments.Ratio(won, -lost),
            run.Figures.AvgReturn,
            "fraction",
            run.Figures.Sqn);
    }

    // The deepest fall in money, told as a fraction of the peak before it.
    private static (double? Depth, double Closed) ClosedTradeDrawdown(Inputs run)
    {
        (double balance, double peak, double deepest) = (run.Capital, run.Capital, 0);
        double? depth = null;
        foreach (BacktestTrade trade in run.ByExit)
        {
            balance += trade.Pnl;
            peak = Math.Max(peak, balance);
            if (peak - balance > deepest)
            {
                (deepest, depth) = (peak - balance, (peak - balance) / peak);
            }
        }

        return (run.Trades.Length == 0 ? null : depth ?? 0, balance);
    }

    private static double? MeanOf(ImmutableArray<BacktestTrade> trades, Func<double, bool> counts) =>
        Moments.Mean([.. trades.Where(trade => counts(trade.Pnl)).Select(trade => trade.PnlPct)]);

    private sealed class Inputs(BacktestResult result, Metrics metrics, DailyEquity daily)
    {
        public Metrics Metrics { get; } = metrics;

        public TradeFigures Figures => Metrics.Trades;

        public double Capital => Metrics.Capital;

        public double Final => Metrics.FinalEquity;

        public double[] Returns => daily.Returns;

        public double SpanDays => Metrics.Start is { } start && Metrics.End is { } end
            ? (end.UnixMillis - start.UnixMillis) / (double)Instant.MillisPerDay
            : 0;

        public ImmutableArray<BacktestTrade> Trades => result.Trades;

        public ImmutableArray<BacktestTrade> ByExit { get; } =
            [.. result.Trades.OrderBy(trade => trade.ExitMillis).ThenBy(trade => trade.Id)];

        public double DailyDrawdown { get; } = DepthOf(daily);

        private static double DepthOf(DailyEquity daily)
        {
            (double peak, double depth) = (daily.Capital, 0);
            foreach (double equity in daily.Equity)
            {
                peak = Math.Max(peak, equity);
                depth = Math.Max(depth, (peak - equity) / peak);
            }

            return depth;
        }
    }
}
