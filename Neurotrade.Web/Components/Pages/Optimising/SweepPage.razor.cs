using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research.Overfitting;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Composition;
using Neurotrade.Web.Dashboard.Optimising;

namespace Neurotrade.Web.Components.Pages.Optimising;

/// <summary>One sweep: how far it is, then what came of it. What is chosen on the page lives in its address.</summary>
public sealed partial class SweepPage : IDisposable
{
    private const string FilterName = "q";
    private const string HeatName = "heat";
    private const string JobName = "job";
    private const string KindName = "of";
    private const string PointName = "point";
    private const string SortName = "sort";
    private const string SpreadName = "spread";
    private const string TablesName = "table";
    private const string XName = "x";
    private const string YName = "y";

    private readonly CancellationTokenSource gone = new();
    private IDisposable? subscription;
    private KeptSweep? kept;
    private OpenSweep? sweep;
    private TrialSummary? trials;
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

    /// <summary>The columns' parameter of the heat map.</summary>
    [SupplyParameterFromQuery(Name = XName)]
    private string? X { get; set; }

    /// <summary>The rows'.</summary>
    [SupplyParameterFromQuery(Name = YName)]
    private string? Y { get; set; }

    /// <summary>A <see cref="HeatOf"/> in lower case.</summary>
    [SupplyParameterFromQuery(Name = KindName)]
    private string? Kind { get; set; }

    /// <summary>Charts that are shown as tables, with commas between.</summary>
    [SupplyParameterFromQuery(Name = TablesName)]
    private string? TablesText { get; set; }

    [Inject]
    internal SweepQueue Sweeps { get; set; } = default!;

    [Inject]
    internal OpenSweeps Opened { get; set; } = default!;

    [Inject]
    internal TrialFolder Ledgers { get; set; } = default!;

    [Inject]
    internal PageAddress Address { get; set; } = default!;

    [Inject]
    internal TimeProvider Clock { get; set; } = default!;

    private string Title => kept?.Asked.StrategyName ?? "Sweep";

    private int Chosen => Math.Clamp((Point ?? 1) - 1, 0, Math.Max(0, sweep!.Count - 1));

    private string[] Tables => (TablesText ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries);

    // What was varied first, unless others are chosen.
    private OpenAxis? Across => sweep!.Varied.FirstOrDefault(axis => axis.Name == X) ?? sweep.Varied.FirstOrDefault();

    private OpenAxis? Down => sweep!.Varied.FirstOrDefault(axis => axis.Name == Y && axis != Across)
        ?? sweep.Varied.FirstOrDefault(axis => axis != Across);

    private HeatOf HeatKind => Enum.TryParse(Kind, ignoreCase: true, out HeatOf kind) && Enum.IsDefined(kind) ? kind : HeatOf.Best;

    private DeflatedSharpe? Deflated => trials is { } known && kept!.Status.BestSample is { } sample ? new DeflatedSharpe(sample, known) : null;

    private double? Luck => kept!.Asked.Objective == SweepObjective.Usual ? Deflated?.ExpectedMaximumAnnual : null;

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
            sweep = await Opened.FindAsync(Id, gone.Token);
            failure = sweep is null ? "Its table is not there any more." : null;
            trials = await Task.Run(() => kept.Status.Ledger is { } ledger ? Ledgers.Read(ledger) : null)
                ?? kept.Status.EverTried ?? kept.Status.OwnTrials;
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

    private Task ChooseKindAsync(HeatOf kind) =>
        Address.PutAsync((KindName, kind == HeatOf.Best ? null : kind.ToString().ToLowerInvariant()));

    private Task FilterAsync(ColumnRange range) =>
        Address.PutAsync((FilterName, SweepFilter.With(Filter, range.Column, range.Low, range.High)));

    private Task ToggleTableAsync(string panel)
    {
        string[] tables = Tables.Contains(panel) ? [.. Tables.Where(one => one != panel)] : [.. Tables, panel];
        return Address.PutAsync((TablesName, tables.Length == 0 ? null : string.Join(',', tables)));
    }

    private Task ChooseAsync(int row) => Address.PutAsync((PointName, row == 0 ? null : row + 1), (JobName, null));
}
