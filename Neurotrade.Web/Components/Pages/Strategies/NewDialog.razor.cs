using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Market;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Components.Pages.Strategies;

/// <summary>Makes a file from the smallest strategy, a sample or another file.</summary>
public sealed partial class NewDialog
{
    private string template = string.Empty;
    private string? problem;

    [Inject]
    internal StrategyShelf Shelf { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<ShelvedStrategy> Files { get; set; }

    /// <summary>Told the new file's name.</summary>
    [Parameter]
    public EventCallback<string> Created { get; set; }

    [Parameter]
    public EventCallback Dismissed { get; set; }

    private string FreeName => StrategyName.Free("my-strategy.yaml", Files.Select(one => one.Name));

    private async Task CreateAsync(string name)
    {
        try
        {
            string text = template.Length == 0 ? StrategyTemplate.Smallest : Shelf.Read(template) ?? StrategyTemplate.Smallest;
            Shelf.Create(name, StrategyTemplate.Named(text, name));
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

        await Created.InvokeAsync(name);
    }
}
