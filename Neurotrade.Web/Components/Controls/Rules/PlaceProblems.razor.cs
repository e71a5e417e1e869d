using Microsoft.AspNetCore.Components;

namespace Neurotrade.Web.Components.Controls.Rules;

/// <summary>What is wrong with a value or a block, each with its fix.</summary>
public sealed partial class PlaceProblems
{
    [CascadingParameter]
    public required FormScope Scope { get; set; }

    /// <summary>Its keys with dots between.</summary>
    [Parameter, EditorRequired]
    public required string Path { get; set; }
}
