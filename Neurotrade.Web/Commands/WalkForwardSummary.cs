using System.Globalization;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Research.WalkForward;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Composition;

namespace Neurotrade.Web.Commands;

/// <summary>What a person sees of a walk-forward: a row a window, then what is left out of sample.</summary>
internal static class WalkForwardSummary
{
    private const int MostShown = 40;

    public static void Write(Terminal terminal, FinishedWalkForward finished, string folder, TimeSpan readTime)
    {
        var style = new Style(terminal);
        TextWriter to = terminal.Out;
        string symbols = string.Join(", ", finished.Run.Strategy.Market.Symbols);
        string generated = finished.Run.IsGenerated ? style.Warn("  generated prices, not real") : string.Empty;
        to.WriteLine($"{style.Strong(finished.Run.Strategy.Name)}  {symbols} {finished.Run.Strategy.Market.Timeframe}{generated}");
        to.WriteLine(style.Quiet("Look-ahead: not checked"));
        to.WriteLine();
        Windows(style, finished).WriteTo(to);
        if (finished.Windows.Length > MostShown)
        {
            to.WriteLine(style.Quiet(Text($"… and {finished.Windows.Length - MostShown:N0} more")));
        }

        to.WriteLine();
        Whole(style, finished).WriteTo(to);
        to.WriteLine();
        Foot(to, style, finished, folder, readTime);
    }

    private static TextTable Windows(Style style, FinishedWalkForward finished)
    {
        SweepAxis[] axes = [.. finished.Input.Plan.Axes];
        var table = new TextTable([Column.Left, Column.Left, .. Enumerable.Repeat(Column.Right, axes.Length + 5)]);
        string[] heads =
            ["test from", "to", .. axes.Select(axis => axis.Name), "train", "test", "return", "drawdown", "trades"];
        table.Add([.. heads.Select(style.Quiet)]);
        int[] positions = new int[axes.Length];
        foreach (WindowResult window in finished.Windows.Take(MostShown))
        {
            string[] chosen = [.. axes.Select(_ => Figures.Undefined)];
            if (window.Combination is { } combination)
            {
                finished.Input.Plan.Positions(combination, positions);
                chosen = [.. axes.Select((axis, at) => axis.Text(positions[at]))];
            }

            double? Test(string name) => Moments.Finite(window.Test[RunFigures.IndexOf(name)]);
            double gain = Test("total_return") ?? 0;
            table.Add(
            [
                Figures.Day(window.Window.TestFrom.UnixMillis), Figures.Day(window.Window.TestTo.UnixMillis), .. chosen,
                Figures.Number(finished.Input.Objective.Of(window.Train)),
                style.Strong(Figures.Number(finished.Input.Objective.OfAnyTrades.Of(window.Test))),
                style.Money(gain, Figures.Gain(Test("total_return"), 2)), Figures.Gain(-Test("max_drawdown"), 2),
                Figures.Number(Test("trades"), 0),
            ]);
        }

        return table;
    }

    private static TextTable Whole(Style style, FinishedWalkForward finished)
    {
        Metrics metrics = finished.Analysis.Metrics;
        WalkForwardEfficiency efficiency = finished.Efficiency;
        var table = new TextTable(Column.Left, Column.Right, Column.Left);
        table.Add(style.Quiet("Out of sample"), style.Money(metrics.TotalReturn, Figures.Gain(metrics.TotalReturn, 2)),
            style.Quiet($"buying and holding {Figures.Gain(metrics.BuyAndHoldReturn, 2)}"));
        table.Add(style.Quiet("Sharpe ratio"), Figures.Number(metrics.Sharpe),
            style.Quiet($"above 0 with {Figures.Percent(finished.Analysis.Risk.ProbabilisticSharpe)}"));
        table.Add(style.Quiet("Drawdown"), Figures.Gain(-metrics.MaxDrawdown, 2),
            style.Quiet(Text($"{metrics.Trades.Trades:N0} trades")));
        table.Add(style.Quiet("Efficiency"), Figures.Percent(efficiency.Ratio),
            style.Quiet("return a day out of sample, as a share of in sample"));
        table.Add(style.Quiet("Windows with a gain"), Figures.Percent(efficiency.Profitable, 0),
            style.Quiet(Text($"of {finished.Windows.Length:N0}")));
        foreach (ParameterStability parameter in finished.Stability.Where(one => one.MeanStep is not null))
        {
            string share = Figures.Percent(parameter.CommonestShare, 0);
            table.Add(style.Quiet($"Choice of {parameter.Name}"), parameter.Commonest ?? Figures.Undefined,
                style.Quiet($"in {share} of windows; moves {Figures.Percent(parameter.MeanStep, 0)} of its range a window"));
        }

        return table;
    }

    private static void Foot(TextWriter to, Style style, FinishedWalkForward finished, string folder, TimeSpan readTime)
    {
        WalkForwardPlan plan = finished.Plan;
        string earlier = finished.EarlierWindows > 0
            ? Text($", {finished.EarlierWindows:N0} of them from the start before")
            : string.Empty;
        string lengths = $"{WalkForwardPlan.Text(plan.TrainMillis)} to train, {WalkForwardPlan.Text(plan.PurgeMillis)} between, "
            + $"{WalkForwardPlan.Text(plan.TestMillis)} to test";
        to.WriteLine(style.Quiet(Text($"{finished.Windows.Length:N0} windows: {lengths}{earlier}")));
        to.WriteLine(style.Quiet(Text($"Reading {readTime.TotalSeconds:0.00} s, walk-forward {finished.RunTime.TotalSeconds:0.00} s")));
        to.WriteLine($"Written to {Path.Combine(folder, "walkforward.csv")}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
