using Microsoft.AspNetCore.Components;

namespace Neurotrade.Web.Components.Controls;

/// <summary>One figure with its name and a line that says what it means; its name tells how it is counted.</summary>
public sealed partial class Tile
{
    private bool isExplained;

    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter, EditorRequired]
    public required string Value { get; set; }

    /// <summary>Stands small behind the figure.</summary>
    [Parameter]
    public string? Unit { get; set; }

    /// <summary><c>gain</c>, <c>loss</c> or none; money only.</summary>
    [Parameter]
    public string? Tone { get; set; }

    /// <summary>What it means or compares with.</summary>
    [Parameter]
    public string? Note { get; set; }

    /// <summary>How it is counted.</summary>
    [Parameter]
    public string? Explanation { get; set; }

    /// <summary>Why it should not be trusted.</summary>
    [Parameter]
    public string? Warning { get; set; }

    /// <summary>The warning in a word.</summary>
    [Parameter]
    public string? WarningWord { get; set; }

    private void Toggle() => isExplained = !isExplained;
}
