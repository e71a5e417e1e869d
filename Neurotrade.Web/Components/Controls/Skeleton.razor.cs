using Microsoft.AspNetCore.Components;

namespace Neurotrade.Web.Components.Controls;

/// <summary>The shape of what comes; shows itself only after 150 ms.</summary>
public sealed partial class Skeleton
{
    /// <summary>What is on its way.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Pixels, as high as what comes.</summary>
    [Parameter]
    public int Height { get; set; } = 180;
}
