using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Market;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Components.Pages.Results;

/// <summary>What a curve of the table is called, and how its figures are written: <c>money percent ratio</c>.</summary>
public sealed record DayColumn(string Curve, string Title, string Unit);

/// <summary>Curves of a run as a table: their last value of each UTC day.</summary>
public sealed partial class DayTable
{
    private OpenRun? listed;
    private IReadOnlyList<int> rows = [];
    private IReadOnlyList<TableColumn<int>> columns = [];
    private TableView view = new("-day");

    [Parameter, EditorRequired]
    public required OpenRun Run { get; set; }

    /// <summary>Curves over the same times.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<DayColumn> Curves { get; set; }

    [Parameter, EditorRequired]
    public required string Caption { get; set; }

    protected override void OnParametersSet()
    {
        if (listed != Run)
        {
            listed = Run;
            long[] times = Run.Curves[Curves[0].Curve].Times;
            rows = [.. Enumerable.Range(0, times.Length).Where(row =>
                row + 1 == times.Length || new Instant(times[row]).Day != new Instant(times[row + 1]).Day)];
            columns =
            [
                new("day", "Day", row => Figures.Day(times[row]), row => times[row]),
                .. Curves.Select(curve => ColumnOf(curve, Run.Curves[curve.Curve].Values)),
            ];
        }
    }

    private static TableColumn<int> ColumnOf(DayColumn curve, double[] values) => new(
        curve.Curve, curve.Title, row => TextOf(curve.Unit, values[row]), row => values[row], "r");

    private static string TextOf(string unit, double value) => unit switch
    {
        "percent" => Figures.Percent(value, 2),
        _ => Figures.Number(value),
    };
}
