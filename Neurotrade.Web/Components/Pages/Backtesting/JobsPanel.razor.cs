using System.Globalization;
using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Market;
using Neurotrade.Web.Dashboard.Jobs;

namespace Neurotrade.Web.Components.Pages.Backtesting;

/// <summary>Jobs that run or wait, in their order, and those that ended without a result.</summary>
public sealed partial class JobsPanel : IDisposable
{
    private const int MostEnded = 3;

    private IReadOnlyList<Job> shown = [];
    private IReadOnlyDictionary<long, QueueOutlook.Turn> turns = new Dictionary<long, QueueOutlook.Turn>();
    private IDisposable? subscription;
    private string? refusal;
    private int ended;

    [Inject]
    internal JobQueue Jobs { get; set; } = default!;

    [Inject]
    internal TimeProvider Clock { get; set; } = default!;

    [Inject]
    internal PageAddress Address { get; set; } = default!;

    /// <summary><c>all</c>: every job that ended without a result.</summary>
    [SupplyParameterFromQuery(Name = "jobs")]
    private string? Which { get; set; }

    private bool IsAll => Which == "all";

    private long Now => Clock.GetUtcNow().ToUnixTimeMilliseconds();

    private string AddressOfAll => Address.With(("jobs", IsAll ? null : "all"));

    private string CountText
    {
        get
        {
            int active = shown.Count(job => job.IsActive);
            return active == 0 ? "none runs" : string.Create(CultureInfo.InvariantCulture, $"{active} run or wait");
        }
    }

    public void Dispose() => subscription?.Dispose();

    protected override void OnInitialized() => subscription = Jobs.Subscribe(() => _ = InvokeAsync(() =>
    {
        Read();
        StateHasChanged();
    }));

    protected override void OnParametersSet() => Read();

    // Done jobs stand in the list of runs below; what ended otherwise would be seen nowhere else.
    private void Read()
    {
        IReadOnlyList<Job> all = Jobs.List();
        Job[] without = [.. all.Where(job => job.State is JobState.Failed or JobState.Interrupted or JobState.Cancelled)];
        ended = without.Length;
        shown = [.. all.Where(job => job.IsActive), .. IsAll ? without : without.Take(MostEnded)];
        turns = QueueOutlook.Of(all, Now);
    }

    private QueueOutlook.Turn? TurnOf(Job job) => turns.TryGetValue(job.Id, out QueueOutlook.Turn turn) ? turn : null;

    private void RunAgain(Job job)
    {
        try
        {
            refusal = null;
            Jobs.AskAgain(job);
        }
        catch (InputException refused)
        {
            refusal = string.Join(' ', refused.Problems.Select(problem => problem.Message));
        }
    }
}
