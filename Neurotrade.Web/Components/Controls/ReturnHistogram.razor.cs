using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Components.Controls;

/// <summary>How often returns of each size came.</summary>
public sealed partial class ReturnHistogram : IAsyncDisposable
{
    private readonly CancellationTokenSource gone = new();
    private ElementReference element;
    private IJSObjectReference? module;
    private IJSObjectReference? chart;
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

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        try
        {
            if (firstRender)
            {
                shown = Bins;
                module = await Browser.InvokeAsync<IJSObjectReference>(
                    "import", gone.Token, $"./{Assets["lib/neurotrade/statistics.js"]}");
                chart = await module.InvokeAsync<IJSObjectReference>("createHistogram", gone.Token, element, Options);
            }
            else if (chart is not null && shown != Bins)
            {
                shown = Bins;
                await chart.InvokeVoidAsync("show", gone.Token, Options);
            }
        }
        catch (Exception left) when (left is JSDisconnectedException or OperationCanceledException)
        {
            // The page was left while its chart was on the way.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await gone.CancelAsync();
        await BrowserParts.DisposeAsync(chart, module);
        gone.Dispose();
    }
}
