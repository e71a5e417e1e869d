using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Market;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Components.Pages.Strategies;

/// <summary>Files that were deleted and can be had back.</summary>
public sealed partial class DeletedFiles
{
    private IReadOnlyList<DeletedStrategy> deleted = [];
    private string? problem;

    [Inject]
    internal StrategyShelf Shelf { get; set; } = default!;

    /// <summary>What was deleted a moment ago; null where nothing was.</summary>
    [Parameter]
    public string? JustDeleted { get; set; }

    /// <summary>Told the name of a file that is there again.</summary>
    [Parameter]
    public EventCallback<string> Recovered { get; set; }

    protected override void OnParametersSet() => deleted = Shelf.Deleted();

    private async Task RecoverAsync(string name)
    {
        try
        {
            Shelf.Recover(name);
            problem = null;
        }
        catch (Exception refused) when (refused is InputException or IOException or UnauthorizedAccessException)
        {
            problem = refused is InputException wrong ? $"{name}: {wrong.Problems[0].Message}" : refused.Message;
            return;
        }

        deleted = Shelf.Deleted();
        await Recovered.InvokeAsync(name);
    }
}
