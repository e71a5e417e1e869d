using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace Neurotrade.Web.Components.Controls;

/// <summary>Buttons and links that are not needed all the time, behind one; it closes when one is pressed.</summary>
public sealed partial class Menu
{
    private ElementReference opener;
    private bool isOpen;

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Stands in place of the label, which is then its name.</summary>
    [Parameter]
    public string? Icon { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    private void Close() => isOpen = false;

    // Whoever dismisses it by a key is where it was opened again.
    private async Task KeyAsync(KeyboardEventArgs key)
    {
        if (!isOpen || key.Key != "Escape")
        {
            return;
        }

        isOpen = false;
        try
        {
            await opener.FocusAsync();
        }
        catch (Exception left) when (left is JSException or JSDisconnectedException or OperationCanceledException)
        {
            // It went with what it belongs to.
        }
    }
}
