using Microsoft.AspNetCore.Components;

namespace Neurotrade.Web.Components.Controls;

/// <summary>A small drawing in the colour of its text. The shapes are Lucide's (Icon.LICENSE.txt).</summary>
public sealed partial class Icon
{
    /// <summary>Which drawing, by Lucide's name.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary><c>s</c> for the small one.</summary>
    [Parameter]
    public string? Class { get; set; }
}
