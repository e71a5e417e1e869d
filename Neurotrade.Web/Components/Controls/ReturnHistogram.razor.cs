using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Components.Controls;

/// <summary>How often returns of each size came.</summary>
public sealed partial class ReturnHistogram : IAsyncDisposable
{
    private ElementReference element;
    private BrowserPart chart = default!;
    private Bins? shown;

    [Inject]
    internal IJSRuntime Browser { get; set; } = default!;

    [Parameter, EditorRequired]
    public required Bins Bins { get; set; }

    /// <summary>What is counted: <c>trades</c>, <c>days</c>.</summary>
    [Parameter, EditorRequired]
    public required string What { get; set; }

    /// <summary>Pixels.</summary>
    [Parameter]
    public int Height { get; set; } = 190;

    private string Label => $"Distribution of the returns of {Bins.Counts.Sum()} {What}, a bar for each size";

    private object Options => new
    {
        edges = Bins.Edges,
        counts = Bins.Counts,
        what = What,
        below = Bins.IsOpenBelow,
        above = Bins.IsOpenAbove,
    };

    protected override void OnInitialized() => chart = new BrowserPart(Browser);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            shown = Bins;
            await chart.MakeAsync($"./{Assets["lib/neurotrade/statistics.js"]}", "createHistogram", element, Options);
        }
        else if (shown != Bins)
        {
            shown = Bins;
            await chart.TellAsync("show", Options);
        }
    }

    public ValueTask DisposeAsync() => chart.DisposeAsync();
}
