using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Neurotrade.Web.Components.Controls;

/// <summary>
/// What is dealt with before anything else: the page behind it is out of reach, Esc and a press beside it dismiss it, and the focus
/// goes back to where it was.
/// </summary>
public sealed partial class ModalDialog
{
    private ElementReference box;

    [Inject]
    internal IJSRuntime Browser { get; set; } = default!;

    /// <summary>What it is, for those who do not see it.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    [Parameter]
    public string? Class { get; set; }

    /// <summary>A field in it has <c>autofocus</c>; else the dialog itself takes the focus, so that Enter does nothing unread.</summary>
    [Parameter]
    public bool HasField { get; set; }

    [Parameter]
    public EventCallback Dismissed { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await BrowserCall.TryAsync(() => Browser.InvokeVoidAsync("neurotrade.openDialog", box));
        }
    }
}
