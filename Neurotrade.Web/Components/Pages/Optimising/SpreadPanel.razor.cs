using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Optimising;

namespace Neurotrade.Web.Components.Pages.Optimising;

/// <summary>How often runs came to each size of the objective.</summary>
public sealed partial class SpreadPanel
{
    private Bins bins = Bins.None;
    private IReadOnlyList<int> places = [];
    private IReadOnlyList<TableColumn<int>> columns = [];
    private TableView view = new();
    private SpreadOptions? options;
    private (OpenSweep, double?)? last;

    [Parameter, EditorRequired]
    public required OpenSweep Sweep { get; set; }

    /// <summary>What the best of so many tries without skill would come to; null where that is not known, or not of this objective.</summary>
    [Parameter]
    public double? Luck { get; set; }

    [Parameter]
    public bool IsTable { get; set; }

    [Parameter]
    public EventCallback TableToggled { get; set; }

    private string Label => $"{Figures.Number(Sweep.Ranked, 0)} runs from {Said(Sweep.Scores[Sweep.Ranked - 1])} to "
        + $"{Said(Sweep.Scores[0])}, a bar for each size" + (Luck is { } luck ? $"; luck alone would give {Said(luck)}" : string.Empty);

    protected override void OnParametersSet()
    {
        if (last == (Sweep, Luck))
        {
            return;
        }

        last = (Sweep, Luck);
        bins = Bins.Of(new ArraySegment<double>(Sweep.Scores, 0, Sweep.Ranked), holdsZero: false);
        places = [.. Enumerable.Range(0, bins.Counts.Length)];
        columns =
        [
            new("from", "From", place => Said(bins.Edges[place]), place => place, "r"),
            new("to", "To", place => Said(bins.Edges[place + 1]), place => place, "r"),
            new("runs", "Runs", place => Figures.Number(bins.Counts[place], 0), place => bins.Counts[place], "r"),
        ];
        options = bins.Counts.Length == 0 ? null : new SpreadOptions(
            bins.Edges, bins.Counts,
            ObjectiveText.Unit(Sweep.Asked.Objective),
            [new SpreadMark("best", Sweep.Scores[0]), .. Luck is { } luck ? [new SpreadMark("luck", luck)] : Array.Empty<SpreadMark>()]);
    }

    private string Said(double value) => ObjectiveText.Of(Sweep.Asked.Objective, value);

    /// <summary>The browser's options of a spread.</summary>
    private sealed record SpreadOptions(double[] Edges, int[] Counts, string Unit, IReadOnlyList<SpreadMark> Marks);

    private sealed record SpreadMark(string Name, double Value);
}
