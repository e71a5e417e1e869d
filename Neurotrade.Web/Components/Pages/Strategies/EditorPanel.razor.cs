using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Market;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Components.Pages.Strategies;

/// <summary>The text of the open file with what is wrong in it, and what can be done with the file.</summary>
public sealed partial class EditorPanel
{
    private static readonly (StrategyView, string)[] Views =
        [(StrategyView.Text, "Text"), (StrategyView.Form, "Form"), (StrategyView.Versions, "Versions")];

    private StrategyEditor? editor;
    private LeaveGuard? guard;
    private string? saveProblem;
    private string? note;

    [Inject]
    internal StrategyShelf Shelf { get; set; } = default!;

    [Parameter, EditorRequired]
    public required StrategyDraft Draft { get; set; }

    [Parameter]
    public StrategyView View { get; set; }

    [Parameter]
    public EventCallback<StrategyView> ViewChosen { get; set; }

    /// <summary>The version that is compared.</summary>
    [Parameter]
    public int? Former { get; set; }

    /// <summary>What it is compared with; null: the text.</summary>
    [Parameter]
    public int? Latter { get; set; }

    [Parameter]
    public EventCallback<(int? Former, int? Latter)> Compared { get; set; }

    /// <summary>The text has changed.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    /// <summary>The file has changed.</summary>
    [Parameter]
    public EventCallback Saved { get; set; }

    /// <summary>The file is gone.</summary>
    [Parameter]
    public EventCallback Deleted { get; set; }

    /// <summary>
    /// Puts another text in the editor, of the form or the sliders, which the person can undo there; it is not saved.
    /// </summary>
    public async Task WriteAsync(string text)
    {
        // The next change may come before the browser has this one, and is then made of it.
        Task changed = ChangeAsync(text);
        await editor!.SetTextAsync(text);
        await changed;
    }

    /// <summary>Saves what is not saved and asks what to run the strategy on, with other values of its parameters.</summary>
    public async Task RunAsync(IReadOnlyDictionary<string, string> set)
    {
        await CatchUpAsync();
        if (Draft.IsChanged)
        {
            await SaveAsync();
        }

        if (saveProblem is null)
        {
            string values = string.Concat(set.Select(pair => $"&set={Uri.EscapeDataString($"{pair.Key}={pair.Value}")}"));
            await guard!.LeaveAsync($"backtests/new?strategy={Uri.EscapeDataString(Draft.Name)}{values}");
        }
    }

    private Task RunAsync() => RunAsync(ImmutableDictionary<string, string>.Empty);

    private async Task UndoAsync() => await TakeBackAsync(await editor!.UndoAsync());

    private async Task RedoAsync() => await TakeBackAsync(await editor!.RedoAsync());

    private Task TakeBackAsync(string? text) => text is null ? Task.CompletedTask : ChangeAsync(text);

    private Task ChangeAsync(string text)
    {
        Draft.Change(text);
        note = null;
        Remember();
        return Changed.InvokeAsync();
    }

    // What is not in the file is kept beside it at once, so that nothing that was typed is lost with the page.
    private void Remember()
    {
        try
        {
            if (Draft.IsChanged)
            {
                Shelf.Drafts.Keep(Draft.Name, Draft.Text);
            }
            else
            {
                Shelf.Drafts.Drop(Draft.Name);
            }

            saveProblem = null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            saveProblem = $"What is typed cannot be kept until it is saved: {refused.Message}";
        }
    }

    // Typing is told a moment late; before the text is left, the editor itself is asked.
    private async Task CatchUpAsync()
    {
        if (await editor!.ReadAsync() is { } text && !Draft.IsText(text))
        {
            await ChangeAsync(text);
        }
    }

    // The file holds this text already.
    private async Task TakeAsync(string text)
    {
        Draft.Change(text);
        Draft.Keep();
        Remember();
        await editor!.SetTextAsync(text);
        await Saved.InvokeAsync();
    }

    private async Task<string?> SaveForGoodAsync()
    {
        await SaveAsync();
        return saveProblem;
    }

    private async Task SaveTypedAsync()
    {
        await CatchUpAsync();
        await SaveAsync();
    }

    private Task SaveAsync()
    {
        try
        {
            Shelf.Save(Draft.Name, Draft.Text);
            Draft.Keep();
            note = null;
            Remember();
        }
        catch (InputException refused)
        {
            saveProblem = $"Not saved: {refused.Problems[0].Message}";
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            saveProblem = $"Not saved: {refused.Message}";
        }

        return Saved.InvokeAsync();
    }

    private async Task GoBackAsync()
    {
        StrategyVersion typed = Shelf.Versions.Keep(Draft.Name, Draft.Text);
        await WriteAsync(Draft.Saved);
        note = $"This is the saved text. What was typed is kept as v{typed.Number}.";
    }

    private async Task OpenAsync(string name)
    {
        await CatchUpAsync();
        await guard!.LeaveAsync($"strategies?file={Uri.EscapeDataString(name)}");
    }

    private async Task LeaveDeletedAsync()
    {
        await Deleted.InvokeAsync();
        await guard!.LeaveAsync("strategies");
    }

    private Task GoToAsync(Problem problem) => GoToAsync(problem.Line, problem.Column);

    private async Task GoToAsync(int line, int column)
    {
        if (View != StrategyView.Text)
        {
            await ViewChosen.InvokeAsync(StrategyView.Text);
        }

        await editor!.GoToAsync(line, column);
    }
}
