using Microsoft.AspNetCore.Components;

namespace Neurotrade.Web.Components.Controls.Rules;

/// <summary>One of a few ways in which a part of a strategy may be written.</summary>
public sealed partial class ChoiceField
{
    [CascadingParameter]
    public required FormScope Scope { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>What it is, where the label alone does not say it.</summary>
    [Parameter]
    public string? Name { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<(string Value, string Words)> Choices { get; set; }

    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public EventCallback<string> Chosen { get; set; }
}
