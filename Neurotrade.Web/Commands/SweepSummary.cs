using System.Globalization;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Overfitting;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Composition;

namespace Neurotrade.Web.Commands;

/// <summary>What a person sees of a finished sweep: the best rows, then how much was tried and where all of it lies.</summary>
internal static class SweepSummary
{
    /// <summary>The figures shown of a row beside its objective.</summary>
    public static IReadOnlyList<string> Shown { get; } = ["total_return", "sharpe", "max_drawdown", "trades"];

    public static void Write(Terminal terminal, FinishedSweep finished, string folder, TimeSpan readTime)
    {
        var style = new Style(terminal);
        TextWriter to = terminal.Out;
        string symbols = string.Join(", ", finished.Run.Strategy.Market.Symbols);
        string generated = finished.Run.IsGenerated ? style.Warn("  generated prices, not real") : string.Empty;
        to.WriteLine($"{style.Strong(finished.Run.Strategy.Name)}  {symbols} {finished.Run.Strategy.Market.Timeframe}{generated}");
        to.WriteLine(style.Quiet("Look-ahead: not checked"));
        if (finished.Input.Precision == SweepPrecision.Singles)
        {
            to.WriteLine(style.Warn("Single precision: figures are near a backtest's, not equal to them"));
        }

        to.WriteLine();
        if (finished.Best.IsEmpty)
        {
            to.WriteLine("No combination has an objective; the table lists all of them.");
        }
        else
        {
            Best(style, finished).WriteTo(to);
        }

        to.WriteLine();
        Foot(to, style, finished, readTime);
        to.WriteLine($"Written to {Path.Combine(folder, "sweep.csv")}");
    }

    private static TextTable Best(Style style, FinishedSweep finished)
    {
        SweepAxis[] axes = [.. finished.Input.Plan.Axes];
        var table = new TextTable([.. axes.Select(_ => Column.Right), .. Enumerable.Repeat(Column.Right, 5)]);
        string[] heads = [.. axes.Select(axis => axis.Name), "objective", "return", "sharpe", "drawdown", "trades"];
        table.Add([.. heads.Select(style.Quiet)]);
        int[] positions = new int[axes.Length];
        foreach ((SweepRow row, double score) in finished.Best)
        {
            finished.Input.Plan.Positions(row.Combination, positions);
            double Figure(string name) => row.Figures[RunFigures.IndexOf(name)];
            double gain = Figure("total_return");
            table.Add(
            [
                .. axes.Select((axis, at) => axis.Text(positions[at])),
                style.Strong(Figures.Number(score)), style.Money(gain, Figures.Gain(gain, 2)),
                Figures.Number(Moments.Finite(Figure("sharpe"))), Figures.Gain(-Figure("max_drawdown"), 2),
                Figures.Number(Figure("trades"), 0),
            ]);
        }

        return table;
    }

    private static void Foot(TextWriter to, Style style, FinishedSweep finished, TimeSpan readTime)
    {
        SweepProgress outcome = finished.Outcome;
        string refused = outcome.Refused > 0
            ? Text($", {outcome.Refused:N0} refused because their values make no strategy")
            : string.Empty;
        string earlier = finished.EarlierRows > 0 ? Text($", {finished.EarlierRows:N0} of them from the start before") : string.Empty;
        to.WriteLine(style.Quiet(Text($"{outcome.Total:N0} of {finished.Input.Plan.Count:N0} combinations tried{earlier}{refused}")));
        string speed = Text($"{finished.CombinationBarsPerSecond / 1e6:#,0.##} million combination-bars a second");
        to.WriteLine(style.Quiet(Text(
            $"Reading {readTime.TotalSeconds:0.00} s, sweep {finished.RunTime.TotalSeconds:0.00} s ({speed})")));
        if (finished.Deflated is { } deflated)
        {
            Chance(to, style, deflated);
        }

        if (!finished.Best.IsEmpty && finished.Best[0].Row.Figures[RunFigures.Trades] is < Analysis.FewTrades and var trades)
        {
            string few = Text($"The best row rests on {trades:0} closed trades; fewer than {Analysis.FewTrades} may be chance.");
            to.WriteLine($"{style.Warn("!")} {few}");
        }
    }

    // How much of the best row is to be expected from having tried so many.
    private static void Chance(TextWriter to, Style style, DeflatedSharpe best)
    {
        double? sharpe = Metrics.Annual(best.Sample.Sharpe);
        string alone = $"Best row: true Sharpe ratio above 0 with {Figures.Percent(best.Probabilistic)}, had it been the only try";
        to.WriteLine(style.Quiet(best.Deflated is null
            ? alone
            : $"{alone}; deflated Sharpe ratio {Figures.Percent(best.Deflated)}"));
        if (best.Trials.Count > 1 && best.ExpectedMaximumAnnual is { } expected)
        {
            string luck = Text(
                $"The best of {best.Trials.Count:N0} ever tried on this data would come to a Sharpe ratio of {expected:0.00} without any skill");
            to.WriteLine(best.IsSignificant
                ? style.Quiet(Text($"{luck}; {sharpe:0.00} is more than that chance."))
                : $"{style.Warn("!")} {Text($"{luck}: {sharpe:0.00} does not prove any.")}");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
