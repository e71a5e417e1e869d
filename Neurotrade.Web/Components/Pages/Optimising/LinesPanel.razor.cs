using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.Optimising;

namespace Neurotrade.Web.Components.Pages.Optimising;

/// <summary>Runs as lines over their parameters and figures; a range that is drawn filters the table, whose rows they are.</summary>
public sealed partial class LinesPanel
{
    private LinesOptions? made;
    private (OpenSweep, int)? last;

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required OpenSweep Sweep { get; set; }

    /// <summary>The chosen run.</summary>
    [Parameter]
    public int Row { get; set; }

    [Parameter]
    public EventCallback<ColumnRange> RangeChosen { get; set; }

    private string Label => $"{Figures.Number(Math.Min(Sweep.Ranked, LineChoice.Most), 0)} runs as lines over "
        + string.Join(", ", Sweep.Varied.Select(axis => axis.Name).Concat(["trades", "drawdown", "return", "the objective"]))
        + "; their figures stand in the table below, which filters by the same";

    // One object for as long as nothing changes: the chart compares it.
    private LinesOptions Options
    {
        get
        {
            if (made is null || last != (Sweep, Row))
            {
                (last, made) = ((Sweep, Row), Make());
            }

            return made;
        }
    }

    private LinesOptions Make()
    {
        string objective = Sweep.Asked.Objective;
        LineAxis[] figures =
        [
            new("trades", "trades", null, Percent: false, Inverse: false),
            new("max_drawdown", "drawdown %", null, Percent: true, Inverse: true),
            .. objective == "total_return" ? Array.Empty<LineAxis>() : [new("total_return", "return %", null, Percent: true, Inverse: false)],
            new("objective", ObjectiveText.Name(objective), null, Percent: ObjectiveText.Unit(objective) == "percent", Inverse: false),
        ];
        string names = string.Join(',', figures.Select(one => one.Column));
        return new LinesOptions(
            $"api/sweeps/{Id}/lines?figures={names}&row={Row}",
            [.. Sweep.Varied.Select(axis => new LineAxis(axis.Name, axis.Name, [.. axis.Texts], Percent: false, Inverse: false)), .. figures],
            LineChoice.Kept(Sweep), Row);
    }

    /// <summary>The browser's axis.</summary>
    private sealed record LineAxis(string Column, string Name, string[]? Texts, bool Percent, bool Inverse);

    /// <summary>The browser's options of lines.</summary>
    private sealed record LinesOptions(string Url, IReadOnlyList<LineAxis> Axes, int Kept, int Row);
}
