using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Neurotrade.Web.Components.Controls;

/// <summary>What a chart of curves shows; the browser's <c>CurveOptions</c>.</summary>
/// <param name="Url">Where the curves come from.</param>
/// <param name="Panels">From top to bottom.</param>
/// <param name="Log">Whether the first panel's axis is logarithmic.</param>
/// <param name="Zooms">Whether the wheel and two fingers zoom.</param>
public sealed record CurveChartOptions(string Url, IReadOnlyList<CurvePanel> Panels, bool Log, bool Zooms);

/// <summary>One panel.</summary>
/// <param name="Unit"><c>money percent ratio count</c>.</param>
/// <param name="Share">Share of the height.</param>
/// <param name="Floats">Whether the axis may leave zero out.</param>
/// <param name="Level">A line across at this value.</param>
/// <param name="Curves">What is drawn.</param>
public sealed record CurvePanel(string Unit, double Share, bool Floats, double? Level, IReadOnlyList<CurveLine> Curves);

/// <summary>
/// One curve: its column, its name, a colour token, pixels, the opacity of what is filled below it, and how it is drawn:
/// <c>solid dashed dotted dashdot</c>.
/// </summary>
public sealed record CurveLine(string Column, string Name, string Color, double Width, double Fill, string Shape = "solid");

/// <summary>Curves over time; the browser fetches them as finely as it shows them.</summary>
public sealed partial class CurveChart : IAsyncDisposable
{
    private ElementReference element;
    private BrowserPart chart = default!;
    private bool isLog;

    [Inject]
    internal IJSRuntime Browser { get; set; } = default!;

    /// <summary>Read once, but for <see cref="CurveChartOptions.Log"/>.</summary>
    [Parameter, EditorRequired]
    public required CurveChartOptions Options { get; set; }

    /// <summary>What the chart shows, in a sentence.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Pixels.</summary>
    [Parameter]
    public int Height { get; set; } = 190;

    protected override void OnInitialized() => chart = new BrowserPart(Browser);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            isLog = Options.Log;
            await chart.MakeAsync($"./{Assets["lib/neurotrade/statistics.js"]}", "createCurves", element, Options);
        }
        else if (isLog != Options.Log)
        {
            isLog = Options.Log;
            await chart.TellAsync("setLog", isLog);
        }
    }

    public ValueTask DisposeAsync() => chart.DisposeAsync();
}
