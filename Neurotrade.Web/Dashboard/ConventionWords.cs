namespace Neurotrade.Web.Dashboard;

/// <summary>How each convention counts the figures in which conventions differ, in a sentence each (docs/metrics.md).</summary>
public static class ConventionWords
{
    /// <summary>The Sharpe ratio.</summary>
    public static string Sharpe(string convention) => convention switch
    {
        "freqtrade" => "Profit a day of the whole run, as a share of the capital, ÷ population deviation of the trades' profits × √365.",
        "lean" => "The mean daily return, compounded over 365 days, ÷ (sample deviation of daily returns × √365).",
        "nautilus" => "Mean ÷ sample deviation of daily returns, days without a return left out, × √252.",
        "backtesting.py" => "The geometric mean of daily returns over 365 days ÷ its compounded volatility.",
        _ => "Mean ÷ sample deviation of daily returns × √365, risk-free rate 0; the interval is two standard errors, skew and fat "
            + "tails counted. Above 1 is good, if the interval does not reach 0.",
    };

    /// <summary>The compound annual growth rate.</summary>
    public static string Growth(string convention) => convention switch
    {
        "freqtrade" => "(capital and closed trades ÷ capital) to the power of 365 ÷ whole days, − 1; what is open is left out.",
        "nautilus" => "(final ÷ capital) to the power of 252 ÷ days with a return, − 1.",
        "backtesting.py" => "(final ÷ capital) to the power of 365.25 days ÷ span, − 1.",
        _ => "(final ÷ capital) to the power of 365 days ÷ span, − 1: what a year would bring if it went on so.",
    };

    /// <summary>The deepest fall.</summary>
    public static string Drawdown(string convention) => convention switch
    {
        "freqtrade" => "The deepest fall in money of capital and closed trades, as a share of the peak before it; what is open is not seen.",
        "nautilus" => "The deepest fall from a peak of equity at each day's last bar.",
        _ => "max of (peak − equity) ÷ peak at bar closes, the capital being the first peak: the worst that one would have sat through.",
    };

    /// <summary>The profit factor.</summary>
    public static string ProfitFactor(string convention) => convention switch
    {
        "nautilus" => "Sum of the days' gains ÷ sum of the days' losses, in returns.",
        "backtesting.py" => "Sum of the winning trades' returns ÷ sum of the losing trades' returns.",
        _ => "Sum of winning trades ÷ sum of losing trades, after fees. Above 1 it earns; a dash where none lost.",
    };

    /// <summary>The expectancy.</summary>
    public static string Expectancy(string convention) => convention switch
    {
        "lean" => "Share won × (mean win ÷ mean loss) − share lost: what a trade brings for each unit that a losing one costs.",
        "backtesting.py" => "The mean return of a closed trade.",
        _ => "The mean profit of a closed trade, after fees, in quote currency.",
    };
}
