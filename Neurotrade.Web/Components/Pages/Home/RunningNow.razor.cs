using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Dashboard.Jobs;

namespace Neurotrade.Web.Components.Pages.Home;

/// <summary>What runs and waits, with progress and cancel.</summary>
public sealed partial class RunningNow
{
    private const int MostShown = 4;

    /// <summary>Jobs that run or wait, oldest first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<Job> Jobs { get; set; }

    /// <summary>What ages are counted from.</summary>
    [Parameter]
    public DateTimeOffset Now { get; set; }

    /// <summary>A job is not wanted any more.</summary>
    [Parameter]
    public EventCallback<long> Cancelled { get; set; }
}
