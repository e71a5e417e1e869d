using System.Collections.Immutable;
using System.Globalization;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Overfitting;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Composition;

namespace Neurotrade.Web.Commands;

/// <summary>What a person sees of an examined run: what is suspicious and why, then what is not, then where it lies.</summary>
internal static class AnalyseSummary
{
    public static void Write(
        Terminal terminal, PreparedRun run, Examination found, ImmutableArray<Finding> findings, TrialSummary? ever, string path)
    {
        var style = new Style(terminal);
        TextWriter to = terminal.Out;
        Metrics metrics = found.Analysis.Metrics;
        string symbols = string.Join(", ", run.Strategy.Market.Symbols);
        string generated = run.IsGenerated ? style.Warn("  generated prices, not real") : string.Empty;
        to.WriteLine($"{style.Strong(run.Strategy.Name)}  {symbols} {run.Strategy.Market.Timeframe}{generated}");
        to.WriteLine(style.Quiet(Text($"Return {Figures.Gain(metrics.TotalReturn, 2)}, Sharpe ratio {Figures.Number(metrics.Sharpe)}, ")
            + Text($"drawdown {Figures.Gain(-metrics.MaxDrawdown, 2)}, {metrics.Trades.Trades:N0} trades; look-ahead: not checked")));
        to.WriteLine();
        Finding[] suspicious = [.. findings.Where(finding => finding.Verdict == FindingVerdict.Suspicious)];
        to.WriteLine(suspicious.Length == 0
            ? style.Strong("Nothing suspicious was found. That is no proof of an edge.")
            : style.Strong(Text($"{suspicious.Length} of {findings.Length} questions speak against this result.")));
        foreach (Finding finding in suspicious)
        {
            to.WriteLine($"{style.Warn("!")} {finding.What} {style.Quiet(finding.Why)}");
        }

        to.WriteLine();
        foreach (Finding finding in findings.Except(suspicious))
        {
            string mark = finding.Verdict == FindingVerdict.Fine ? style.Accent("·") : style.Quiet("–");
            to.WriteLine($"{mark} {(finding.Verdict == FindingVerdict.Fine ? finding.What : style.Quiet(finding.What))}");
        }

        to.WriteLine();
        Ever(to, style, found, ever);
        to.WriteLine($"Written to {path}");
    }

    // What was tried before this counts too.
    private static void Ever(TextWriter to, Style style, Examination found, TrialSummary? ever)
    {
        if (ever is { Count: > 1 } known && found.Deflated is { } here && known.Count > here.Trials.Count)
        {
            var all = new DeflatedSharpe(here.Sample, known);
            to.WriteLine(style.Quiet(Text(
                $"Held against all {known.Count:N0} tries ever made on this data, the deflated Sharpe ratio is {Figures.Percent(all.Deflated)}")));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
