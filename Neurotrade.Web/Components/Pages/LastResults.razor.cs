using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Components.Pages;

/// <summary>The newest runs with their figures.</summary>
public sealed partial class LastResults
{
    private const int MostShown = 6;

    /// <summary>All runs, newest first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<PastRun> Runs { get; set; }

    /// <summary>What ages are counted from.</summary>
    [Parameter]
    public DateTimeOffset Now { get; set; }
}
