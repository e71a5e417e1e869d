using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Neurotrade.Core.Market;
using Neurotrade.Web.Dashboard.Strategies;
using Neurotrade.Web.Dashboard.Strategies.Quick;

namespace Neurotrade.Web.Components.Controls;

/// <summary>The text of a strategy: what is wrong is underlined and told under its line as one types.</summary>
public sealed partial class StrategyEditor : IAsyncDisposable
{
    private readonly CancellationTokenSource gone = new();
    private ElementReference element;
    private IJSObjectReference? module;
    private IJSObjectReference? editor;
    private DotNetObjectReference<StrategyEditor>? self;
    private IReadOnlyList<Problem>? shown;

    [Inject]
    internal IJSRuntime Browser { get; set; } = default!;

    [Inject]
    internal QuickCandles Candles { get; set; } = default!;

    /// <summary>The text at first; give the editor another <c>@key</c> to edit another file.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>The file's name, under which the browser keeps what has not reached the server.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>What is edited, for those who do not see it.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>What is wrong with the text as it stands.</summary>
    [Parameter]
    public IReadOnlyList<Problem> Problems { get; set; } = [];

    [Parameter]
    public EventCallback<string> TextChanged { get; set; }

    [Parameter]
    public EventCallback SaveAsked { get; set; }

    /// <summary>Puts the cursor at a place, lines and columns from 1.</summary>
    public async Task GoToAsync(int line, int column)
    {
        if (editor is not null)
        {
            await editor.InvokeVoidAsync("goTo", line, column);
        }
    }

    /// <summary>Puts another text in place, which the person can undo; <see cref="TextChanged"/> is not told of it.</summary>
    public async Task SetTextAsync(string text)
    {
        if (editor is not null)
        {
            await editor.InvokeVoidAsync("setText", text);
        }
    }

    /// <summary>The text as it stands in the browser; null where there is no editor yet, or no browser any more.</summary>
    public async Task<string?> ReadAsync()
    {
        try
        {
            return editor is null ? null : await editor.InvokeAsync<string?>("text", gone.Token);
        }
        catch (Exception left) when (left is JSDisconnectedException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Takes the last change back; the text after it, or null where there is no editor yet.</summary>
    public async Task<string?> UndoAsync() => editor is null ? null : await editor.InvokeAsync<string?>("undo");

    /// <summary>Makes the change again that was taken back; the text after it, or null where there is no editor yet.</summary>
    public async Task<string?> RedoAsync() => editor is null ? null : await editor.InvokeAsync<string?>("redo");

    /// <summary>Called by the browser.</summary>
    [JSInvokable]
    public Task Changed(string text) => TextChanged.InvokeAsync(text);

    /// <summary>Called by the browser.</summary>
    [JSInvokable]
    public Task Save() => SaveAsked.InvokeAsync();

    /// <summary>Called by the browser.</summary>
    [JSInvokable]
    public IReadOnlyList<Hint> Complete(int line, int column, string text) => StrategyHints.At(line, column, text);

    /// <summary>Called by the browser.</summary>
    [JSInvokable]
    public string? Describe(string word, int line, int column, string text) =>
        StrategyMeanings.Of(word, line, column, text, output => Now(text, output));

    // Of the candles that the quick backtest has loaded; nothing is loaded for it.
    private string? Now(string text, string output) =>
        StrategyCheck.Of(text, Label).Strategy is { } strategy && LatestValue.Of(Candles, strategy, output) is { } latest
            ? $"{(double.IsNaN(latest.Value) ? "missing" : Figures.Value(latest.Value))} at {Figures.Time(latest.OpenMillis)}, "
                + $"{latest.Exchange} {latest.Symbol} {strategy.Market.Timeframe}"
            : null;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        try
        {
            if (firstRender)
            {
                self = DotNetObjectReference.Create(this);
                module = await Browser.InvokeAsync<IJSObjectReference>("import", gone.Token, $"./{Assets["lib/neurotrade/editor.js"]}");
                editor = await module.InvokeAsync<IJSObjectReference>(
                    "create", gone.Token, element, new { name = Name, text = Text, label = Label, readOnly = false }, self);
            }

            if (editor is not null && !ReferenceEquals(shown, Problems))
            {
                shown = Problems;
                await editor.InvokeVoidAsync("setProblems", gone.Token, Problems.Select(one => new { one.Line, one.Column, one.Message }));
            }
        }
        catch (Exception left) when (left is JSDisconnectedException or OperationCanceledException)
        {
            // The page was left while its editor was on the way.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await gone.CancelAsync();
        await BrowserParts.DisposeAsync(editor, module);
        self?.Dispose();
        gone.Dispose();
    }
}
