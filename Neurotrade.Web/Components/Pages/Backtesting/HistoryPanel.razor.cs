using System.Globalization;
using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Dashboard.History;

namespace Neurotrade.Web.Components.Pages.Backtesting;

/// <summary>The finished runs: found, sorted, picked, pinned, named and deleted; what is chosen stands in the address.</summary>
public sealed partial class HistoryPanel : IDisposable
{
    private const int RowsPerPage = 50;
    private const int MostLost = 10;
    private const string PageKey = "page";
    private const string PickKey = "pick";

    private readonly HashSet<string> picks = new(StringComparer.Ordinal);
    private IDisposable? subscription;
    private HistoryView history = default!;
    private IReadOnlyList<KeptRun> shown = [];
    private RunColumn sorted = RunColumn.Newest;
    private string? failure;
    private string? naming;

    [SupplyParameterFromQuery(Name = HistoryChoice.WordsKey)]
    private string? Words { get; set; }

    [SupplyParameterFromQuery(Name = HistoryChoice.StrategyKey)]
    private string? Strategy { get; set; }

    [SupplyParameterFromQuery(Name = HistoryChoice.SymbolKey)]
    private string? Symbol { get; set; }

    [SupplyParameterFromQuery(Name = HistoryChoice.OutcomeKey)]
    private string? Outcome { get; set; }

    [SupplyParameterFromQuery(Name = HistoryChoice.SortKey)]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = PageKey)]
    private int? Page { get; set; }

    [Inject]
    internal RunHistory History { get; set; } = default!;

    [Inject]
    internal TimeProvider Clock { get; set; } = default!;

    [Inject]
    internal PageAddress Address { get; set; } = default!;

    private HistoryChoice Choice { get; set; } = new();

    private IReadOnlyList<KeptRun> Picked => [.. history.Runs.Where(run => picks.Contains(run.Id))];

    private int PageNumber => Math.Clamp(Page ?? 1, 1, Math.Max(1, (shown.Count + RowsPerPage - 1) / RowsPerPage));

    private IEnumerable<KeptRun> PageRows => shown.Skip((PageNumber - 1) * RowsPerPage).Take(RowsPerPage);

    private bool IsPagePicked => PageRows.All(run => picks.Contains(run.Id));

    private string CountText => shown.Count == history.Runs.Count
        ? string.Create(CultureInfo.InvariantCulture, $"{shown.Count:N0}")
        : string.Create(CultureInfo.InvariantCulture, $"{shown.Count:N0} of {history.Runs.Count:N0}");

    private string PageText => string.Create(CultureInfo.InvariantCulture,
        $"{((PageNumber - 1) * RowsPerPage) + 1:N0}–{Math.Min(shown.Count, PageNumber * RowsPerPage):N0} of {shown.Count:N0}");

    private string AddressWithoutChoice => Address.With(
        (HistoryChoice.WordsKey, null),
        (HistoryChoice.StrategyKey, null),
        (HistoryChoice.SymbolKey, null),
        (HistoryChoice.OutcomeKey, null),
        (PageKey, null));

    public void Dispose() => subscription?.Dispose();

    protected override void OnInitialized() => subscription = History.Subscribe(() => _ = InvokeAsync(() =>
    {
        Select();
        StateHasChanged();
    }));

    protected override async Task OnParametersSetAsync()
    {
        Select();
        if (Choice.Figure is not null)
        {
            await Task.Run(History.ReadFigures);
            Select();
        }
    }

    private void Select()
    {
        history = History.Now;
        Choice = new HistoryChoice { Words = Words ?? string.Empty, Strategy = Strategy, Symbol = Symbol, Outcome = Outcome, Sort = Sort };
        sorted = Choice.ColumnOf(History.FigureOf);
        shown = Choice.Of(history.Runs, sorted);
        picks.Clear();
        picks.UnionWith((Address[PickKey] ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries).Take(RowsPerPage));
    }

    private Task ToggleAsync(KeptRun run) => PickAsync(picks.Contains(run.Id) ? picks.Where(id => id != run.Id) : picks.Append(run.Id));

    // More than a page holds would not fit into an address.
    private Task PickPageAsync() => PickAsync(IsPagePicked ? [] : PageRows.Select(run => run.Id));

    // Held at once: the next one may be picked before the address has changed.
    private Task PickAsync(IEnumerable<string> ids)
    {
        string picked = string.Join(',', ids.Take(RowsPerPage));
        Task put = Address.PutAsync((PickKey, picked.Length == 0 ? null : picked));
        Select();
        return put;
    }

    private Task PinAsync(KeptRun run) => DoAsync(() => History.Pin([run.Id], !run.IsPinned));

    private Task PinAllAsync(bool isPinned) => DoAsync(() => History.Pin([.. picks], isPinned));

    private Task NameAsync((KeptRun Run, string? Label) named)
    {
        naming = null;
        return DoAsync(() => History.Label(named.Run.Id, named.Label));
    }

    private Task DeleteAsync(string[] ids) => DoAsync(() => History.Delete(ids));

    private async Task DeletePickedAsync()
    {
        string[] ids = [.. picks];
        await DeleteAsync(ids);
        await PickAsync([]);
    }

    private Task RestoreAsync(BinnedRuns runs) => DoAsync(() => History.Restore(runs));

    private Task EmptyAsync() => DoAsync(History.EmptyBin);

    // Files are written beside the circuit, which goes on meanwhile.
    private async Task DoAsync(Action change)
    {
        try
        {
            failure = null;
            await Task.Run(change);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            failure = refused.Message;
        }

        Select();
    }

    private Task NarrowAsync((string Key, string? Value) part) =>
        Address.PutAsync((part.Key, string.IsNullOrWhiteSpace(part.Value) ? null : part.Value), (PageKey, null));

    private string AddressSortedBy(RunColumn column)
    {
        bool rising = column == sorted ? !Choice.IsRising : column.RisesFirst;
        return Address.With((HistoryChoice.SortKey, rising ? column.Key : $"-{column.Key}"), (PageKey, null));
    }

    private string? FigureText(KeptRun run) =>
        Choice.Figure is { } figure ? Comparing.FigureText.Of(figure, History.FigureOf(run.Id, figure)) : null;

    private string AddressOfPage(int page) => Address.With((PageKey, page));

    private string? SortWord(RunColumn column) =>
        column.Key is null ? null : column != sorted ? "none" : Choice.IsRising ? "ascending" : "descending";
}
