using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Components.Pages.Strategies;

/// <summary>Asks before a text that is not saved is left, for another file, another page or another window.</summary>
public sealed partial class LeaveGuard
{
    private string? target;
    private string? problem;
    private bool mayGo;
    private bool isAsked;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [Inject]
    internal PageAddress Address { get; set; } = default!;

    [Parameter, EditorRequired]
    public required StrategyDraft Draft { get; set; }

    /// <summary>Brings <see cref="Draft"/> to what the editor holds; typing is told a moment late.</summary>
    [Parameter, EditorRequired]
    public required Func<Task> CatchUp { get; set; }

    /// <summary>Saves; gives why it could not.</summary>
    [Parameter, EditorRequired]
    public required Func<Task<string?>> Save { get; set; }

    /// <summary>Goes without a question.</summary>
    public Task LeaveAsync(string address)
    {
        mayGo = true;
        return Address.GoAsync(address);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (isAsked)
        {
            isAsked = false;
            await Address.StayAsync();
        }
    }

    private async Task HoldAsync(LocationChangingContext change)
    {
        if (mayGo || IsHere(change.TargetLocation))
        {
            return;
        }

        await CatchUp();
        if (Draft.IsChanged)
        {
            change.PreventNavigation();
            (target, problem) = (change.TargetLocation, null);
            isAsked = true;
            StateHasChanged();
        }
    }

    // Another view of the same file leaves nothing.
    private bool IsHere(string address)
    {
        Uri uri = Navigation.ToAbsoluteUri(address);
        string page = Navigation.ToBaseRelativePath(uri.GetLeftPart(UriPartial.Path));
        return page == "strategies" && QueryHelpers.ParseQuery(uri.Query).TryGetValue("file", out var file) && file == Draft.Name;
    }

    private async Task SaveAndGoAsync()
    {
        problem = await Save();
        if (problem is null)
        {
            await GoAsync();
        }
    }

    private Task GoAsync()
    {
        string address = target!;
        target = null;
        return LeaveAsync(address);
    }

    private void Stay() => target = null;
}
