using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Market;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Comparing;
using Neurotrade.Web.Dashboard.History;

namespace Neurotrade.Web.Components.Pages.Comparing;

/// <summary>Up to six runs side by side: figures, curves and what they were made from. The address says which, and how.</summary>
public sealed partial class ComparePage : IDisposable
{
    private const string RunsKey = "runs";

    private readonly CancellationTokenSource gone = new();
    private readonly Dictionary<string, Opening> openings = new(StringComparer.Ordinal);
    private IDisposable? subscription;
    private Comparison comparison = Comparison.Of([]);
    private IReadOnlyList<string> missing = [];
    private IReadOnlyList<string> ids = [];

    [SupplyParameterFromQuery(Name = RunsKey)]
    private string? RunIds { get; set; }

    [SupplyParameterFromQuery(Name = "convention")]
    private string? ConventionName { get; set; }

    /// <summary><c>shared</c>: only what all runs cover.</summary>
    [SupplyParameterFromQuery(Name = "period")]
    private string? Period { get; set; }

    /// <summary><c>all</c>: equal lines of the files too.</summary>
    [SupplyParameterFromQuery(Name = "lines")]
    private string? LinesShown { get; set; }

    [Inject]
    internal RunHistory History { get; set; } = default!;

    [Inject]
    internal RunArchive Archive { get; set; } = default!;

    [Inject]
    internal OpenRuns Runs { get; set; } = default!;

    [Inject]
    internal PageAddress Address { get; set; } = default!;

    private string Convention => ConventionName ?? RunFigures.OwnConvention;

    private bool IsOverShared => Period == "shared" && comparison.Shared is not null && !comparison.IsSamePeriod;

    private bool IsWhole => LinesShown == "all";

    private IEnumerable<KeptRun> Others => History.Now.Runs.Where(run => !ids.Contains(run.Id));

    private string BacktestsAddress => ids.Count == 0 ? "backtests" : $"backtests?pick={string.Join(',', ids)}";

    public void Dispose()
    {
        subscription?.Dispose();
        gone.Cancel();
        gone.Dispose();
    }

    // A label or a deletion shows here too.
    protected override void OnInitialized() => subscription = History.Subscribe(() => _ = InvokeAsync(async () =>
    {
        await ReadAsync();
        StateHasChanged();
    }));

    protected override async Task OnParametersSetAsync()
    {
        IReadOnlyList<string> asked = Comparison.IdsOf(RunIds);
        if (!asked.SequenceEqual(ids))
        {
            ids = asked;
            await ReadAsync();
            await OpenAsync();
        }
    }

    private async Task ReadAsync()
    {
        IReadOnlyList<string> asked = ids;
        ComparedRun[] read = await Task.Run(() => asked.Select(History.Find).OfType<KeptRun>()
            .Select(kept => ComparedRun.Of(kept, Archive)).ToArray());
        if (asked == ids)
        {
            comparison = Comparison.Of(read);
            missing = [.. asked.Where(id => read.All(run => run.Kept.Id != id))];
        }
    }

    // One after another, as they are made one after another anyway; each shows as soon as it is there.
    private async Task OpenAsync()
    {
        (IReadOnlyList<string> asked, Comparison now) = (ids, comparison);
        openings.Clear();
        foreach (ComparedRun run in now.Runs)
        {
            Opening opening;
            try
            {
                OpenRun? open = await Runs.FindAsync(run.Kept.Id, gone.Token);
                opening = open is null ? new Opening("it is not there any more") : Opening.Of(open.Result, now.Shared);
            }
            catch (InputException refused)
            {
                opening = new Opening(refused.Problems[0].Message);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            if (asked != ids)
            {
                return;
            }

            openings[run.Kept.Id] = opening;
            StateHasChanged();
        }
    }

    private Task AddAsync(ChangeEventArgs change) => change.Value is string { Length: > 0 } id
        ? Address.PutAsync((RunsKey, string.Join(',', Comparison.IdsOf(Address[RunsKey]).Append(id))))
        : Task.CompletedTask;

    private string AddressWithout(string id) => AddressOf(ids.Where(one => one != id));

    private string AddressBefore(string id)
    {
        List<string> order = [.. ids];
        int at = order.IndexOf(id);
        if (at > 0)
        {
            (order[at - 1], order[at]) = (order[at], order[at - 1]);
        }

        return AddressOf(order);
    }

    private string AddressOf(IEnumerable<string> order) =>
        Address.With((RunsKey, string.Join(',', order) is { Length: > 0 } text ? text : null));

    private Task ChooseConventionAsync(string name) => Address.PutAsync(("convention", name == RunFigures.OwnConvention ? null : name));

    private Task ChooseSharedAsync(bool isShared) => Address.PutAsync(("period", isShared ? "shared" : null));

    private Task ChooseWholeAsync(bool isWhole) => Address.PutAsync(("lines", isWhole ? "all" : null));

    private static string NameOf(KeptRun run) =>
        $"{run.Name} · {string.Join(", ", run.Run.Symbols)} {run.Run.Timeframe} · "
        + $"{Figures.Gain(run.Run.TotalReturn)} · {Figures.Time(run.Run.FinishedMillis)}";
}
