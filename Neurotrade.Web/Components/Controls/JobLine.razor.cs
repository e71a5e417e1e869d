using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Dashboard.Jobs;

namespace Neurotrade.Web.Components.Controls;

/// <summary>How far a job is, how long it will take, and what came of it.</summary>
public sealed partial class JobLine
{
    [Parameter, EditorRequired]
    public required Job Job { get; set; }

    /// <summary>Unix milliseconds.</summary>
    [Parameter, EditorRequired]
    public long Now { get; set; }

    /// <summary>The job is not wanted any more.</summary>
    [Parameter]
    public EventCallback Cancelled { get; set; }

    // The files are written after the last bar, which is not counted.
    private string LeftText => Job.Share >= 0.995 ? "writing its files"
        : Job.LeftMillis(Now) is { } left ? $"{Figures.Span(Math.Max(1000, left))} left"
        : string.Empty;

    private long Took => (Job.EndedMillis ?? Now) - (Job.StartedMillis ?? Now);

    private string Word => Job.State switch
    {
        JobState.Cancelled => "cancelled",
        JobState.Interrupted => "interrupted",
        _ => "failed",
    };
}
