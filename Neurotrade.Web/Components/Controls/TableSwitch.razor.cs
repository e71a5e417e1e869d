using Microsoft.AspNetCore.Components;

namespace Neurotrade.Web.Components.Controls;

/// <summary>Shows a chart's data as a table in its place, and back; the key T presses the one of the panel in focus.</summary>
public sealed partial class TableSwitch
{
    /// <summary>What the chart shows, for those who do not see it.</summary>
    [Parameter, EditorRequired]
    public required string What { get; set; }

    [Parameter]
    public bool IsTable { get; set; }

    [Parameter]
    public EventCallback Toggled { get; set; }
}
