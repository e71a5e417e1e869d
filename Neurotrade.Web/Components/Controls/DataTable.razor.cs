using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Neurotrade.Web.Components.Controls;

/// <summary>Rows in pages of 50, sorted by a head and filtered by words; what is shown is the caller's to keep.</summary>
public sealed partial class DataTable<TRow>
    where TRow : notnull
{
    public const int RowsPerPage = 50;

    private (IReadOnlyList<TRow> Rows, TableView View)? last;

    [Parameter, EditorRequired]
    public required IReadOnlyList<TRow> Rows { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<TableColumn<TRow>> Columns { get; set; }

    /// <summary>What the table holds, for those who do not see it.</summary>
    [Parameter, EditorRequired]
    public required string Caption { get; set; }

    [Parameter]
    public TableView View { get; set; } = new();

    [Parameter]
    public EventCallback<TableView> ViewChanged { get; set; }

    /// <summary>Said where there is no row at all.</summary>
    [Parameter]
    public string EmptyText { get; set; } = "Nothing here.";

    /// <summary>What the words of the filter are looked for in; without it in the text of every column.</summary>
    [Parameter]
    public Func<TRow, string>? SearchText { get; set; }

    /// <summary>Whether a row is the chosen one.</summary>
    [Parameter]
    public Func<TRow, bool>? Chosen { get; set; }

    [Parameter]
    public EventCallback<TRow> RowChosen { get; set; }

    private IReadOnlyList<TRow> Shown { get; set; } = [];

    private int Pages => Math.Max(1, (Shown.Count + RowsPerPage - 1) / RowsPerPage);

    private int Page => Math.Clamp(View.Page, 1, Pages);

    private int FirstRow => (Page - 1) * RowsPerPage;

    // By index: rows may be made as they are asked for.
    private IEnumerable<TRow> PageRows =>
        Enumerable.Range(FirstRow, Math.Min(RowsPerPage, Shown.Count - FirstRow)).Select(row => Shown[row]);

    private string PageText => string.Create(CultureInfo.InvariantCulture,
        $"{((Page - 1) * RowsPerPage) + 1:N0}–{Math.Min(Page * RowsPerPage, Shown.Count):N0} of {Shown.Count:N0}");

    protected override void OnParametersSet()
    {
        // Sorting a hundred thousand rows for a page turned would be felt.
        (IReadOnlyList<TRow>, TableView) now = (Rows, View with { Page = 1 });
        if (last != now)
        {
            last = now;
            Shown = Sorted(Filtered());
        }
    }

    private IReadOnlyList<TRow> Filtered()
    {
        string[] words = View.Filter.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? Rows : [.. Rows.Where(row =>
        {
            string text = SearchText is null ? string.Join(' ', Columns.Select(column => column.Text(row))) : SearchText(row);
            return words.All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
        })];
    }

    private IReadOnlyList<TRow> Sorted(IReadOnlyList<TRow> rows)
    {
        Func<TRow, IComparable?>? order = Columns.FirstOrDefault(column => column.Key == View.SortKey)?.Order;
        return order is null ? rows
            : View.IsFalling ? [.. rows.OrderByDescending(order)]
            : [.. rows.OrderBy(order)];
    }

    private bool IsChosen(TRow row) => Chosen?.Invoke(row) == true;

    private bool IsSortedBy(TableColumn<TRow> column) => View.SortKey == column.Key;

    private string? SortWord(TableColumn<TRow> column) =>
        column.Order is null ? null : !IsSortedBy(column) ? "none" : View.IsFalling ? "descending" : "ascending";

    // The first press shows the most first, which is what one looks for in a column of figures.
    private Task SortByAsync(TableColumn<TRow> column)
    {
        bool isFalling = IsSortedBy(column) ? !View.IsFalling : column.Class?.Contains('r', StringComparison.Ordinal) == true;
        return ViewChanged.InvokeAsync(View with { Sort = (isFalling ? "-" : string.Empty) + column.Key, Page = 1 });
    }

    private Task TurnAsync(int page) => ViewChanged.InvokeAsync(View with { Page = page });
}
