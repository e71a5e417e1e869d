using System.Globalization;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Research.Report;

/// <summary>What comes first: whether the run was worth it, and how sure one can be, in plain words.</summary>
internal static class ReportVerdict
{
    private const double Sure = 0.95;
    private const double Doubtful = 0.8;

    public static void Write(HtmlText html, ReportInput input)
    {
        html.Raw("<section class=\"panel\" aria-labelledby=\"verdict\"><div class=\"verdict\">");
        html.Raw("<p id=\"verdict\" class=\"line1\">").Raw(Headline(input)).Raw("</p>");
        html.Element("p", Beside(input));
        html.Element("p", Chance(input));
        if (!input.Analysis.Warnings.IsEmpty || input.Result.OpenPositions.Length > 0)
        {
            html.Raw("<div class=\"chips\">");
            foreach (ResultWarning warning in input.Analysis.Warnings)
            {
                html.Raw("<span class=\"chip warn\">" + Icon + HtmlText.Escape(warning.Text) + "</span>");
            }

            foreach (var open in input.Result.OpenPositions)
            {
                string pnl = ReportFormat.Number(open.UnrealizedPnl, 2, isSigned: true);
                html.Element("span", $"Still open at the end: {open.Symbol}, {pnl} {input.Quote}", "chip");
            }

            html.Raw("</div>");
        }

        html.Raw("</div>");
    }

    private const string Icon =
        "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"M12 9v4m0 4h.01M10.3 3.9 2.4 17.5A2 2 0 0 0 4.1 20.5"
        + "h15.8a2 2 0 0 0 1.7-3L13.7 3.9a2 2 0 0 0-3.4 0z\"/></svg>";

    private static string Headline(ReportInput input)
    {
        Metrics metrics = input.Analysis.Metrics;
        if (metrics.Bars == 0)
        {
            return "There was no bar to trade on";
        }

        if (metrics.Trades.Trades == 0 && input.Result.OpenPositions.IsEmpty)
        {
            return "It never traded";
        }

        double total = metrics.TotalReturn;
        string share = ReportFormat.Percent(Math.Abs(total), ReportFormat.Digits(total), isSigned: false);
        string did = total switch { > 0 => "Made", < 0 => "Lost", _ => "Made nothing:" };
        string tone = ReportFormat.Tone(total);
        string against = (total - metrics.BuyAndHoldReturn) switch
        {
            > 0 => total > 0 ? "more than" : "better than",
            < 0 => total > 0 ? "less than" : "worse than",
            0 => "the same as",
            _ => string.Empty,
        };
        string held = against.Length == 0
            ? string.Empty
            : $", {against} buying and holding ({ReportFormat.Percent(metrics.BuyAndHoldReturn)})";
        return $"{did} <span class=\"{tone}\">{HtmlText.Escape(share)}</span>{HtmlText.Escape(held)}";
    }

    private static string Beside(ReportInput input)
    {
        Metrics metrics = input.Analysis.Metrics;
        if (metrics.Start is not { } start || metrics.End is not { } end)
        {
            return "The range that was asked for holds no candle.";
        }

        double days = (end.UnixMillis - start.UnixMillis) / (double)Instant.MillisPerDay;
        string fall = ReportFormat.Percent(-metrics.MaxDrawdown, ReportFormat.Digits(metrics.MaxDrawdown));
        string held = ReportFormat.Percent(-input.Benchmark.MaxDrawdown(metrics.Capital));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Money(metrics.Capital)} became {Money(metrics.FinalEquity)} {input.Quote} in {Days(days)}, with "
            + $"{Count(metrics.Trades.Trades, "closed trade")} and {Money(metrics.FeesPaid)} {input.Quote} of fees. "
            + $"The deepest fall was {fall}, of buying and holding {held}.");
    }

    private static string Chance(ReportInput input)
    {
        RiskFigures risk = input.Analysis.Risk;
        if (risk.ProbabilisticSharpe is not { } chance || risk.SharpeLow95 is not { } low)
        {
            return "There are too few changing days to tell skill from chance.";
        }

        string range = $"{ReportFormat.Number(low, 2)} and {ReportFormat.Number(risk.SharpeHigh95, 2)}";
        string words = chance switch
        {
            _ when input.Analysis.HasFewTrades => "With so few trades nothing is sure",
            >= Sure => "Chance alone is an unlikely cause",
            >= Doubtful => "It may well be chance",
            <= 1 - Sure => "It loses more surely than chance would",
            _ => "Nothing here is beyond chance",
        };
        return $"{words}: the Sharpe ratio lies with 95% confidence between {range}, "
            + $"and above 0 with a probability of {Probability(chance)}. One run on known "
            + "candles says nothing yet about the next.";
    }

    private static string Probability(double chance) => chance switch
    {
        > 0.999 => "over 99.9%",
        < 0.001 => "under 0.1%",
        _ => ReportFormat.Percent(chance, chance > 0.99 ? 1 : 0, isSigned: false),
    };

    private static string Money(double value) => ReportFormat.Number(value, 2);

    private static string Days(double days) => days < 2
        ? $"{ReportFormat.Number(days * 24, 0)} hours"
        : $"{ReportFormat.Number(days, 0)} days";

    private static string Count(int count, string noun) =>
        $"{ReportFormat.Whole(count)} {noun}{(count == 1 ? string.Empty : "s")}";
}
