using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Market;
using Neurotrade.Web.Dashboard.History;
using Neurotrade.Web.Dashboard.Jobs;
using Neurotrade.Web.Dashboard.Optimising;

namespace Neurotrade.Web.Components.Pages.Optimising;

/// <summary>Sweeps that have ended: opened, asked for again, gone on with, deleted and had back.</summary>
public sealed partial class SweepHistory
{
    private IReadOnlyList<BinnedRuns> bin = [];
    private string? refusal;

    [Inject]
    internal SweepQueue Queue { get; set; } = default!;

    [Inject]
    internal TimeProvider Clock { get; set; } = default!;

    /// <summary>Newest first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<KeptSweep> Sweeps { get; set; }

    protected override void OnParametersSet() => bin = Queue.Bin();

    private void GoOn(string id)
    {
        try
        {
            refusal = null;
            Queue.GoOn(id);
        }
        catch (InputException refused)
        {
            refusal = string.Join(' ', refused.Problems.Select(problem => problem.Message));
        }
    }

    private static string WordOf(KeptSweep sweep) => sweep.Status.State switch
    {
        JobState.Cancelled => "cancelled",
        JobState.Failed => "failed",
        _ => "interrupted",
    };
}
