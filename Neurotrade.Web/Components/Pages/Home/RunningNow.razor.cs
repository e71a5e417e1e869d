using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.Imports;
using Neurotrade.Web.Dashboard.Jobs;
using Neurotrade.Web.Dashboard.Optimising;

namespace Neurotrade.Web.Components.Pages.Home;

/// <summary>What runs and waits, with progress and cancel.</summary>
public sealed partial class RunningNow
{
    private const int MostShown = 4;

    /// <summary>Jobs that run or wait, oldest first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<Job> Jobs { get; set; }

    /// <summary>Files that were brought.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<FileImport> Imports { get; set; }

    /// <summary>Sweeps that run or wait, oldest first.</summary>
    [Parameter]
    public IReadOnlyList<KeptSweep> Sweeps { get; set; } = [];

    /// <summary>What ages are counted from.</summary>
    [Parameter]
    public DateTimeOffset Now { get; set; }

    /// <summary>A job is not wanted any more.</summary>
    [Parameter]
    public EventCallback<long> Cancelled { get; set; }

    // What is at work before what waits.
    private FileImport[] Coming => [.. Imports.Where(one => one.IsMoving).OrderByDescending(one => (one.IsAtWork, one.State))];

    private string SweepText => Sweeps.Count == 1
        ? $"asked {Figures.Age(Sweeps[0].Asked.AskedMillis, Now)}"
        : $"{Figures.Number(Sweeps.Count - 1, 0)} more wait";

    private string ComingText => Coming.Length == 1
        ? Figures.Bytes(Coming[0].Bytes)
        : $"{Figures.Number(Coming.Length, 0)} files, {Figures.Bytes(Coming.Sum(one => one.Bytes))}";

    private string LeftText(KeptSweep sweep) =>
        sweep.LeftMillis(Now.ToUnixTimeMilliseconds()) is { } left ? $"{Figures.Span(Math.Max(1000, left))} left" : string.Empty;

    // By bytes.
    private double ComingShare => Coming.Sum(one => one.Bytes * one.Progress) / Math.Max(1.0, Coming.Sum(one => one.Bytes));
}
