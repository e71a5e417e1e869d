using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Neurotrade.Core.Market;
using Neurotrade.Web.Dashboard.Strategies;
using Neurotrade.Web.Dashboard.Strategies.Quick;

namespace Neurotrade.Web.Components.Controls;

/// <summary>The text of a strategy: what is wrong is underlined and told under its line as one types.</summary>
public sealed partial class StrategyEditor : IAsyncDisposable
{
    private ElementReference element;
    private BrowserPart editor = default!;
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
    public Task GoToAsync(int line, int column) => editor.AskAsync<object?>("goTo", line, column);

    /// <summary>Puts another text in place, which the person can undo; <see cref="TextChanged"/> is not told of it.</summary>
    public Task SetTextAsync(string text) => editor.AskAsync<object?>("setText", text);

    /// <summary>The text as it stands in the browser; null where there is no editor yet, or no browser any more.</summary>
    public Task<string?> ReadAsync() => editor.AskAsync<string>("text");

    /// <summary>Takes the last change back; the text after it, or null where there is no editor yet.</summary>
    public Task<string?> UndoAsync() => editor.AskAsync<string>("undo");

    /// <summary>Makes the change again that was taken back; the text after it, or null where there is no editor yet.</summary>
    public Task<string?> RedoAsync() => editor.AskAsync<string>("redo");

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

    protected override void OnInitialized() => editor = new BrowserPart(Browser);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        Task made = Task.CompletedTask;
        if (firstRender)
        {
            made = editor.MakeAsync(
                $"./{Assets["lib/neurotrade/editor.js"]}", "create", element, new { name = Name, text = Text, label = Label, readOnly = false },
                DotNetObjectReference.Create(this));
        }

        if (!ReferenceEquals(shown, Problems))
        {
            shown = Problems;
            await editor.TellAsync("setProblems", Problems.Select(one => new { one.Line, one.Column, one.Message }));
        }

        await made;
    }

    public ValueTask DisposeAsync() => editor.DisposeAsync();
}
