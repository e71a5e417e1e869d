using Microsoft.AspNetCore.Components;

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

    /// <summary>Whether it is a word or a sentence, for which no parameter can stand.</summary>
    [Parameter]
    public bool IsText { get; set; }

    /// <summary>Whether it may have several lines.</summary>
    [Parameter]
    public bool IsLong { get; set; }

    /// <summary>Takes a changed value in place of setting it; empty where it was emptied.</summary>
    [Parameter]
    public EventCallback<string> Changed { get; set; }

    private string? Value => Scope.Form.Text.Value(Path);

    // A block or a list where a value belongs is nothing that a field could show.
    private bool IsOther => Value is null && Scope.Form.Text.Has(Path);

    private string? Invalid => Scope.Form.At(Path).Any() ? "true" : null;

    private Task SetAsync(ChangeEventArgs change)
    {
        string value = (change.Value as string ?? string.Empty).Trim().ReplaceLineEndings("\n");
        return Changed.HasDelegate ? Changed.InvokeAsync(value) : Scope.SetAsync(Path, value);
    }
}
