using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Core.Research.Report;

/// <summary>
/// <c>report.html</c>: one page that holds all it needs, asks for nothing from anywhere, and works from a file. What
/// comes from a person's files is escaped; the page's own policy runs no other script than ours.
/// </summary>
public static class ReportPage
{
    private const string Logo =
        "<svg viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2.4\" "
        + "stroke-linecap=\"round\" stroke-linejoin=\"round\" "
        + "aria-hidden=\"true\"><path d=\"M4 19V6l9 12V5\"/><path d=\"M19 4v16\" "
        + "stroke-width=\"1.6\"/></svg>";

    private const string Shield =
        "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\">"
        + "<path d=\"M12 3 4 6v6c0 5 3.5 8 8 9 4.5-1 8-4 8-9V6z\"/></svg>";

    public static ResultFile Of(
        BacktestResult result, ImmutableArray<CandleSeries> candles, RunRecord run, Analysis analysis)
    {
        ReportInput input = new(result, candles, run, analysis, BuyAndHold.Of(result, candles));
        HtmlText html = new();
        Head(html, input);
        ReportVerdict.Write(html, input);
        ReportTiles.Write(html, input);
        Prices(html, input);
        Equity(html, input);
        ReportTables.Months(html, input);
        Small(html, input);
        ReportTables.CameFrom(html, input);
        Trades(html, input);
        ReportTables.Drawdowns(html, input);
        ReportFacts.Run(html, input);
        ReportFacts.Strategy(html, input);
        ReportFacts.EveryFigure(html, input);
        Foot(html, input);
        return ResultFile.Of("report.html", html.ToString());
    }

    private static void Head(HtmlText html, ReportInput input)
    {
        string name = input.Result.Strategy.Name;
        html.Raw("<!doctype html><html lang=\"en\" data-theme=\"dark\"><head><meta charset=\"utf-8\">");
        html.Raw($"<meta http-equiv=\"Content-Security-Policy\" content=\"{ReportAssets.Policy}\">");
        html.Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            + "<meta name=\"referrer\" content=\"no-referrer\"><meta name=\"color-scheme\" content=\"dark light\">");
        html.Element("title", name + " · backtest").Raw("<style>" + ReportAssets.Style + "</style></head><body>");
        html.Raw("<a class=\"skip\" href=\"#main\">To the figures</a><header class=\"bar\">" + Logo
            + "<span class=\"brand\">Neurotrade</span><span class=\"where\">Backtest</span>");
        html.Element("h1", name).Raw("<span class=\"space\"></span>"
            + "<button type=\"button\" class=\"button no-print\" id=\"theme\" "
            + "aria-label=\"Change theme\">Light</button>"
            + "</header><main id=\"main\">");
        Chips(html, input);
    }

    private static void Chips(HtmlText html, ReportInput input)
    {
        StrategyFacts(html, input);
        (string text, string style) = ReportFacts.Certificate(input.Run.Certificate);
        html.Raw($"<span class=\"{style}\">{Shield}{HtmlText.Escape(text)}</span></div>");
    }

    private static void StrategyFacts(HtmlText html, ReportInput input)
    {
        Metrics metrics = input.Analysis.Metrics;
        var strategy = input.Result.Strategy;
        html.Raw("<div class=\"chips\">");
        html.Element("span", strategy.Hash.Length > 12 ? $"{strategy.Hash[..6]}…{strategy.Hash[^4..]}" : strategy.Hash,
            "chip line");
        foreach (Symbol symbol in strategy.Market.Symbols)
        {
            html.Element("span", symbol.ToString(), "chip");
        }

        string exchange = strategy.Market.Exchange == GeneratedMarket.Exchange || input.Run.Data.Any(IsGenerated)
            ? "generated prices"
            : strategy.Market.Exchange;
        html.Element("span", strategy.Market.Timeframe.ToString(), "chip").Element("span", exchange, "chip");
        if (metrics.Start is { } start && metrics.End is { } end)
        {
            string range = $"{ReportFormat.Date(start.UnixMillis)} – {ReportFormat.Date(end.UnixMillis - 1)}";
            html.Element("span", range, "chip");
        }

        html.Element("span", $"{ReportFormat.Whole(metrics.Bars)} bars", "chip")
            .Element("span", $"{ReportFormat.Number(metrics.Capital, 0)} {input.Quote}", "chip");
    }

    private static bool IsGenerated(RunData data) => data.Source == "store:" + GeneratedMarket.Exchange;

    private static void Prices(HtmlText html, ReportInput input)
    {
        html.Raw("<section class=\"panel\"><header><h2>Prices and trades</h2><div class=\"keys\">"
            + "<span class=\"key in\"><span>entry ▲</span></span><span class=\"key s6\"><span>exit ○, its colour the "
            + "outcome</span></span></div><span class=\"space\"></span>");
        if (input.Candles.Length > 1)
        {
            html.Raw("<div class=\"seg\" id=\"price-symbol\" role=\"group\" aria-label=\"Symbol\">");
            for (int i = 0; i < input.Candles.Length; i++)
            {
                string pressed = i == 0 ? "true" : "false";
                html.Raw($"<button type=\"button\" data-value=\"{i}\" aria-pressed=\"{pressed}\">"
                    + HtmlText.Escape(input.Candles[i].Symbol.ToString()) + "</button>");
            }

            html.Raw("</div>");
        }

        html.Raw("<div class=\"seg no-print\" id=\"price-range\" role=\"group\" aria-label=\"Range\">"
            + "<button type=\"button\" data-value=\"7\" aria-pressed=\"false\">1 w</button>"
            + "<button type=\"button\" data-value=\"30\" aria-pressed=\"false\">1 m</button>"
            + "<button type=\"button\" data-value=\"91\" aria-pressed=\"false\">3 m</button>"
            + "<button type=\"button\" data-value=\"all\" aria-pressed=\"true\">All</button></div></header>");
        Chart(html, "prices", "price", "Candles with entries and exits. Wheel or plus and minus zoom, drag or arrows "
            + "move, double click or F shows all. The trades stand in the table below.", isWheel: true);
        html.Raw("</section>");
    }

    private static void Equity(HtmlText html, ReportInput input)
    {
        Metrics metrics = input.Analysis.Metrics;
        html.Raw("<section class=\"panel w7\"><header><h2>Equity</h2><div class=\"keys\">"
            + "<span class=\"key s1\"><span>strategy</span></span>"
            + "<span class=\"key s6\"><span>buy and hold</span></span>"
            + "<span class=\"key down\"><span>drawdown</span></span>"
            + "<span class=\"key in\"><span>in a position</span></span></div><span class=\"space\"></span>"
            + "<div class=\"seg no-print\" id=\"equity-scale\" role=\"group\" "
            + "aria-label=\"Scale\"><button type=\"button\" data-value=\"linear\" aria-pressed=\"true\">Linear</button>"
            + "<button type=\"button\" data-value=\"log\" aria-pressed=\"false\">Log</button></div></header>");
        Chart(html, "equity", "equity", $"Equity from {ReportFormat.Number(metrics.Capital, 2)} to "
            + $"{ReportFormat.Number(metrics.FinalEquity, 2)} {input.Quote}, deepest drawdown "
            + $"{ReportFormat.Percent(-metrics.MaxDrawdown)}. The drawdowns stand in a table below.");
        html.Raw("</section>");
    }

    private static void Small(HtmlText html, ReportInput input)
    {
        html.Raw("<section class=\"panel w4\"><header><h2>Spread of returns</h2><span class=\"space\"></span>"
            + "<div class=\"seg no-print\" id=\"spread-of\" role=\"group\" aria-label=\"Returns of\">"
            + "<button type=\"button\" data-value=\"trades\" aria-pressed=\"true\">Trades</button>"
            + "<button type=\"button\" data-value=\"days\" aria-pressed=\"false\">Days</button></div></header>");
        html.Raw("<div class=\"chart small\" id=\"spread\"><canvas role=\"img\" aria-label=\"How often each return "
            + "occurred; the days stand in daily.csv, the trades in the table below.\"></canvas></div></section>");
        html.Raw("<section class=\"panel w4\"><header><h2>Rolling Sharpe</h2>");
        html.Element("span", $"{input.Analysis.Rolling.WindowDays} days", "hint").Raw("</header>");
        if (input.Analysis.Rolling.Values.Any(value => value is not null))
        {
            Chart(html, "rolling", "small", "Sharpe ratio of the last days, at each day; in daily.csv.");
        }
        else
        {
            html.Raw("<p class=\"content dim\">The run is shorter than the window, or its equity never changed.</p>");
        }

        html.Raw("</section>");
    }

    private static void Trades(HtmlText html, ReportInput input)
    {
        int all = input.Result.Trades.Length;
        int shown = ReportData.TradesShown(input.Result);
        int open = input.Result.OpenPositions.Length;
        string count = $"{ReportFormat.Whole(all)} closed, {ReportFormat.Whole(open)} open";
        string note = shown < all ? $"; the last {ReportFormat.Whole(shown)} here, all in trades.csv" : string.Empty;
        html.Raw("<section class=\"panel\"><header><h2>Trades</h2>").Element("span", count + note, "hint");
        html.Raw("<span class=\"space\"></span>");
        if (all > 0)
        {
            html.Raw("<input type=\"search\" id=\"trade-filter\" class=\"no-print\" "
                + "placeholder=\"Filter: tag, exit, win, date\" aria-label=\"Filter trades\"></header>"
                + "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
                + "aria-label=\"Trades\"><table><caption>Closed trades; a row shows its trade on the price chart"
                + "</caption><thead id=\"trade-head\"></thead><tbody id=\"trade-rows\"></tbody></table></div>"
                + "<noscript><p class=\"content\">The table needs script; trades.csv beside this page has every trade."
                + "</p></noscript><div class=\"pager\"><button type=\"button\" class=\"button\" id=\"trade-before\" "
                + "aria-label=\"Earlier page\">‹</button><span id=\"trade-count\" aria-live=\"polite\"></span>"
                + "<button type=\"button\" class=\"button\" id=\"trade-after\" aria-label=\"Later page\">›</button>"
                + "</div>");
        }
        else
        {
            html.Raw("</header><p class=\"content dim\">No trade was closed: look at the rules in words below.</p>");
        }

        html.Raw("</section>");
    }

    private static void Chart(HtmlText html, string id, string style, string label, bool isWheel = false) =>
        html.Raw($"<div class=\"chart {style}\" id=\"{id}\"><div class=\"readout\" aria-hidden=\"true\"></div>"
            + $"<canvas tabindex=\"0\" role=\"img\"{(isWheel ? " data-wheel=\"zoom\"" : string.Empty)} "
            + $"aria-label=\"{HtmlText.Escape(label)}\"></canvas></div>");

    private static void Foot(HtmlText html, ReportInput input)
    {
        html.Raw("</main><footer>");
        html.Element("p", "A backtest shows what rules would have done on past candles under the conventions of the "
            + "documentation; it promises nothing. Times are UTC.");
        html.Raw("<p class=\"no-print\"><kbd>/</kbd> filter trades · <kbd>F</kbd> show all · on a chart "
            + "<kbd>←</kbd> <kbd>→</kbd> <kbd>+</kbd> <kbd>−</kbd></p></footer>");
        html.Raw("<script type=\"application/json\" id=\"data\">" + ReportData.Of(input) + "</script>");
        html.Raw("<script>" + ReportAssets.Script + "</script></body></html>");
    }
}
