using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.Optimising;

namespace Neurotrade.Web.Components.Pages.Optimising;

/// <summary>The runs of a sweep, sorted by a head and filtered by conditions; only those in sight are drawn.</summary>
public sealed partial class SweepTableView
{
    private IReadOnlyList<PointColumn> columns = [];
    private SweepFilter filter = default!;
    private int[] rows = [];
    private (OpenSweep, string?, string?)? last;

    [Parameter, EditorRequired]
    public required OpenSweep Sweep { get; set; }

    /// <summary>A column's key, with a dash before it for falling order; null: best first.</summary>
    [Parameter]
    public string? Sort { get; set; }

    /// <summary>Conditions with commas between.</summary>
    [Parameter]
    public string? Filter { get; set; }

    /// <summary>The chosen row.</summary>
    [Parameter]
    public int Chosen { get; set; }

    [Parameter]
    public EventCallback<string?> SortChosen { get; set; }

    [Parameter]
    public EventCallback<string?> FilterChosen { get; set; }

    [Parameter]
    public EventCallback<int> RowChosen { get; set; }

    private string Key => (Sort ?? string.Empty).TrimStart('-');

    private bool IsFalling => Sort?.StartsWith('-') == true;

    private string CountText => rows.Length == Sweep.Count
        ? Figures.Number(rows.Length, 0)
        : $"{Figures.Number(rows.Length, 0)} of {Figures.Number(Sweep.Count, 0)}";

    private string Example => Sweep.Varied.FirstOrDefault() is { } axis
        ? $"trades >= 30, {axis.Name} <= {axis.Texts[axis.Texts.Length / 2]}"
        : "trades >= 30";

    protected override async Task OnParametersSetAsync()
    {
        if (last == (Sweep, Sort, Filter))
        {
            return;
        }

        last = (Sweep, Sort, Filter);
        (OpenSweep of, string? sort, string? words) = (Sweep, Sort, Filter);
        columns = PointColumn.Of(of);
        filter = SweepFilter.Of(words, of);
        SweepFilter asked = filter;

        // Sorting a quarter of a million rows is felt: not on the circuit.
        int[] found = of.Count < 5_000 ? SweepRows.Of(of, asked, sort) : await Task.Run(() => SweepRows.Of(of, asked, sort));
        if (filter == asked)
        {
            rows = found;
        }
    }

    private string SortWord(PointColumn column) => Key != column.Key || (Sort is null && column.Key.Length > 0) ? "none"
        : IsFalling ? "descending" : "ascending";

    // The first press shows the most first, which is what one looks for in a column of figures; the rank is best first again.
    private Task SortAsync(PointColumn column) => SortChosen.InvokeAsync(
        column.Key.Length == 0 ? null
        : Key != column.Key ? (column.IsParameter ? column.Key : $"-{column.Key}")
        : IsFalling ? column.Key : $"-{column.Key}");

    private Task FilterAsync(string words) => FilterChosen.InvokeAsync(words.Length == 0 ? null : words);
}
