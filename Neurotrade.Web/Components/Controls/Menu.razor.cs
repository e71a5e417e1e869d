using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Neurotrade.Web.Components.Controls;

/// <summary>Buttons and links that are not needed all the time, behind one; it closes when one is pressed.</summary>
public sealed partial class Menu
{
    private bool isOpen;

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    private void Close() => isOpen = false;

    private void Key(KeyboardEventArgs key) => isOpen = isOpen && key.Key != "Escape";
}
