using Microsoft.AspNetCore.Components;

namespace Neurotrade.Web.Components.Controls;

/// <summary>Why a place is empty, and the one thing to do.</summary>
public sealed partial class EmptyState
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>A drawing's name.</summary>
    [Parameter]
    public string? Icon { get; set; }

    [Parameter]
    public string? Class { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>The one thing to do.</summary>
    [Parameter]
    public RenderFragment? Action { get; set; }
}
