using Microsoft.AspNetCore.Components;

namespace Neurotrade.Web.Components.Controls.Rules;

/// <summary>One of a strategy's rules as a tree of fields.</summary>
public sealed partial class RuleSection
{
    [CascadingParameter]
    public required FormScope Scope { get; set; }

    /// <summary>The rule's key: <c>entry</c> or <c>exit</c>.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    private Task AddAsync() => Scope.SetAsync($"rules.{Name}", Name == "exit" ? "close < open" : "close > open");
}
