using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Candles;
using Neurotrade.Web.Dashboard.Home;
using Neurotrade.Web.Dashboard.Imports;
using Neurotrade.Web.Dashboard.Jobs;
using Neurotrade.Web.Dashboard.Optimising;
using Neurotrade.Web.Dashboard.Strategies;
using Neurotrade.Web.Doctor;

namespace Neurotrade.Web.Components.Pages.Home;

/// <summary>What is here, what runs, what came of the last runs, and what to do next; at the first start, how to begin.</summary>
public sealed partial class Overview : IDisposable
{
    private readonly CancellationTokenSource gone = new();
    private readonly List<IDisposable> subscriptions = [];
    private IReadOnlyList<Job> jobs = [];
    private IReadOnlyList<FileImport> imports = [];
    private IReadOnlyList<KeptSweep> sweeps = [];
    private IReadOnlyList<NextStep>? steps;
    private IReadOnlyList<Finding>? findings;
    private Inventory? here;
    private int samples;
    private bool isUntouched;

    [Inject]
    internal RunList List { get; set; } = default!;

    [Inject]
    internal JobQueue Jobs { get; set; } = default!;

    [Inject]
    internal ImportQueue Imports { get; set; } = default!;

    [Inject]
    internal SweepQueue Sweeps { get; set; } = default!;

    [Inject]
    internal StrategyShelf Strategies { get; set; } = default!;

    [Inject]
    internal CandleShelf Candles { get; set; } = default!;

    [Inject]
    internal Stocktaking Stock { get; set; } = default!;

    [Inject]
    internal Machine Machine { get; set; } = default!;

    [Inject]
    internal TimeProvider Clock { get; set; } = default!;

    // Nothing of a person's own is here, and no more than the sample was run.
    private bool IsFirst => isUntouched && List.Runs.Count <= 1 && List.Runs.All(run => run.IsGenerated)
        && jobs.All(job => job.StrategyName == jobs[0].StrategyName);

    private IReadOnlyList<Job> Active => [.. jobs.Where(job => job.IsActive)];

    public void Dispose()
    {
        gone.Cancel();
        subscriptions.ForEach(one => one.Dispose());
        gone.Dispose();
    }

    protected override void OnInitialized()
    {
        Look();
        subscriptions.Add(List.Subscribe(() => _ = InvokeAsync(Judge)));
        subscriptions.Add(Jobs.Subscribe(() => _ = InvokeAsync(Judge)));
        subscriptions.Add(Imports.Subscribe(() => _ = InvokeAsync(Judge)));
        subscriptions.Add(Sweeps.Subscribe(() => _ = InvokeAsync(Judge)));
        subscriptions.Add(Candles.Subscribe(() => _ = InvokeAsync(TakeStockAsync)));
    }

    protected override async Task OnInitializedAsync()
    {
        await TakeStockAsync();
        await TellAsync(Machine.FindingsAsync());
    }

    private void Judge()
    {
        Look();
        StateHasChanged();
    }

    private void Look()
    {
        IReadOnlyList<ShelvedStrategy> files = Strategies.List();
        samples = files.Count(file => file.IsSample);
        isUntouched = samples == files.Count && Candles.Addresses().Count == 0 && Imports.List().Count == 0;
        jobs = Jobs.List();
        imports = Imports.List();
        sweeps = [.. Sweeps.List().TakeWhile(one => one.IsActive)];
        steps = here is null ? null : NextStep.Of(here, List.Runs, jobs, imports);
    }

    // Judging candles that were never looked at takes a moment; the page stands meanwhile.
    private async Task TakeStockAsync()
    {
        try
        {
            here = await Task.Run(() => Stock.Take(gone.Token), gone.Token);
            Judge();
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    private Task ExamineAgainAsync() => TellAsync(Machine.ExamineAgainAsync());

    private async Task TellAsync(Task<IReadOnlyList<Finding>> examination)
    {
        try
        {
            findings = await examination.WaitAsync(gone.Token);
            StateHasChanged();
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The page was left.
        }
    }
}
