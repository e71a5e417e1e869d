using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Market;

namespace Neurotrade.Web.Components.Controls.Rules;

/// <summary>One value of a strategy, as its text has it; emptied, it is taken out and the default holds.</summary>
public sealed partial class ValueField
{
    [CascadingParameter]
    public required FormScope Scope { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>What it is, where the label alone does not say it.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>Its keys with dots between.</summary>
    [Parameter, EditorRequired]
    public required string Path { get; set; }

    /// <summary>What holds while nothing stands here, or an example.</summary>
    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string? Class { get; set; }

    /// <summary>Takes a changed value in place of setting it; empty where it was emptied.</summary>
    [Parameter]
    public EventCallback<string> Changed { get; set; }

    private string? Value => Scope.Form.Text.Value(Path);

    private IReadOnlyList<Problem> Problems => [.. Scope.Form.At(Path)];

    private Task SetAsync(ChangeEventArgs change)
    {
        string value = (change.Value as string ?? string.Empty).Trim();
        return Changed.HasDelegate ? Changed.InvokeAsync(value) : Scope.SetAsync(Path, value);
    }
}
