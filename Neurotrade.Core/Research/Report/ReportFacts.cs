using System.Globalization;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Research.Report;

/// <summary>
/// What the run was made from and what it did not do: strategy, data, certificate, counts; and every figure.
/// </summary>
internal static class ReportFacts
{
    // Rules nest deeper than a page is wide; there they stay at this depth.
    private const int MostIndent = 6;

    /// <summary>What a certificate says in a few words, and the class of its badge.</summary>
    public static (string Text, string Style) Certificate(LookAheadCertificate certificate) => certificate switch
    {
        LookAheadCertificate.Proved proved =>
            ($"No look-ahead, proved on {ReportFormat.Whole(proved.Bars)} bars", "chip accent"),
        LookAheadCertificate.Failed failed =>
            ($"Looks ahead at {ReportFormat.Time(failed.Bar.UnixMillis)}", "chip danger"),
        _ => ("Look-ahead not checked", "chip"),
    };

    public static void Strategy(HtmlText html, ReportInput input)
    {
        html.Raw("<section class=\"panel\"><header><h2>Strategy</h2><span class=\"hint\">as it was understood, every "
            + "value resolved</span></header><div class=\"content sides\">");
        if (!input.Run.RulesInWords.IsEmpty)
        {
            html.Raw("<ul class=\"words\">");
            foreach (string line in input.Run.RulesInWords)
            {
                string text = line.TrimStart(' ');
                int depth = Math.Min(MostIndent, (line.Length - text.Length) / 2);
                bool isPart = text.StartsWith("- ", StringComparison.Ordinal);
                html.Element("li", isPart ? text[2..] : text, isPart ? $"part in{depth}" : string.Empty);
            }

            html.Raw("</ul>");
        }

        html.Raw("<pre class=\"source\" tabindex=\"0\" aria-label=\"Strategy file\">"
            + HtmlText.Escape(input.Result.Strategy.CanonicalText) + "</pre></div></section>");
    }

    public static void Run(HtmlText html, ReportInput input)
    {
        RunRecord run = input.Run;
        Strategy strategy = input.Result.Strategy;
        html.Raw("<section class=\"panel w5\"><header><h2>How to repeat it</h2><span class=\"hint\">run.json</span>"
            + "</header><div class=\"content\"><dl class=\"facts\">");
        Fact(html, "Program", "Neurotrade " + run.Version);
        Fact(html, "Strategy", strategy.Hash);
        Fact(html, "Data", run.DataFingerprint);
        Fact(html, "Certificate", Certificate(run.Certificate).Text + run.Certificate switch
        {
            LookAheadCertificate.Proved proved => $", {proved.Cuts} cuts of the future, hash {proved.Hash}",
            LookAheadCertificate.Failed failed => ": " + failed.What,
            _ => string.Empty,
        });
        Fact(html, "Seed", run.Seed.ToString(CultureInfo.InvariantCulture));
        Fact(html, "Fees", $"maker {ReportFormat.Percent(strategy.Costs.MakerFee, 3, isSigned: false)}, "
            + $"taker {ReportFormat.Percent(strategy.Costs.TakerFee, 3, isSigned: false)} a side");
        Fact(html, "Slippage", strategy.Costs.Slippage switch
        {
            SlippageModel.Ratio ratio => ReportFormat.Percent(ratio.Fraction, 3, isSigned: false) + " of the price",
            SlippageModel.VolumeShare share =>
                $"by volume: impact {ReportFormat.Percent(share.Impact, 2, isSigned: false)}, at most "
                + $" {ReportFormat.Percent(share.Limit, 1, isSigned: false)} of a bar's volume",
            _ => string.Empty,
        });
        if (run.RulesHash is { } rules)
        {
            Fact(html, "Instrument rules", rules);
        }

        foreach (RunData data in run.Data)
        {
            string detail = data.IsDetail ? ", detail" : string.Empty;
            Fact(html, $"{data.Symbol} {data.Timeframe}{detail}", Quality(data));
        }

        foreach ((string name, int count) in Counts(input.Result.Counts).Where(count => count.Item2 > 0))
        {
            Fact(html, name, ReportFormat.Whole(count));
        }

        html.Raw("</dl></div></section>");
    }

    public static void EveryFigure(HtmlText html, ReportInput input)
    {
        html.Raw("<section class=\"panel\"><details><summary>Every figure, with what it means</summary>"
            + "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Every figure\">"
            + "<table><caption>Every figure</caption><thead><tr><th scope=\"col\">Figure</th>"
            + "<th scope=\"col\" class=\"num\">Value</th><th scope=\"col\">Meaning</th>"
            + "</tr></thead><tbody>");
        foreach (ReportFigure figure in ReportFigure.All(input))
        {
            html.Raw("<tr>").Element("th scope=\"row\"", figure.Name).Element("td", figure.Value, "num")
                .Element("td", figure.Meaning, "dim").Raw("</tr>");
        }

        html.Raw("</tbody></table></div></details></section>");
    }

    private static string Quality(RunData data)
    {
        string text = $"{ReportFormat.Whole(data.Candles)} candles from {data.Source}";
        (long Count, string What)[] counts =
        [
            (data.MissingCandles, $"missing in {ReportFormat.Whole(data.Gaps)} gaps"),
            (data.RefusedRows, "rows refused"), (data.DuplicateRows, "duplicates"),
            (data.UnsortedRows, "unsorted rows"),
            (data.ZeroVolumeCandles, "without volume"),
        ];
        IEnumerable<string> told = counts.Where(count => count.Count > 0)
            .Select(count => $"{ReportFormat.Whole(count.Count)} {count.What}");
        string found = string.Join(", ", told);
        return $"{text}; {(found.Length == 0 ? "nothing missing, nothing refused" : found)}; {data.Fingerprint}";
    }

    private static IEnumerable<(string Name, int Count)> Counts(BacktestCounts counts)
    {
        yield return ("Orders under the minimum", counts.OrdersBelowMinimum);
        yield return ("Orders without ATR", counts.OrdersWithoutAtr);
        yield return ("Entries not filled", counts.EntriesNotFilled);
        yield return ("Bars without detail", counts.BarsWithoutDetail);
        foreach ((string rule, int count) in counts.EntriesRefusedByRisk)
        {
            yield return ($"Refused by {rule}", count);
        }
    }

    private static void Fact(HtmlText html, string name, string value) => html.Element("dt", name).Element("dd", value);
}
