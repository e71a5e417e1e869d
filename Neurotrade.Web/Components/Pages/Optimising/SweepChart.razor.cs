using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Neurotrade.Web.Components.Controls;

namespace Neurotrade.Web.Components.Pages.Optimising;

/// <summary>A chart of a sweep; the browser fetches what it shows, and tells what was chosen.</summary>
public sealed partial class SweepChart : IAsyncDisposable
{
    private ElementReference element;
    private BrowserPart chart = default!;
    private object? shown;

    [Inject]
    internal IJSRuntime Browser { get; set; } = default!;

    /// <summary>The browser's maker: <c>createHeat</c>, <c>createLines</c>, <c>createSpread</c>.</summary>
    [Parameter, EditorRequired]
    public required string Maker { get; set; }

    /// <summary>What it shows, compared by value; the chart follows it.</summary>
    [Parameter, EditorRequired]
    public required object Options { get; set; }

    /// <summary>What the chart shows, in a sentence.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Pixels.</summary>
    [Parameter]
    public int Height { get; set; } = 240;

    /// <summary>It takes keys.</summary>
    [Parameter]
    public bool IsKeyed { get; set; }

    /// <summary>A run was chosen.</summary>
    [Parameter]
    public EventCallback<int> RowChosen { get; set; }

    /// <summary>A range was drawn on a column, or taken away.</summary>
    [Parameter]
    public EventCallback<ColumnRange> RangeChosen { get; set; }

    /// <summary>Called by the browser. What was said before it heard that the page is left belongs to no page.</summary>
    [JSInvokable]
    public Task Chosen(int row) => chart.IsGone ? Task.CompletedTask : RowChosen.InvokeAsync(row);

    /// <summary>Called by the browser, like <see cref="Chosen"/>.</summary>
    [JSInvokable]
    public Task Ranged(string column, string? low, string? high) =>
        chart.IsGone ? Task.CompletedTask : RangeChosen.InvokeAsync(new ColumnRange(column, low, high));

    protected override void OnInitialized() => chart = new BrowserPart(Browser);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            shown = Options;
            await chart.MakeAsync($"./{Assets["lib/neurotrade/sweeps.js"]}", Maker, element, Options, DotNetObjectReference.Create(this));
        }
        else if (!Equals(shown, Options))
        {
            shown = Options;
            await chart.TellAsync("show", shown);
        }
    }

    public ValueTask DisposeAsync() => chart.DisposeAsync();
}

/// <summary>A range of a column, as a filter has it; ends that keep all are null.</summary>
public sealed record ColumnRange(string Column, string? Low, string? High);
