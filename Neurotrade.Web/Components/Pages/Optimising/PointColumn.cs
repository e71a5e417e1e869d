using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.Optimising;

namespace Neurotrade.Web.Components.Pages.Optimising;

/// <summary>A column of a sweep's runs.</summary>
/// <param name="Key">Its name in addresses and filters; empty for the rank.</param>
/// <param name="Title">Its head.</param>
/// <param name="Text">What a row's cell says.</param>
/// <param name="Tone">The class of money, or none.</param>
/// <param name="Class"><c>hide-s</c> for what a phone leaves out.</param>
/// <param name="IsParameter">Whether it is one of the strategy's.</param>
public sealed record PointColumn(
    string Key, string Title, Func<int, string> Text, Func<int, string> Tone, string? Class = null, bool IsParameter = false)
{
    private static readonly Func<int, string> Plain = _ => string.Empty;

    /// <summary>Rank, what was varied, the objective, and what most people look at beside it.</summary>
    public static IReadOnlyList<PointColumn> Of(OpenSweep sweep)
    {
        string objective = sweep.Asked.Objective;
        return
        [
            new(string.Empty, "#", row => Figures.Number(row + 1, 0), Plain),
            .. sweep.Varied.Select(axis => new PointColumn(
                axis.Name, $"${axis.Name}", row => axis.Texts[axis.Positions[row]], Plain, null, IsParameter: true)),
            new("objective", ObjectiveText.Name(objective), row => ObjectiveText.Of(objective, sweep.Scores[row]), _ => "strong"),
            .. Usual(sweep).Where(column => column.Key != objective),
        ];
    }

    private static IEnumerable<PointColumn> Usual(OpenSweep sweep) =>
    [
        new("total_return", "Return", row => Figures.Gain(sweep.Figure(row, "total_return")), row => Figures.Tone(sweep.Figure(row, "total_return"))),
        new("max_drawdown", "Drawdown", row => Figures.Percent(sweep.Figure(row, "max_drawdown")), Plain, "hide-s"),
        new("sharpe", "Sharpe", row => Figures.Number(sweep.Figure(row, "sharpe")), Plain, "hide-s"),
        new("trades", "Trades", row => Figures.Number(sweep.Figure(row, "trades"), 0), Plain),
        new("profit_factor", "Profit factor", row => Figures.Number(sweep.Figure(row, "profit_factor")), Plain, "hide-s"),
    ];
}
