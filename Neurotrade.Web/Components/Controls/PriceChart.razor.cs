using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Neurotrade.Web.Components.Controls;

/// <summary>What a price chart shows. Rows count a symbol's bars from 0.</summary>
/// <param name="Url">Where columns of a range come from.</param>
/// <param name="TradesUrl">Where the trades come from, or null.</param>
/// <param name="Total">Rows of the whole series.</param>
/// <param name="Digits">Decimals of a price.</param>
/// <param name="Overlays">Lines over the prices and in panes below.</param>
/// <param name="Panes">Names of the panes.</param>
/// <param name="Visible">The rows shown first.</param>
/// <param name="Selected">The chosen bar, or null.</param>
public sealed record PriceChartOptions(
    string Url,
    string? TradesUrl,
    int Total,
    int Digits,
    IReadOnlyList<PriceOverlay> Overlays,
    IReadOnlyList<string> Panes,
    RowRange Visible,
    int? Selected)
{
    /// <summary>Where the levels of a range come from that stops, targets and limits lay at; null: none.</summary>
    public string? LevelsUrl { get; init; }
}

/// <summary>Rows from the first to before the last.</summary>
public sealed record RowRange(int From, int To);

/// <summary>A line on a price chart; the browser's <c>Overlay</c>.</summary>
public sealed record PriceOverlay(
    string Column, string Name, string Color, int Width, int Pane, bool Histogram, bool Steps, IReadOnlyList<double> Guides);

/// <summary>Candles with their trades; the browser fetches what it shows, and tells what was chosen.</summary>
public sealed partial class PriceChart : IAsyncDisposable
{
    private ElementReference element;
    private BrowserPart chart = default!;

    [Inject]
    internal IJSRuntime Browser { get; set; } = default!;

    /// <summary>Read once; give the chart another <c>@key</c> to show another series.</summary>
    [Parameter, EditorRequired]
    public required PriceChartOptions Options { get; set; }

    /// <summary>What the chart shows, in a sentence.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Class { get; set; }

    /// <summary>A bar was chosen by pointer or key.</summary>
    [Parameter]
    public EventCallback<int> RowSelected { get; set; }

    /// <summary>Other rows are seen.</summary>
    [Parameter]
    public EventCallback<RowRange> RangeMoved { get; set; }

    /// <summary>Marks a bar, and pans to it where it is not seen.</summary>
    public Task SelectAsync(int? row) => chart.TellAsync("select", row);

    /// <summary>Shows these rows.</summary>
    public Task ShowAsync(int from, int to) => chart.TellAsync("show", from, to);

    /// <summary>Shows these rows with a bar of theirs chosen.</summary>
    public Task LookAsync(int from, int to, int row) => chart.TellAsync("look", from, to, row);

    /// <summary>Brings the chart itself onto the screen.</summary>
    public Task RevealAsync() => chart.TellAsync("reveal");

    /// <summary>Called by the browser. What was said before it heard that the page is left belongs to no page.</summary>
    [JSInvokable]
    public Task Selected(int row) => chart.IsGone ? Task.CompletedTask : RowSelected.InvokeAsync(row);

    /// <summary>Called by the browser, like <see cref="Selected"/>.</summary>
    [JSInvokable]
    public Task Moved(int from, int to) =>
        chart.IsGone ? Task.CompletedTask : RangeMoved.InvokeAsync(new RowRange(from, to));

    protected override void OnInitialized() => chart = new BrowserPart(Browser);

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender
        ? chart.MakeAsync($"./{Assets["lib/neurotrade/prices.js"]}", "create", element, Options, DotNetObjectReference.Create(this))
        : Task.CompletedTask;

    public ValueTask DisposeAsync() => chart.DisposeAsync();
}
