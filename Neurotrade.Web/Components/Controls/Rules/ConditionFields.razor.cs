using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Strategies.Editing;

namespace Neurotrade.Web.Components.Controls.Rules;

/// <summary>A condition: three fields where it compares two plain values, else its text.</summary>
public sealed partial class ConditionFields
{
    private bool isText;

    [CascadingParameter]
    public required FormScope Scope { get; set; }

    [Parameter, EditorRequired]
    public required string Expression { get; set; }

    /// <summary>Whether the position may be asked about.</summary>
    [Parameter]
    public bool IsExit { get; set; }

    [Parameter]
    public EventCallback<string> Changed { get; set; }

    private SimpleCondition? Simple => SimpleCondition.Of(Expression);

    private IEnumerable<string> Names(string now) =>
        Scope.Form.Names(IsExit).Concat(Scope.Form.Parameters).Prepend(now).Distinct(StringComparer.Ordinal);

    private Task ComposeAsync(SimpleCondition condition) => ComposeAsync(condition.ToString());

    private Task ComposeAsync(string expression) =>
        expression == Expression ? Task.CompletedTask : Changed.InvokeAsync(expression);

    private static string Of(ChangeEventArgs change) => (change.Value as string ?? string.Empty).Trim();
}
