namespace Neurotrade.Core.Research.Report;

/// <summary>One figure as the report lists it.</summary>
internal sealed record ReportFigure(string Name, string Value, string Meaning)
{
    /// <summary>All of them, those of contracts 5.1 first.</summary>
    public static IEnumerable<ReportFigure> All(ReportInput input) =>
        [.. OfRun(input), .. OfTrades(input), .. OfDays(input.Analysis)];

    private static IEnumerable<ReportFigure> OfRun(ReportInput input)
    {
        Metrics metrics = input.Analysis.Metrics;
        string quote = input.Quote;
        yield return new("Final equity", Money(metrics.FinalEquity), $"{quote}; cash and positions at the last close");
        yield return new("Total return", Percent(metrics.TotalReturn), "final equity / capital − 1");
        yield return new("CAGR", Percent(metrics.Cagr), "(final / capital)^(365 days / span) − 1");
        yield return new("Sharpe", Ratio(metrics.Sharpe),
            "mean / sample deviation of daily returns × √365, risk-free 0");
        yield return new("Sortino", Ratio(metrics.Sortino), "mean of daily returns / √(mean of min(r, 0)²) × √365");
        yield return new("Calmar", Ratio(metrics.Calmar), "CAGR / max drawdown");
        yield return new("Max drawdown", Percent(-metrics.MaxDrawdown), "deepest fall from a peak, at closes of bars");
        yield return new("Longest under water", ReportFormat.Number(metrics.MaxDrawdownDays, 2),
            "days from a peak to its recovery, or to the end");
        yield return new("Volatility", Share(metrics.Volatility), "sample deviation of daily returns × √365");
        yield return new("Exposure", Share(metrics.Exposure), "share of bars with a position at their close");
        yield return new("Turnover", Ratio(metrics.Turnover), "sum of all fills' notional / capital");
        yield return new("Fees paid", Money(metrics.FeesPaid), $"{quote}; open positions included");
        yield return new("Fees of gross profit", Share(input.Analysis.FeesOfGrossProfit),
            "fees / (pnl + fees) of closed trades");
        yield return new("Buy and hold", Percent(metrics.BuyAndHoldReturn),
            "last close / first open − 1, symbols weighed equally");
        yield return new("Buy and hold, max drawdown", Percent(-input.Benchmark.MaxDrawdown(metrics.Capital)),
            "the same fall without the strategy");
    }

    private static IEnumerable<ReportFigure> OfTrades(ReportInput input)
    {
        Analysis analysis = input.Analysis;
        TradeFigures trades = analysis.Metrics.Trades;
        yield return new("Trades", ReportFormat.Whole(trades.Trades), "closed, from flat to flat");
        yield return new("Wins, losses", $"{ReportFormat.Whole(trades.Wins)}, {ReportFormat.Whole(trades.Losses)}",
            "a win has a pnl above 0");
        yield return new("Win rate", Share(trades.WinRate), "wins / trades");
        yield return new("Profit factor", Ratio(trades.ProfitFactor), "sum of wins / sum of losses");
        yield return new("Expectancy", Signed(trades.Expectancy), $"mean pnl, {input.Quote}");
        yield return new("Average win", Signed(trades.AvgWin), input.Quote);
        yield return new("Average loss", Signed(trades.AvgLoss), input.Quote);
        yield return new("Best trade", Signed(trades.BestTrade), input.Quote);
        yield return new("Worst trade", Signed(trades.WorstTrade), input.Quote);
        yield return new("Best trade of the profit", Share(analysis.BestTradeOfProfit),
            "best pnl / sum of pnl, where that is above 0");
        yield return new("SQN", Ratio(trades.Sqn), "√trades × mean pnl / its sample deviation");
        yield return new("Kelly", Percent(analysis.Kelly), "win rate − (1 − win rate) / (average win / average loss)");
        yield return new("Average return of a trade", ReportFormat.Percent(trades.AvgReturn, 2),
            "pnl / what the entry cost");
        yield return new("Average time held", ReportFormat.Span(trades.AvgHoldingSeconds),
            "from entry's bar to exit's");
        yield return new("Most wins, losses in a row", $"{analysis.LongestWinStreak}, {analysis.LongestLossStreak}",
            "in order of exits");
        yield return new("Average worst point", Percent(Mean(analysis, e => e.Adverse)),
            "MAE: how far trades went against the entry");
        yield return new("Average best point", Percent(Mean(analysis, e => e.Favourable)),
            "MFE: how far they went in its favour");
    }

    private static IEnumerable<ReportFigure> OfDays(Analysis analysis)
    {
        RiskFigures risk = analysis.Risk;
        yield return new("Days", ReportFormat.Whole(risk.Days), "daily returns that the figures rest on");
        yield return new("Probabilistic Sharpe", Share(risk.ProbabilisticSharpe),
            "chance that the true ratio is above 0");
        yield return new("Value at risk 95%", Share(risk.ValueAtRisk95), "loss not passed on 95 of 100 days");
        yield return new("Conditional value at risk 95%", Share(risk.ConditionalValueAtRisk95),
            "mean loss of the days beyond it");
        yield return new("Best day, worst day",
            $"{ReportFormat.Percent(risk.BestDay, 2)}, {ReportFormat.Percent(risk.WorstDay, 2)}", "daily returns");
        yield return new("Days above 0", Share(risk.PositiveDays), "share of days");
        yield return new("Ulcer index", Share(risk.Ulcer), "√(mean of squared drawdowns of days)");
        yield return new("Omega", Ratio(risk.Omega), "sum of daily gains / sum of daily losses");
        yield return new("Skew", Ratio(risk.Skew), "below 0: losses reach further than gains");
        yield return new("Kurtosis", Ratio(risk.Kurtosis), "3 is normal; above: more days far from the mean");
    }

    private static double? Mean(Analysis analysis, Func<Excursion, double> part) =>
        Moments.Mean([.. analysis.Excursions.Select(part)]);

    private static string Money(double value) => ReportFormat.Number(value, 2);

    private static string Signed(double? value) => ReportFormat.Number(value, 2, isSigned: true);

    private static string Ratio(double? value) => ReportFormat.Number(value, 2);

    private static string Percent(double? value) => ReportFormat.Percent(value, ReportFormat.Digits(value));

    private static string Share(double? value) =>
        ReportFormat.Percent(value, ReportFormat.Digits(value), isSigned: false);
}
