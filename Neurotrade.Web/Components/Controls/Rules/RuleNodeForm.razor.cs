using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Neurotrade.Core.Strategies.Editing;

namespace Neurotrade.Web.Components.Controls.Rules;

/// <summary>A node of a rule: a condition's fields or a group with its parts, and what can be done with it.</summary>
public sealed partial class RuleNodeForm
{
    private const string FirstCondition = "close > open";
    private ElementReference tagField;
    private bool isTagging;
    private bool takesFocus;

    [CascadingParameter]
    public required FormScope Scope { get; set; }

    [Parameter, EditorRequired]
    public required RuleOutline Node { get; set; }

    [Parameter]
    public bool IsExit { get; set; }

    private string Shown => Node.Kind switch
    {
        OutlineKind.Condition => Node.Text,
        OutlineKind.All => $"all of {Node.Parts.Length}",
        OutlineKind.Any => $"any of {Node.Parts.Length}",
        OutlineKind.Not => "what does not hold",
        _ => "this part",
    };

    private IEnumerable<(string Name, Func<Task> Act)> Actions
    {
        get
        {
            if (Node.Tag is null)
            {
                yield return ("Add a tag", BeginTag);
            }
            else
            {
                yield return ("Take the tag away", () => Scope.Change(text => text.SetTag(Node.Path, null), Node.Path));
            }

            yield return ("Group: all of", () => WrapAsync(OutlineKind.All));
            yield return ("Group: any of", () => WrapAsync(OutlineKind.Any));
            yield return ("Negate: not", () => WrapAsync(OutlineKind.Not));
            if (Node.Kind == OutlineKind.Not || (Node.IsList && Node.Parts.Length == 1))
            {
                yield return (Node.Kind == OutlineKind.Not ? "Take the not away" : "Take the group apart", UnwrapAsync);
            }

            RuleOutline? rule = Scope.Form.Rule(Node.Path.Rule);
            foreach ((MoveDirection way, string name) in new[]
            {
                (MoveDirection.Up, "Move up"), (MoveDirection.Down, "Move down"),
                (MoveDirection.In, "Move into the group beside"), (MoveDirection.Out, "Move out of the group"),
            })
            {
                if (rule is not null && RuleMove.Step(rule, Node.Path, way) is { } move)
                {
                    yield return (name, () => Scope.Change(text => text.Move(Node.Path, move.Group, move.Index), move.After(Node.Path)));
                }
            }

            if (!Node.Path.IsRoot || IsExit)
            {
                yield return ("Remove", () => Scope.Change(text => text.RemoveRule(Node.Path), Node.Path.Parent));
            }
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!takesFocus)
        {
            return;
        }

        takesFocus = false;
        try
        {
            await tagField.FocusAsync();
        }
        catch (Exception left) when (left is JSException or JSDisconnectedException or OperationCanceledException)
        {
            // The node went before its tag could be written.
        }
    }

    private Task BeginTag()
    {
        (isTagging, takesFocus) = (true, true);
        return Task.CompletedTask;
    }

    private Task SetAsync(string expression) => Scope.ChangeAsync(text => text.SetCondition(Node.Path, expression));

    private Task SetKindAsync(ChangeEventArgs change) => Enum.TryParse(change.Value as string, out OutlineKind kind)
        ? Scope.ChangeAsync(text => text.SetKind(Node.Path, kind))
        : Task.CompletedTask;

    private Task SetTagAsync(ChangeEventArgs change)
    {
        isTagging = false;
        string tag = (change.Value as string ?? string.Empty).Trim();
        return tag.Length > 0 ? Scope.ChangeAsync(text => text.SetTag(Node.Path, tag))
            : Node.Tag is null ? Task.CompletedTask
            : Scope.ChangeAsync(text => text.SetTag(Node.Path, null));
    }

    private Task AddAsync() => Scope.Change(
        text => text.AddCondition(Node.Path, Node.Parts.Length, FirstCondition), Node.Path.Part(Node.Parts.Length));

    private Task WrapAsync(OutlineKind kind) => Scope.Change(text => text.Wrap(Node.Path, kind), Node.Path);

    private Task UnwrapAsync() => Scope.Change(text => text.Unwrap(Node.Path), Node.Path);
}
