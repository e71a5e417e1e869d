using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Neurotrade.Core.Strategies.Editing;
using Neurotrade.Core.Strategies.Files;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Components.Controls.Rules;

/// <summary>A strategy as a form: rules are trees, all else is fields, and each change is one of the text.</summary>
public sealed partial class StrategyFormView : IAsyncDisposable
{
    private ElementReference element;
    private BrowserPart part = default!;
    private StrategyForm? form;
    private StrategyCheck? shown;
    private RulePath? focus;
    private string? refusal;
    private int revision;

    [Inject]
    internal IJSRuntime Browser { get; set; } = default!;

    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>What the text says.</summary>
    [Parameter, EditorRequired]
    public required StrategyCheck Reading { get; set; }

    /// <summary>The last text that could be used, for its words.</summary>
    [Parameter]
    public Neurotrade.Core.Strategies.Strategy? Valid { get; set; }

    /// <summary>The text after a change of the form.</summary>
    [Parameter]
    public EventCallback<string> Changed { get; set; }

    [Parameter]
    public EventCallback UndoAsked { get; set; }

    [Parameter]
    public EventCallback RedoAsked { get; set; }

    [Parameter]
    public EventCallback SaveAsked { get; set; }

    /// <summary>A place of the text was asked for.</summary>
    [Parameter]
    public EventCallback<SourcePosition> PlaceAsked { get; set; }

    private FormScope Scope => new(form!, revision, ChangeAsync);

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(shown, Reading))
        {
            shown = Reading;
            form = new StrategyForm(Text, Reading.Problems, Valid);
        }
    }

    /// <summary>Called by the browser: Alt and an arrow on a node.</summary>
    [JSInvokable]
    public Task Step(string path, string direction)
    {
        RulePath from = new(path);
        return form?.Rule(from.Rule) is { } rule && Enum.TryParse(direction, out MoveDirection way)
            && RuleMove.Step(rule, from, way) is { } move ? MoveAsync(from, move) : Task.CompletedTask;
    }

    /// <summary>Called by the browser: a node was dropped before, after or into another one.</summary>
    [JSInvokable]
    public Task Drop(string path, string over, string where)
    {
        (RulePath from, RulePath target) = (new RulePath(path), new RulePath(over));
        return form?.Rule(target.Rule) is { } rule && RuleMove.Drop(rule, from, target, where) is { } move
            ? MoveAsync(from, move)
            : Task.CompletedTask;
    }

    /// <summary>Called by the browser.</summary>
    [JSInvokable]
    public Task Undo() => UndoAsked.InvokeAsync();

    /// <summary>Called by the browser.</summary>
    [JSInvokable]
    public Task Redo() => RedoAsked.InvokeAsync();

    /// <summary>Called by the browser.</summary>
    [JSInvokable]
    public Task Save() => SaveAsked.InvokeAsync();

    protected override void OnInitialized() => part = new BrowserPart(Browser);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await part.MakeAsync($"./{Assets["lib/neurotrade/ruleForm.js"]}", "create", element, DotNetObjectReference.Create(this));
        }

        if (focus is { } path)
        {
            focus = null;
            await part.TellAsync("focus", path.Text);
        }
    }

    public ValueTask DisposeAsync() => part.DisposeAsync();

    private Task MoveAsync(RulePath from, RuleMove move) => ChangeAsync(text => text.Move(from, move.Group, move.Index), move.After(from));

    private async Task ChangeAsync(Func<StrategyText, TextEdit> change, RulePath? then)
    {
        TextEdit edit = change(form!.Text);
        refusal = edit.Refusal;
        if (edit.Refusal is null && edit.Text != Text)
        {
            focus = then;
            await Changed.InvokeAsync(edit.Text);
        }
        else
        {
            // A field is made anew only then: made anew it would lose the focus.
            revision++;
        }

        StateHasChanged();
    }
}
