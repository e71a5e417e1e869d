using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Components.Pages.Home;

/// <summary>The newest runs with their figures.</summary>
public sealed partial class LastResults
{
    private const int MostShown = 8;

    /// <summary>All runs, newest first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<PastRun> Runs { get; set; }

    /// <summary>What ages are counted from.</summary>
    [Parameter]
    public DateTimeOffset Now { get; set; }

    // A run of a terminal whose origin was not kept has its report alone.
    private static string AddressOf(PastRun run) => run.Origin is null ? $"runs/{run.Id}/report" : $"runs/{run.Id}";
}
