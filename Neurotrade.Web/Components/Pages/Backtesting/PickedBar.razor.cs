using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Dashboard.History;

namespace Neurotrade.Web.Components.Pages.Backtesting;

/// <summary>What can be done with the runs that were picked; deleting several asks once more.</summary>
public sealed partial class PickedBar
{
    private bool isAsking;

    [Parameter, EditorRequired]
    public required IReadOnlyList<KeptRun> Runs { get; set; }

    /// <summary>They are all to be pinned, or let go.</summary>
    [Parameter]
    public EventCallback<bool> Pinned { get; set; }

    /// <summary>The label of the one that is picked is to be written.</summary>
    [Parameter]
    public EventCallback<KeptRun> NamingChosen { get; set; }

    [Parameter]
    public EventCallback Deleted { get; set; }

    /// <summary>None is picked any more.</summary>
    [Parameter]
    public EventCallback Cleared { get; set; }

    private int Deletable => Runs.Count(run => !run.IsPinned);

    private string Question
    {
        get
        {
            int pinned = Runs.Count - Deletable;
            string stays = pinned == 0 ? string.Empty : pinned == 1 ? " One is pinned and stays." : $" {pinned} are pinned and stay.";
            return $"Delete {Deletable} {(Deletable == 1 ? "run" : "runs")} with all files? For an hour they can be had back.{stays}";
        }
    }

    private Task DeleteAsync()
    {
        isAsking = false;
        return Deleted.InvokeAsync();
    }
}
