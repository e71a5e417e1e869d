using Microsoft.AspNetCore.Components;

namespace Neurotrade.Web.Components.Controls;

/// <summary>A question that is answered before anything else is done; Esc and a press beside it dismiss it.</summary>
public sealed partial class AskDialog
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>The question and its answers.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    /// <summary>What is asked has a field that takes the focus, by <c>autofocus</c>.</summary>
    [Parameter]
    public bool HasField { get; set; }

    [Parameter]
    public EventCallback Dismissed { get; set; }
}
