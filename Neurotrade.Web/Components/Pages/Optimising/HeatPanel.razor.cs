using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.Optimising;

namespace Neurotrade.Web.Components.Pages.Optimising;

/// <summary>The objective over any two parameters, as colours with their figures or as a table.</summary>
public sealed partial class HeatPanel
{
    private static readonly IReadOnlyList<(HeatOf, string)> Kinds = [(HeatOf.Best, "Best"), (HeatOf.Mean, "Mean"), (HeatOf.Median, "Median")];

    private static readonly ImmutableArray<string> NoTexts = [string.Empty];

    private IReadOnlyList<HeatCell> cells = [];
    private IReadOnlyList<TableColumn<HeatCell>> columns = [];
    private TableView view = new();
    private (OpenSweep, OpenAxis, OpenAxis?, HeatOf)? last;

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required OpenSweep Sweep { get; set; }

    /// <summary>The columns' parameter.</summary>
    [Parameter, EditorRequired]
    public required OpenAxis X { get; set; }

    /// <summary>The rows' parameter; null where only one was varied.</summary>
    [Parameter]
    public OpenAxis? Y { get; set; }

    [Parameter]
    public HeatOf Of { get; set; }

    /// <summary>The chosen run.</summary>
    [Parameter]
    public int Row { get; set; }

    [Parameter]
    public bool IsTable { get; set; }

    [Parameter]
    public EventCallback TableToggled { get; set; }

    /// <summary>Told both parameters' names.</summary>
    [Parameter]
    public EventCallback<(string X, string Y)> AxesChosen { get; set; }

    [Parameter]
    public EventCallback<HeatOf> OfChosen { get; set; }

    [Parameter]
    public EventCallback<int> RowChosen { get; set; }

    private IEnumerable<OpenAxis> Others => Sweep.Varied.Where(axis => axis != X && axis != Y);

    private bool HasOthers => Others.Any();

    private string Kind => Of.ToString().ToLowerInvariant();

    private string Hint => !HasOthers ? "a press on a cell chooses its run"
        : $"{Kind} over {string.Join(" and ", Others.Select(axis => axis.Name))}";

    private HeatOptions Options => new(
        $"api/sweeps/{Id}/heat?x={Uri.EscapeDataString(X.Name)}{(Y is null ? "" : $"&y={Uri.EscapeDataString(Y.Name)}")}&of={Kind}",
        X.Name, Y?.Name ?? string.Empty, X.Texts, Y?.Texts ?? NoTexts, ObjectiveText.Name(Sweep.Asked.Objective),
        ObjectiveText.Unit(Sweep.Asked.Objective), X.Positions[Row], Y?.Positions[Row] ?? 0);

    private string Summary => $"{ObjectiveText.Name(Sweep.Asked.Objective)} over {X.Name}{(Y is null ? "" : $" and {Y.Name}")}. "
        + $"Chosen: {X.Name} {X.Texts[X.Positions[Row]]}{(Y is null ? "" : $", {Y.Name} {Y.Texts[Y.Positions[Row]]}")}. Arrows move, Enter chooses.";

    protected override void OnParametersSet()
    {
        if (!IsTable || last == (Sweep, X, Y, Of))
        {
            return;
        }

        last = (Sweep, X, Y, Of);
        (OpenAxis x, OpenAxis? y) = (X, Y);
        cells = HeatMap.Of(Sweep, x, y, Of).Cells;
        columns =
        [
            new("x", x.Name, cell => x.Texts[cell.X], cell => cell.X, "r"),
            .. y is null ? Array.Empty<TableColumn<HeatCell>>() : [new("y", y.Name, cell => y.Texts[cell.Y], cell => cell.Y, "r")],
            new("value", $"{ObjectiveText.Name(Sweep.Asked.Objective)}, {Kind}", cell => ObjectiveText.Of(Sweep.Asked.Objective, cell.Value),
                cell => double.IsNaN(cell.Value) ? double.NegativeInfinity : cell.Value, "r"),
            new("count", "Runs", cell => Figures.Number(cell.Count, 0), cell => cell.Count, "r"),
        ];
    }

    // The other one gives way where both would be the same.
    private Task ChooseAsync(ChangeEventArgs change, bool isX)
    {
        string chosen = change.Value as string ?? X.Name;
        string other = isX ? Y!.Name : X.Name;
        other = other == chosen ? (isX ? X.Name : Y!.Name) : other;
        return AxesChosen.InvokeAsync(isX ? (chosen, other) : (other, chosen));
    }

    /// <summary>The browser's options of a heat map.</summary>
    private sealed record HeatOptions(
        string Url, string XName, string YName, ImmutableArray<string> XTexts, ImmutableArray<string> YTexts, string What, string Unit, int X, int Y);
}
