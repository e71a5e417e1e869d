using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Market;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.Optimising;

namespace Neurotrade.Web.Components.Pages.Optimising;

/// <summary>One sweep: how far it is, then what came of it. What is chosen on the page lives in its address.</summary>
public sealed partial class SweepPage : IDisposable
{
    private const string FilterName = "q";
    private const string JobName = "job";
    private const string PointName = "point";
    private const string SortName = "sort";

    private readonly CancellationTokenSource gone = new();
    private IDisposable? subscription;
    private KeptSweep? kept;
    private OpenSweep? sweep;
    private string? failure;
    private string? opened;

    [Parameter]
    public string Id { get; set; } = string.Empty;

    /// <summary>The chosen row, from 1.</summary>
    [SupplyParameterFromQuery(Name = PointName)]
    private int? Point { get; set; }

    [SupplyParameterFromQuery(Name = SortName)]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = FilterName)]
    private string? Filter { get; set; }

    /// <summary>The backtest that was asked for here.</summary>
    [SupplyParameterFromQuery(Name = JobName)]
    private long? Job { get; set; }

    [Inject]
    internal SweepQueue Sweeps { get; set; } = default!;

    [Inject]
    internal OpenSweeps Tables { get; set; } = default!;

    [Inject]
    internal PageAddress Address { get; set; } = default!;

    [Inject]
    internal TimeProvider Clock { get; set; } = default!;

    private string Title => kept?.Asked.StrategyName ?? "Sweep";

    private int Chosen => Math.Clamp((Point ?? 1) - 1, 0, Math.Max(0, sweep!.Count - 1));

    private string Facts
    {
        get
        {
            AskedSweep asked = kept!.Asked;
            string fixedAt = string.Join(", ", sweep!.Axes.Where(axis => axis.Values.Length == 1).Select(axis => $"{axis.Name} {axis.Texts[0]}"));
            return $"{asked.Data}, {Figures.Number(kept.Status.Tried, 0)} runs"
                + (kept.Status.Refused > 0 ? $", {Figures.Number(kept.Status.Refused, 0)} of them make no strategy" : string.Empty)
                + $"; ranked by {asked.Objective}" + (asked.MinTrades > 0 ? $" with {asked.MinTrades} trades or more" : string.Empty)
                + (fixedAt.Length > 0 ? $"; always {fixedAt}" : string.Empty);
        }
    }

    public void Dispose()
    {
        subscription?.Dispose();
        gone.Cancel();
        gone.Dispose();
    }

    protected override void OnInitialized() => subscription = Sweeps.Subscribe(() => _ = InvokeAsync(async () =>
    {
        await ReadAsync();
        StateHasChanged();
    }));

    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        kept = Sweeps.Find(Id);
        if (kept?.IsDone != true || opened == Id)
        {
            return;
        }

        (opened, sweep, failure) = (Id, null, null);
        try
        {
            sweep = await Tables.FindAsync(Id, gone.Token);
            failure = sweep is null ? "Its table is not there any more." : null;
        }
        catch (InputException damaged)
        {
            failure = string.Join(' ', damaged.Problems.Select(problem => $"{Path.GetFileName(problem.File)}: {problem.Message}."));
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    private Task ChooseAsync(int row) => Address.PutAsync((PointName, row == 0 ? null : row + 1), (JobName, null));
}
