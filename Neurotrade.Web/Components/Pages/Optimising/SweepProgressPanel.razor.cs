using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.Jobs;
using Neurotrade.Web.Dashboard.Optimising;

namespace Neurotrade.Web.Components.Pages.Optimising;

/// <summary>How far a sweep is, how long it will take, the best so far, and what came of it.</summary>
public sealed partial class SweepProgressPanel
{
    [Parameter, EditorRequired]
    public required KeptSweep Sweep { get; set; }

    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    /// <summary>It is not wanted any more.</summary>
    [Parameter]
    public EventCallback Cancelled { get; set; }

    /// <summary>It ended without a table and is wanted after all.</summary>
    [Parameter]
    public EventCallback GoOnAsked { get; set; }

    // The table is written after the last combination, which is not counted.
    private string LeftText => Sweep.Headway!.Done >= Sweep.Headway.Total ? "writing its table"
        : Sweep.LeftMillis(Now.ToUnixTimeMilliseconds()) is { } left ? $"{Figures.Span(Math.Max(1000, left))} left"
        : string.Empty;

    private string DoneText => $"{Figures.Number(Sweep.Status.Tried, 0)} runs in {Took}"
        + (Sweep.Status.Refused > 0 ? $", {Figures.Number(Sweep.Status.Refused, 0)} made no strategy" : string.Empty)
        + (Sweep.Status.Device is { } device ? $"; {device}" : string.Empty);

    private string NoneText => $"No run has an objective{(Sweep.IsDone ? string.Empty : " yet")}"
        + (Sweep.Asked.MinTrades > 0 ? $" with {Sweep.Asked.MinTrades} trades or more." : ".");

    private string Took => ((Sweep.Status.EndedMillis ?? 0) - (Sweep.Status.StartedMillis ?? 0)) is > 1000 and var millis
        ? Figures.Span(millis)
        : "under a second";

    private string Word => Sweep.Status.State switch
    {
        JobState.Cancelled => Sweep.Status.Tried > 0 ? $"cancelled after {Figures.Number(Sweep.Status.Tried, 0)} runs, which are kept" : "cancelled",
        JobState.Interrupted => "interrupted",
        _ => "failed",
    };
}
