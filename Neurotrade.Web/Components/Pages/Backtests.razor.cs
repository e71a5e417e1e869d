using System.Globalization;
using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Components.Pages;

/// <summary>The finished runs with their key figures; filter, order and page stand in the address.</summary>
public sealed partial class Backtests : ComponentBase, IDisposable
{
    private const int RowsPerPage = 50;

    private static readonly Dictionary<string, object> FilterAttributes = new() { ["data-filter"] = true };
    private IDisposable? subscription;

    /// <summary>Words that a run must hold.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Filter { get; set; }

    /// <summary>The column's key, with a dash before it for falling order.</summary>
    [SupplyParameterFromQuery(Name = "sort")]
    public string? Sort { get; set; }

    /// <summary>Page from 1.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public int? Page { get; set; }

    [Inject]
    private RunList List { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private IReadOnlyList<PastRun> Shown { get; set; } = [];

    private RunColumn Sorted { get; set; } = RunColumn.Newest;

    private bool IsRising { get; set; }

    private int PageNumber => Math.Clamp(Page ?? 1, 1, Math.Max(1, (Shown.Count + RowsPerPage - 1) / RowsPerPage));

    private IEnumerable<PastRun> PageRows => Shown.Skip((PageNumber - 1) * RowsPerPage).Take(RowsPerPage);

    private string CountText => Shown.Count == List.Runs.Count
        ? string.Create(CultureInfo.InvariantCulture, $"{Shown.Count:N0}")
        : string.Create(CultureInfo.InvariantCulture, $"{Shown.Count:N0} of {List.Runs.Count:N0}");

    private string PageText
    {
        get
        {
            int first = ((PageNumber - 1) * RowsPerPage) + 1;
            int last = Math.Min(Shown.Count, PageNumber * RowsPerPage);
            return string.Create(CultureInfo.InvariantCulture, $"{first}–{last} of {Shown.Count:N0}");
        }
    }

    public void Dispose() => subscription?.Dispose();

    protected override void OnInitialized() =>
        subscription = List.Subscribe(() => _ = InvokeAsync(() =>
        {
            Select();
            StateHasChanged();
        }));

    protected override void OnParametersSet() => Select();

    private void Select()
    {
        RunColumn? named = Sort is null ? null : RunColumn.Find(Sort.TrimStart('-'));
        Sorted = named ?? RunColumn.Newest;
        IsRising = named is not null && !Sort!.StartsWith('-');
        string[] words = (Filter ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<PastRun> found = List.Runs.Where(run => words.All(word => Holds(run, word)));
        Shown = Sorted.Order(found, IsRising);
    }

    private static bool Holds(PastRun run, string word) =>
        run.Strategy.Contains(word, StringComparison.OrdinalIgnoreCase)
        || run.Timeframe.Equals(word, StringComparison.OrdinalIgnoreCase)
        || run.Id.Contains(word, StringComparison.OrdinalIgnoreCase)
        || run.Symbols.Any(symbol => symbol.Contains(word, StringComparison.OrdinalIgnoreCase));

    private void FilterBy(string? text) =>
        Navigation.NavigateTo(Address(text, Sort, page: null), new NavigationOptions { ReplaceHistoryEntry = true });

    private string AddressSortedBy(RunColumn column)
    {
        bool rising = column == Sorted ? !IsRising : column.RisesFirst;
        return Address(Filter, rising ? column.Key : $"-{column.Key}", page: null);
    }

    private string AddressOfPage(int page) => Address(Filter, Sort, page);

    private string Address(string? filter, string? sort, int? page) => Navigation.GetUriWithQueryParameters(
        new Dictionary<string, object?>
        {
            ["q"] = string.IsNullOrWhiteSpace(filter) ? null : filter,
            ["sort"] = sort,
            ["page"] = page,
        });

    private string? SortWord(RunColumn column) =>
        column.Key is null ? null : column != Sorted ? "none" : IsRising ? "ascending" : "descending";
}
