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

    private string Market => $"{string.Join(", ", Run.Symbols)} {Run.Timeframe}";

    // The record holds it positive; a person reads a fall.
    private string Drawdown => Figures.Gain(-Run.MaxDrawdown);
}
