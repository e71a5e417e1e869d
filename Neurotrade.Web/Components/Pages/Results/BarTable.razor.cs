using System.Collections;
using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Components.Pages.Results;

/// <summary>The price chart as a table: a row for each bar, however many there are.</summary>
public sealed partial class BarTable
{
    private (OpenRun, int)? listed;
    private int? shownBar;
    private IReadOnlyList<int> rows = [];
    private IReadOnlyList<TableColumn<int>> columns = [];
    private TableView view = new();

    [Parameter, EditorRequired]
    public required OpenRun Run { get; set; }

    /// <summary>Place in the strategy's list.</summary>
    [Parameter]
    public int Symbol { get; set; }

    /// <summary>The chosen bar; its page is shown.</summary>
    [Parameter]
    public int? Bar { get; set; }

    /// <summary>The first bar of the chart; shown first where no bar is chosen.</summary>
    [Parameter]
    public int FirstBar { get; set; }

    [Parameter]
    public EventCallback<int> BarChosen { get; set; }

    private CandleSeries Bars => Run.Bars[Symbol];

    protected override void OnParametersSet()
    {
        bool isNew = listed != (Run, Symbol);
        if (isNew)
        {
            listed = (Run, Symbol);
            rows = new Numbers(Bars.Count);
            columns = Columns();
        }

        if (isNew || shownBar != Bar)
        {
            shownBar = Bar;
            view = view with { Page = 1 + (Math.Max(0, Bar ?? FirstBar) / DataTable<int>.RowsPerPage) };
        }
    }

    private List<TableColumn<int>> Columns()
    {
        CandleSeries bars = Bars;
        FeatureFrame frame = Run.Frames[Symbol];
        var all = new List<TableColumn<int>>
        {
            new("time", "Time, UTC", row => Figures.Time(bars.Times[row])) { Cell = TimeCell },
            new("open", "Open", row => Figures.Number(bars.Opens[row]), null, "r"),
            new("high", "High", row => Figures.Number(bars.Highs[row]), null, "r hide-s"),
            new("low", "Low", row => Figures.Number(bars.Lows[row]), null, "r hide-s"),
            new("close", "Close", row => Figures.Number(bars.Closes[row]), null, "r"),
            new("volume", "Volume", row => Figures.Value(bars.Volumes[row]), null, "r hide-s"),
        };
        all.AddRange(ChartPlan.Of(Run.Strategy, []).Lines.Select(line => new TableColumn<int>(
            line.Column, line.Column, row => Figures.Value(frame.Column(line.Instance, line.Output)[row]), null, "r hide-s")));
        return all;
    }

    // A row is its number; none is held.
    private sealed class Numbers(int count) : IReadOnlyList<int>
    {
        public int Count => count;

        public int this[int index] => index;

        public IEnumerator<int> GetEnumerator() => Enumerable.Range(0, count).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
