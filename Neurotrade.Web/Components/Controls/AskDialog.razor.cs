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

    /// <summary>The question and its answers.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    /// <summary>What is asked has a field that takes the focus itself.</summary>
    [Parameter]
    public bool HasField { get; set; }

    [Parameter]
    public EventCallback Dismissed { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && !HasField)
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
