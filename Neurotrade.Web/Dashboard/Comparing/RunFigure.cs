namespace Neurotrade.Web.Dashboard.Comparing;

/// <summary>Which of two values of a figure one would rather have.</summary>
public enum Better
{
    /// <summary>Neither: it describes a run and does not judge it.</summary>
    Neither,
    Higher,
    Lower,
}

/// <summary>What a figure counts.</summary>
public enum FigureKind
{
    Ratio,
    Percent,

    /// <summary>A share that may be a gain or a loss, with its sign.</summary>
    Gain,

    /// <summary>Quote currency.</summary>
    Money,
    Count,
    Days,
    Seconds,
}

/// <summary>A figure of <c>metrics.json</c> (docs/metrics.md).</summary>
/// <param name="Key">Its field, with the group's before a dot.</param>
/// <param name="Name">In words.</param>
/// <param name="Kind">What it counts.</param>
/// <param name="Better">Which of two one would rather have.</param>
public sealed record RunFigure(string Key, string Name, FigureKind Kind, Better Better = Better.Neither)
{
    /// <summary>Grows with the length of a run, so that runs of different periods are not judged by it.</summary>
    public bool NeedsSamePeriod { get; init; }

    /// <summary>An amount: judged only between runs of one capital and one currency.</summary>
    public bool IsMoney => Kind == FigureKind.Money;

    /// <summary>A fall or a loss that the file holds as a positive share; shown with a minus.</summary>
    public bool IsFall { get; init; }

    /// <summary>Every figure in groups, in the order of the file.</summary>
    public static IReadOnlyList<(string Group, IReadOnlyList<RunFigure> Figures)> Groups { get; } =
    [
        ("Result",
        [
            new("final_equity", "Final equity", FigureKind.Money, Better.Higher) { NeedsSamePeriod = true },
            new("total_return", "Total return", FigureKind.Gain, Better.Higher) { NeedsSamePeriod = true },
            new("cagr", "CAGR", FigureKind.Gain, Better.Higher),
            new("sharpe", "Sharpe", FigureKind.Ratio, Better.Higher),
            new("sortino", "Sortino", FigureKind.Ratio, Better.Higher),
            new("calmar", "Calmar", FigureKind.Ratio, Better.Higher),
            new("max_drawdown", "Max drawdown", FigureKind.Percent, Better.Lower) { IsFall = true, NeedsSamePeriod = true },
            new("max_drawdown_days", "Longest under water, days", FigureKind.Days, Better.Lower) { NeedsSamePeriod = true },
            new("volatility", "Volatility", FigureKind.Percent),
            new("exposure", "Exposure", FigureKind.Percent),
            new("buy_and_hold_return", "Buy and hold", FigureKind.Gain),
            new("fees_paid", "Fees paid", FigureKind.Money, Better.Lower) { NeedsSamePeriod = true },
            new("turnover", "Turnover, times the capital", FigureKind.Ratio),
            new("capital", "Capital", FigureKind.Money),
            new("bars", "Bars", FigureKind.Count),
        ]),
        ("Trades",
        [
            new("trades", "Trades", FigureKind.Count),
            new("wins", "Wins", FigureKind.Count),
            new("losses", "Losses", FigureKind.Count),
            new("win_rate", "Win rate", FigureKind.Percent, Better.Higher),
            new("profit_factor", "Profit factor", FigureKind.Ratio, Better.Higher),
            new("expectancy", "Expectancy", FigureKind.Money, Better.Higher),
            new("avg_win", "Average win", FigureKind.Money, Better.Higher),
            new("avg_loss", "Average loss", FigureKind.Money, Better.Higher),
            new("best_trade", "Best trade", FigureKind.Money),
            new("worst_trade", "Worst trade", FigureKind.Money, Better.Higher) { NeedsSamePeriod = true },
            new("sqn", "SQN", FigureKind.Ratio, Better.Higher) { NeedsSamePeriod = true },
            new("avg_holding_seconds", "Average time held", FigureKind.Seconds),
            new("trading.avg_trade_return", "Average return of a trade", FigureKind.Gain, Better.Higher),
            new("trading.longest_win_streak", "Most wins in a row", FigureKind.Count),
            new("trading.longest_loss_streak", "Most losses in a row", FigureKind.Count, Better.Lower) { NeedsSamePeriod = true },
            new("trading.kelly", "Kelly", FigureKind.Gain),
            new("trading.avg_mae", "Average worst point", FigureKind.Gain, Better.Higher),
            new("trading.worst_mae", "Worst point", FigureKind.Gain, Better.Higher) { NeedsSamePeriod = true },
            new("trading.avg_mfe", "Average best point", FigureKind.Gain),
            new("trading.best_mfe", "Best point", FigureKind.Gain),
            new("trading.fees_of_gross_profit", "Fees of gross profit", FigureKind.Percent, Better.Lower),
            new("trading.best_trade_of_profit", "Best trade of the profit", FigureKind.Percent, Better.Lower),
        ]),
        ("Days and risk",
        [
            new("risk.days", "Days", FigureKind.Count),
            new("risk.value_at_risk_95", "Value at risk 95%", FigureKind.Percent, Better.Lower),
            new("risk.conditional_value_at_risk_95", "Conditional value at risk 95%", FigureKind.Percent, Better.Lower),
            new("risk.ulcer_index", "Ulcer index", FigureKind.Percent, Better.Lower),
            new("risk.omega", "Omega", FigureKind.Ratio, Better.Higher),
            new("risk.skew", "Skew", FigureKind.Ratio),
            new("risk.kurtosis", "Kurtosis", FigureKind.Ratio),
            new("risk.probabilistic_sharpe", "Probabilistic Sharpe", FigureKind.Percent, Better.Higher) { NeedsSamePeriod = true },
            new("risk.sharpe_low_95", "Sharpe, low end of 95%", FigureKind.Ratio, Better.Higher) { NeedsSamePeriod = true },
            new("risk.sharpe_high_95", "Sharpe, high end of 95%", FigureKind.Ratio),
            new("risk.best_day", "Best day", FigureKind.Gain),
            new("risk.worst_day", "Worst day", FigureKind.Gain, Better.Higher) { NeedsSamePeriod = true },
            new("risk.positive_days", "Days above 0", FigureKind.Percent),
            new("rolling_sharpe.window_days", "Rolling Sharpe, days", FigureKind.Count),
            new("rolling_sharpe.lowest", "Rolling Sharpe, lowest", FigureKind.Ratio, Better.Higher) { NeedsSamePeriod = true },
            new("rolling_sharpe.median", "Rolling Sharpe, median", FigureKind.Ratio, Better.Higher),
            new("rolling_sharpe.highest", "Rolling Sharpe, highest", FigureKind.Ratio),
            new("rolling_sharpe.last", "Rolling Sharpe, last", FigureKind.Ratio),
        ]),
        ("What did not happen",
        [
            new("counts.orders_below_minimum", "Orders under the minimum", FigureKind.Count),
            new("counts.orders_without_atr", "Orders without ATR", FigureKind.Count),
            new("counts.entries_not_filled", "Entries not filled", FigureKind.Count),
            new("counts.bars_without_detail", "Bars without detail", FigureKind.Count),
        ]),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RunFigure> All { get; } = [.. Groups.SelectMany(group => group.Figures)];

    public static RunFigure? Find(string key) => All.FirstOrDefault(figure => figure.Key == key);
}
