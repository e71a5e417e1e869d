using Microsoft.AspNetCore.Components;

namespace Neurotrade.Web.Components.Controls;

/// <summary>Two to eight views of one thing, one of them shown.</summary>
public sealed partial class Segment<TValue>
{
    /// <summary>What is chosen between, for those who do not see it.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<(TValue Value, string Name)> Choices { get; set; }

    [Parameter]
    public TValue? Value { get; set; }

    /// <summary>Told what was pressed, also where it is what is shown.</summary>
    [Parameter]
    public EventCallback<TValue> Chosen { get; set; }

    private bool IsChosen(TValue value) => EqualityComparer<TValue>.Default.Equals(value, Value);
}
