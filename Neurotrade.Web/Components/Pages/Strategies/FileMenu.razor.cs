using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Market;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Components.Pages.Strategies;

/// <summary>What can be done with the open file as a whole.</summary>
public sealed partial class FileMenu
{
    private Question asked;
    private string? problem;

    [Inject]
    internal StrategyShelf Shelf { get; set; } = default!;

    [Parameter, EditorRequired]
    public required StrategyDraft Draft { get; set; }

    /// <summary>Told the name of the file to open: a renamed one, or a copy.</summary>
    [Parameter]
    public EventCallback<string> Opened { get; set; }

    /// <summary>The file is gone, and can be had back.</summary>
    [Parameter]
    public EventCallback Deleted { get; set; }

    private string FreeName => StrategyName.Free(Draft.Name, Shelf.List().Select(one => one.Name));

    private void Show(Question question) => (asked, problem) = (question, null);

    private void Dismiss() => asked = Question.None;

    private Task RenameAsync(string name) => TryAsync(name, () => Shelf.Rename(Draft.Name, name));

    private Task DuplicateAsync(string name) => TryAsync(name, () => Shelf.Create(name, StrategyTemplate.Named(Draft.Text, name)));

    private async Task TryAsync(string name, Action act)
    {
        try
        {
            act();
        }
        catch (InputException refused)
        {
            problem = refused.Problems[0].Message;
            return;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            problem = refused.Message;
            return;
        }

        asked = Question.None;
        await Opened.InvokeAsync(name);
    }

    private Task DeleteAsync()
    {
        if (Draft.IsChanged)
        {
            // Among the versions, so that it comes back with the file.
            Shelf.Versions.Keep(Draft.Name, Draft.Text);
        }

        Shelf.Delete(Draft.Name);
        return Deleted.InvokeAsync();
    }

    private enum Question
    {
        None,
        Rename,
        Duplicate,
    }
}
