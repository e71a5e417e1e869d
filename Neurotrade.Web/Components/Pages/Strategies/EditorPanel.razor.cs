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
    private string? saveProblem;
    private bool isSure;

    [Inject]
    internal StrategyShelf Shelf { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

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

    /// <summary>The text has changed, or the file.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    /// <summary>The file is gone.</summary>
    [Parameter]
    public EventCallback Deleted { get; set; }

    private Task ChangeAsync(string text)
    {
        isSure = false;
        Draft.Change(text);
        return Changed.InvokeAsync();
    }

    /// <summary>
    /// Puts another text in the editor, of the form or the sliders, which the person can undo there; it is not saved.
    /// </summary>
    public async Task WriteAsync(string text)
    {
        await editor!.SetTextAsync(text);
        await ChangeAsync(text);
    }

    // The file holds this text already.
    private async Task TakeAsync(string text)
    {
        Draft.Change(text);
        Draft.Keep();
        await editor!.SetTextAsync(text);
        await Changed.InvokeAsync();
    }

    private async Task UndoAsync() => await TakeBackAsync(await editor!.UndoAsync());

    private async Task RedoAsync() => await TakeBackAsync(await editor!.RedoAsync());

    private Task TakeBackAsync(string? text) => text is null ? Task.CompletedTask : ChangeAsync(text);

    private Task SaveAsync()
    {
        try
        {
            Shelf.Save(Draft.Name, Draft.Text);
            Draft.Keep();
            saveProblem = null;
        }
        catch (Exception refused) when (refused is InputException or IOException or UnauthorizedAccessException)
        {
            saveProblem = $"Not saved: {refused.Message}";
        }

        return Changed.InvokeAsync();
    }

    private Task DeleteAsync()
    {
        if (!isSure)
        {
            isSure = true;
            return Task.CompletedTask;
        }

        Shelf.Delete(Draft.Name);
        return Deleted.InvokeAsync();
    }

    /// <summary>Saves what is not saved and asks what to run the strategy on, with other values of its parameters.</summary>
    public async Task RunAsync(IReadOnlyDictionary<string, string> set)
    {
        if (Draft.IsChanged)
        {
            await SaveAsync();
        }

        if (saveProblem is null)
        {
            string values = string.Concat(set.Select(pair => $"&set={Uri.EscapeDataString($"{pair.Key}={pair.Value}")}"));
            Navigation.NavigateTo($"backtests/new?strategy={Uri.EscapeDataString(Draft.Name)}{values}");
        }
    }

    private Task RunAsync() => RunAsync(ImmutableDictionary<string, string>.Empty);

    private async Task GoToAsync(Problem problem)
    {
        if (View != StrategyView.Text)
        {
            await ViewChosen.InvokeAsync(StrategyView.Text);
        }

        await editor!.GoToAsync(problem.Line, problem.Column);
    }
}
