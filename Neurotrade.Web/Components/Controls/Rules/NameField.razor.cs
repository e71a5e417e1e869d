using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Strategies.Editing;

namespace Neurotrade.Web.Components.Controls.Rules;

/// <summary>The name of an indicator or a parameter; another one is written wherever the file says it, in one step.</summary>
public sealed partial class NameField
{
    private string? refusal;
    private string? shown;

    [CascadingParameter]
    public required FormScope Scope { get; set; }

    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>Its keys with dots between.</summary>
    [Parameter, EditorRequired]
    public required string Path { get; set; }

    /// <summary>What is renamed, where the name alone does not say it.</summary>
    [Parameter]
    public string? Called { get; set; }

    /// <summary>What it is.</summary>
    [Parameter]
    public string? Title { get; set; }

    /// <summary>The text with the other name.</summary>
    [Parameter, EditorRequired]
    public required Func<StrategyText, string, TextEdit> Rename { get; set; }

    private string Shown => Called ?? Name;

    private string? Invalid => refusal is not null || Scope.Form.AtKey(Path).Any() ? "true" : null;

    protected override void OnParametersSet()
    {
        if (shown != Name)
        {
            (shown, refusal) = (Name, null);
        }
    }

    // What is refused stays in the field, with the reason below it.
    private Task RenameAsync(ChangeEventArgs change)
    {
        TextEdit edit = Rename(Scope.Form.Text, change.Value as string ?? string.Empty);
        refusal = edit.Refusal;
        return refusal is null ? Scope.ChangeAsync(_ => edit) : Task.CompletedTask;
    }
}
