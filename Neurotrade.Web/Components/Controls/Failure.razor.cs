using Microsoft.AspNetCore.Components;

namespace Neurotrade.Web.Components.Controls;

/// <summary>What went wrong, where, and what to do now.</summary>
public sealed partial class Failure
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Parameter]
    public RenderFragment? Action { get; set; }
}
