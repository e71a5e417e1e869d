namespace Neurotrade.Core.Research.Report;

/// <summary>The eight figures that decide, each with one line that says what it means or compares with.</summary>
internal static class ReportTiles
{
    public static void Write(HtmlText html, ReportInput input)
    {
        Metrics metrics = input.Analysis.Metrics;
        TradeFigures trades = metrics.Trades;
        RiskFigures risk = input.Analysis.Risk;
        html.Raw("<header><h2>Figures</h2><span class=\"hint\">counted as</span>");
        html.Raw("<div class=\"seg no-print\" id=\"convention\" role=\"group\" aria-label=\"Convention\">");
        foreach (MetricConvention convention in input.Analysis.Conventions)
        {
            string isFirst = convention.Name == input.Analysis.Conventions[0].Name ? "true" : "false";
            html.Raw($"<button type=\"button\" data-value=\"{convention.Name}\" aria-pressed=\"{isFirst}\">"
                + $"{convention.Name}</button>");
        }

        html.Raw("</div></header><dl class=\"tiles\">");
        Tile(html, "Total return", ReportFormat.Percent(metrics.TotalReturn, ReportFormat.Digits(metrics.TotalReturn)),
            $"buy and hold {ReportFormat.Percent(metrics.BuyAndHoldReturn)}",
            tone: ReportFormat.Tone(metrics.TotalReturn));
        Tile(html, "Max drawdown", ReportFormat.Percent(-metrics.MaxDrawdown, ReportFormat.Digits(metrics.MaxDrawdown)),
            $"longest {ReportFormat.Number(metrics.MaxDrawdownDays, 1)} days under water", "max_drawdown",
            ReportFormat.Tone(-metrics.MaxDrawdown));
        string sharpe = risk.SharpeLow95 is null
            ? "return a unit of risk, a year"
            : $"95%: {ReportFormat.Number(risk.SharpeLow95, 1)} to {ReportFormat.Number(risk.SharpeHigh95, 1)}";
        Tile(html, "Sharpe", ReportFormat.Number(metrics.Sharpe, 2), sharpe, "sharpe");
        Tile(html, "CAGR", ReportFormat.Percent(metrics.Cagr, ReportFormat.Digits(metrics.Cagr)),
            "growth a year, compounded", "cagr", ReportFormat.Tone(metrics.Cagr));
        Tile(html, "Profit factor", ReportFormat.Number(trades.ProfitFactor, 2), "money won ÷ money lost",
            "profit_factor");
        string won = trades.AvgWin is null && trades.AvgLoss is null
            ? "share of closed trades with a gain"
            : $"won {ReportFormat.Number(trades.AvgWin, 2)}, lost {ReportFormat.Number(-trades.AvgLoss, 2)} on average";
        Tile(html, "Win rate", ReportFormat.Percent(trades.WinRate, isSigned: false), won);
        Tile(html, "Expectancy", ReportFormat.Number(trades.Expectancy, 2, isSigned: true),
            "mean of a trade, after fees", "expectancy", unit: input.Quote);
        Tile(html, "Trades", ReportFormat.Whole(trades.Trades),
            $"in a position {ReportFormat.Percent(metrics.Exposure, 0, isSigned: false)} of bars");
        html.Raw("</dl></section>");
    }

    private static void Tile(
        HtmlText html, string name, string value, string note, string figure = "", string tone = "", string unit = "")
    {
        string named = figure.Length == 0 ? string.Empty : $" data-figure=\"{figure}\"";
        string small = unit.Length == 0 ? string.Empty : $" <small>{HtmlText.Escape(unit)}</small>";
        html.Raw($"<div class=\"tile\"{named}><dt>{HtmlText.Escape(name)}</dt>"
            + $"<dd class=\"figure {tone}\"><span class=\"value\">{HtmlText.Escape(value)}</span>{small}</dd>"
            + $"<dd class=\"note\">{HtmlText.Escape(note)}</dd></div>");
    }
}
