using System.Collections.Immutable;
using System.Globalization;

namespace Neurotrade.Core.Research.Report;

/// <summary>The report's tables that need no script: months, where the money came from, drawdowns.</summary>
internal static class ReportTables
{
    // A return of this size has the strongest tint; there are five.
    private const double StrongestMonth = 0.15;
    private const int Tints = 5;

    public static void Months(HtmlText html, ReportInput input)
    {
        ImmutableArray<PeriodReturn> months = input.Analysis.Months;
        html.Raw("<section class=\"panel w5\"><header><h2>Months</h2><span class=\"hint\">return, %</span></header>");
        html.Raw("<div class=\"content scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Months\">");
        html.Raw("<table class=\"months\"><caption>Return of each month and year</caption>"
            + "<thead><tr><th scope=\"col\"><span class=\"skip\">Year</span></th>");
        foreach (string name in (string[])
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Year"])
        {
            html.Element("th scope=\"col\"", name);
        }

        html.Raw("</tr></thead><tbody>");
        foreach (PeriodReturn year in input.Analysis.Years.Reverse())
        {
            html.Raw("<tr>").Element("th scope=\"row\"", year.Year.ToString(CultureInfo.InvariantCulture));
            for (int month = 1; month <= 12; month++)
            {
                PeriodReturn? found = months.FirstOrDefault(m => m.Year == year.Year && m.Month == month);
                bool isThere = found is { Month: > 0 };
                html.Element("td", isThere ? Points(found!.Value.Return) : "·",
                    isThere ? Tint(found!.Value.Return) : "dim");
            }

            html.Element("td", Points(year.Return), "sum " + ReportFormat.Tone(year.Return)).Raw("</tr>");
        }

        html.Raw("</tbody></table>");
        BestAndWorst(html, input.Analysis);
        html.Raw("</div></section>");
    }

    public static void CameFrom(HtmlText html, ReportInput input)
    {
        html.Raw("<section class=\"panel w4\"><header><h2>Where it came from</h2><span class=\"space\"></span>");
        html.Raw("<div class=\"seg no-print\" id=\"came-from\" role=\"group\" aria-label=\"Group by\">"
            + "<button type=\"button\" data-value=\"exit\" aria-pressed=\"true\">Exit</button>"
            + "<button type=\"button\" data-value=\"tag\" aria-pressed=\"false\">Tag</button>"
            + "<button type=\"button\" data-value=\"symbol\" aria-pressed=\"false\">Symbol</button></div></header>");
        Group(html, input, "exit", "Left by", input.Analysis.ByExit, isHidden: false);
        Group(html, input, "tag", "Entered by", input.Analysis.ByTag, isHidden: true);
        Group(html, input, "symbol", "Symbol", input.Analysis.BySymbol, isHidden: true);
        html.Raw("</section>");
    }

    public static void Drawdowns(HtmlText html, ReportInput input)
    {
        html.Raw("<section class=\"panel w7\"><header><h2>Deepest drawdowns</h2>"
            + "<span class=\"hint\">from a peak to its recovery</span></header><div class=\"scroll\" tabindex=\"0\" "
            + "role=\"region\" aria-label=\"Drawdowns\"><table><caption>Deepest drawdowns</caption><thead><tr>"
            + "<th scope=\"col\" class=\"num\">Depth</th><th scope=\"col\">Peak</th><th scope=\"col\">Lowest</th>"
            + "<th scope=\"col\">Recovered</th><th scope=\"col\" class=\"num\">Lasted</th></tr></thead><tbody>");
        foreach (Drawdown drawdown in input.Analysis.Drawdowns)
        {
            html.Raw("<tr>").Element("td", ReportFormat.Percent(-drawdown.Depth, 2), "num loss")
                .Element("td", ReportFormat.Time(drawdown.PeakMillis), "nowrap")
                .Element("td", ReportFormat.Time(drawdown.TroughMillis), "nowrap")
                .Element("td", drawdown.IsRecovered ? ReportFormat.Time(drawdown.EndMillis) : "not yet", "nowrap")
                .Element("td", ReportFormat.Span(drawdown.Days * 86_400), "num").Raw("</tr>");
        }

        if (input.Analysis.Drawdowns.IsEmpty)
        {
            html.Raw("<tr><td colspan=\"5\" class=\"dim\">Equity never fell below a peak.</td></tr>");
        }

        html.Raw("</tbody></table></div></section>");
    }

    private static void BestAndWorst(HtmlText html, Analysis analysis)
    {
        double[] months =
            [.. analysis.Months.Where(month => month.Return is not null).Select(month => month.Return!.Value)];
        if (months.Length == 0)
        {
            return;
        }

        double? above = Moments.Ratio(months.Count(month => month > 0), months.Length);
        (string Name, string Value)[] facts =
        [
            ("Best month", ReportFormat.Percent(months.Max())), ("Worst month", ReportFormat.Percent(months.Min())),
            ("Above 0", ReportFormat.Percent(above, 0, isSigned: false)),
            ("Best day", ReportFormat.Percent(analysis.Risk.BestDay)),
            ("Worst day", ReportFormat.Percent(analysis.Risk.WorstDay)),
            ("Above 0", ReportFormat.Percent(analysis.Risk.PositiveDays, 0, isSigned: false)),
        ];
        html.Raw("<dl class=\"facts six\">");
        foreach ((string name, string value) in facts)
        {
            html.Element("dt", name).Element("dd", value);
        }

        html.Raw("</dl>");
    }

    private static void Group(
        HtmlText html, ReportInput input, string key, string head, ImmutableArray<TradeGroup> groups, bool isHidden)
    {
        string hidden = isHidden ? " hidden" : string.Empty;
        html.Raw($"<div data-came-from=\"{key}\" class=\"scroll{hidden}\" tabindex=\"0\" "
            + $"role=\"region\" aria-label=\"{head}\"><table><caption>{head}</caption><thead><tr>"
            + $"<th scope=\"col\">{head}</th><th scope=\"col\" class=\"num\">Trades</th>"
            + "<th scope=\"col\" class=\"num\">Won</th><th scope=\"col\" class=\"num\">Factor</th>"
            + $"<th scope=\"col\" class=\"num\">PnL, {HtmlText.Escape(input.Quote)}</th></tr></thead><tbody>");
        foreach (TradeGroup group in groups)
        {
            html.Raw("<tr>").Element("th scope=\"row\"", group.Name.Length == 0 ? "no tag" : group.Name)
                .Element("td", ReportFormat.Whole(group.Figures.Trades), "num")
                .Element("td", ReportFormat.Percent(group.Figures.WinRate, 0, isSigned: false), "num")
                .Element("td", ReportFormat.Number(group.Figures.ProfitFactor, 2), "num")
                .Element("td", ReportFormat.Number(group.Figures.Pnl, 2, isSigned: true),
                    "num " + ReportFormat.Tone(group.Figures.Pnl)).Raw("</tr>");
        }

        if (groups.IsEmpty)
        {
            html.Raw("<tr><td colspan=\"5\" class=\"dim\">No closed trades.</td></tr>");
        }

        html.Raw("</tbody></table></div>");
    }

    // Percent points; from a hundred on without a decimal, so that the cell holds them.
    private static string Points(double? value) =>
        ReportFormat.Number(value * 100, Math.Abs(value ?? 0) >= 1 ? 0 : 1, isSigned: true);

    private static string Tint(double? value)
    {
        if (value is not { } known || known == 0)
        {
            return "dim";
        }

        int step = (int)Math.Clamp(Math.Ceiling(Math.Abs(known) / StrongestMonth * Tints), 1, Tints);
        return (known > 0 ? "g" : "l") + step.ToString(CultureInfo.InvariantCulture);
    }
}
