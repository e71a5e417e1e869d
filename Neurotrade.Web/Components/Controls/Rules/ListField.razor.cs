using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;

namespace Neurotrade.Web.Components.Controls.Rules;

/// <summary>A list of words: each a field, which emptied goes, and one more to add.</summary>
public sealed partial class ListField
{
    private string added = string.Empty;

    [CascadingParameter]
    public required FormScope Scope { get; set; }

    /// <summary>What one of them is.</summary>
    [Parameter, EditorRequired]
    public required string One { get; set; }

    /// <summary>Its keys with dots between.</summary>
    [Parameter, EditorRequired]
    public required string Path { get; set; }

    /// <summary>An example.</summary>
    [Parameter]
    public string? Hint { get; set; }

    private IReadOnlyList<string> Items => Scope.Form.Text.Has($"{Path}.0") ? Scope.Form.Text.Keys(Path) : [];

    private Task AddAsync()
    {
        string word = added.Trim();
        added = string.Empty;
        return word.Length == 0 ? Task.CompletedTask
            : Items.Count > 0 ? Scope.ChangeAsync(text => text.Append(Path, JsonValue.Create(word)))
            : Scope.ChangeAsync(text => text.Put(Path, Scope.Form.Text.Value(Path) is { } only
                ? new JsonArray(JsonValue.Create(only), JsonValue.Create(word))
                : new JsonArray(JsonValue.Create(word))));
    }
}
