using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace Neurotrade.Web.Components.Controls;

/// <summary>A question that is answered before anything else is done; Esc and a press beside it dismiss it.</summary>
public sealed partial class AskDialog
{
    private ElementReference box;

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>The question and its answers; an answer with <c>autofocus</c> is ready for Enter.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    [Parameter]
    public EventCallback Dismissed { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            try
            {
                await box.FocusAsync();
            }
            catch (Exception left) when (left is JSException or JSDisconnectedException or OperationCanceledException)
            {
                // It went before it could be focused.
            }
        }
    }

    private Task KeyAsync(KeyboardEventArgs key) => key.Key == "Escape" ? Dismissed.InvokeAsync() : Task.CompletedTask;
}
