using System.Globalization;
using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Dashboard.Jobs;

namespace Neurotrade.Web.Components.Pages.Backtesting;

/// <summary>Jobs that run or wait, and the last that ended without a result.</summary>
public sealed partial class JobsPanel : IDisposable
{
    private const int MostEnded = 3;

    private IReadOnlyList<Job> shown = [];
    private IDisposable? subscription;

    [Inject]
    internal JobQueue Jobs { get; set; } = default!;

    [Inject]
    internal TimeProvider Clock { get; set; } = default!;

    private string CountText
    {
        get
        {
            int active = shown.Count(job => job.IsActive);
            return active == 0 ? "none runs" : string.Create(CultureInfo.InvariantCulture, $"{active} run or wait");
        }
    }

    public void Dispose() => subscription?.Dispose();

    protected override void OnInitialized()
    {
        Read();
        subscription = Jobs.Subscribe(() => _ = InvokeAsync(() =>
        {
            Read();
            StateHasChanged();
        }));
    }

    // Done jobs stand in the list of runs below; what ended otherwise would be seen nowhere else.
    private void Read()
    {
        IReadOnlyList<Job> all = Jobs.List();
        shown =
        [
            .. all.Where(job => job.IsActive),
            .. all.Where(job => job.State is JobState.Failed or JobState.Interrupted or JobState.Cancelled).Take(MostEnded),
        ];
    }
}
