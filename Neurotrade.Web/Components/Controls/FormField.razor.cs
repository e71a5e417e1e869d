using Microsoft.AspNetCore.Components;

namespace Neurotrade.Web.Components.Controls;

/// <summary>What ties an input to its name and to what is said of it.</summary>
/// <param name="Id">The input's id.</param>
/// <param name="Told">The id of what is said of it; null where nothing is.</param>
/// <param name="Invalid"><c>true</c> or <c>false</c>.</param>
public sealed record FormFieldLink(string Id, string? Told, string Invalid)
{
    /// <summary>The same as an input's attributes.</summary>
    public IReadOnlyDictionary<string, object?> Attributes { get; } = new Dictionary<string, object?>
    {
        ["id"] = Id,
        ["aria-describedby"] = Told,
        ["aria-invalid"] = Invalid,
    };
}

/// <summary>A field of a form: its name, its input, and below it what is wrong with it or what it takes.</summary>
public sealed partial class FormField
{
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>What tells it from the page's other fields.</summary>
    [Parameter, EditorRequired]
    public required string Key { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment<FormFieldLink> ChildContent { get; set; }

    /// <summary>Null where nothing is wrong.</summary>
    [Parameter]
    public string? Problem { get; set; }

    /// <summary>What it takes.</summary>
    [Parameter]
    public string? Note { get; set; }

    /// <summary>The name is one of the strategy's file.</summary>
    [Parameter]
    public bool IsCode { get; set; }

    [Parameter]
    public string? Class { get; set; }

    private string Id => $"field-{Key.TrimStart('$')}";

    private string? ToldId => Problem is null && Note is null ? null : $"{Id}-told";
}
