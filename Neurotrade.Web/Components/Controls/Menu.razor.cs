using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace Neurotrade.Web.Components.Controls;

/// <summary>Buttons and links that are not needed all the time, behind one; it closes when one is pressed.</summary>
public sealed partial class Menu
{
    private ElementReference opener;
    private bool isOpen;
    private bool isClosed;

    [Inject]
    internal IJSRuntime Browser { get; set; } = default!;

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Stands in place of the label, which is then its name.</summary>
    [Parameter]
    public string? Icon { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (isClosed)
        {
            isClosed = false;
            await BrowserCall.TryAsync(() => Browser.InvokeVoidAsync("neurotrade.focusIfLost", opener));
        }
    }

    // Whoever was in it is where it was opened again, unless what was pressed takes the focus elsewhere.
    private void Close() => (isOpen, isClosed) = (false, true);

    private void Key(KeyboardEventArgs key)
    {
        if (isOpen && key.Key == "Escape")
        {
            Close();
        }
    }
}
