using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Components.Pages;

/// <summary>One run in the list.</summary>
public sealed partial class RunRow
{
    [Parameter, EditorRequired]
    public required PastRun Run { get; set; }

    /// <summary>What ages are counted from.</summary>
    [Parameter]
    public DateTimeOffset Now { get; set; }

    [Parameter]
    public string? Class { get; set; }

    /// <summary>Cells before those of the run.</summary>
    [Parameter]
    public RenderFragment? Before { get; set; }

    /// <summary>What stands with its name.</summary>
    [Parameter]
    public RenderFragment? Beside { get; set; }

    /// <summary>Cells after those of the run.</summary>
    [Parameter]
    public RenderFragment? After { get; set; }

    private string Market => $"{string.Join(", ", Run.Symbols)} {Run.Timeframe}";

    // The record holds it positive; a person reads a fall.
    private string Drawdown => Figures.Gain(-Run.MaxDrawdown);
}
