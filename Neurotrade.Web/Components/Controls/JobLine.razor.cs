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

    /// <summary>Where it stands while it waits; null where that is not known.</summary>
    [Parameter]
    public QueueOutlook.Turn? Turn { get; set; }

    /// <summary>The job is not wanted any more.</summary>
    [Parameter]
    public EventCallback Cancelled { get; set; }

    private string TurnText => Turn is not { } turn ? "waits for its turn"
        : $"waits for its turn, {(turn.Place == 1 ? "next" : Ordinal(turn.Place))} in line"
            + (turn.BeginsInMillis is { } wait ? $"; begins in about {Figures.Span(Math.Max(1000, wait))}" : string.Empty);

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

    private static string Ordinal(int place) => (place % 100, place % 10) switch
    {
        (11 or 12 or 13, _) => $"{place}th",
        (_, 1) => $"{place}st",
        (_, 2) => $"{place}nd",
        (_, 3) => $"{place}rd",
        _ => $"{place}th",
    };
}
