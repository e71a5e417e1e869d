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
    private readonly CancellationTokenSource gone = new();
    private readonly List<(string Method, object?[] Arguments)> early = [];
    private ElementReference element;
    private IJSObjectReference? module;
    private IJSObjectReference? chart;
    private DotNetObjectReference<PriceChart>? self;
    private bool isComing;

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
    public Task SelectAsync(int? row) => CallAsync("select", row);

    /// <summary>Shows these rows.</summary>
    public Task ShowAsync(int from, int to) => CallAsync("show", from, to);

    /// <summary>Brings the chart itself onto the screen.</summary>
    public Task RevealAsync() => CallAsync("reveal");

    /// <summary>Called by the browser. What was said before it heard that the page is left belongs to no page.</summary>
    [JSInvokable]
    public Task Selected(int row) => gone.IsCancellationRequested ? Task.CompletedTask : RowSelected.InvokeAsync(row);

    /// <summary>Called by the browser, like <see cref="Selected"/>.</summary>
    [JSInvokable]
    public Task Moved(int from, int to) =>
        gone.IsCancellationRequested ? Task.CompletedTask : RangeMoved.InvokeAsync(new RowRange(from, to));

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        self = DotNetObjectReference.Create(this);
        isComing = true;
        try
        {
            module = await Browser.InvokeAsync<IJSObjectReference>("import", gone.Token, $"./{Assets["lib/neurotrade/prices.js"]}");

            // Waited for even where the page is left meanwhile: the browser makes it all the same, and it must be ended.
            chart = await module.InvokeAsync<IJSObjectReference>("create", element, Options, self);
            foreach ((string method, object?[] arguments) in early)
            {
                await chart.InvokeVoidAsync(method, arguments);
            }

            early.Clear();
        }
        catch (Exception left) when (left is JSDisconnectedException or OperationCanceledException
            || (left is JSException && gone.IsCancellationRequested))
        {
            // The page was left while its chart was on the way.
        }
        finally
        {
            isComing = false;
            if (gone.IsCancellationRequested)
            {
                await EndAsync();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await gone.CancelAsync();
        gone.Dispose();
        if (!isComing)
        {
            await EndAsync();
        }
    }

    private async Task EndAsync()
    {
        await BrowserParts.DisposeAsync(chart, module);
        self?.Dispose();
    }

    private async Task CallAsync(string method, params object?[] arguments)
    {
        if (chart is null)
        {
            // It is still on its way; what was asked of it meanwhile is done when it stands.
            early.RemoveAll(one => one.Method == method);
            early.Add((method, arguments));
            return;
        }

        await chart.InvokeVoidAsync(method, arguments);
    }
}
