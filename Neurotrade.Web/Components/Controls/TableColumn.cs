using Microsoft.AspNetCore.Components;

namespace Neurotrade.Web.Components.Controls;

/// <summary>A column of a table.</summary>
/// <param name="Key">Its name in addresses.</param>
/// <param name="Title">Its head, with the unit.</param>
/// <param name="Text">What a cell says.</param>
/// <param name="Order">What rows are sorted by; null: not sorted by this.</param>
/// <param name="Class"><c>r</c> for figures, <c>hide-s</c> for what a phone leaves out.</param>
public sealed record TableColumn<TRow>(
    string Key, string Title, Func<TRow, string> Text, Func<TRow, IComparable?>? Order = null, string? Class = null)
{
    /// <summary>How a cell is drawn where text is not enough.</summary>
    public RenderFragment<TRow>? Cell { get; init; }
}

/// <summary>What of a table is shown; it lives in the page's address.</summary>
/// <param name="Sort">A column's key, with <c>-</c> before it for falling order; empty: as given.</param>
/// <param name="Filter">Words that a row must hold, all of them.</param>
/// <param name="Page">From 1.</param>
public sealed record TableView(string Sort = "", string Filter = "", int Page = 1)
{
    /// <summary>The column's key.</summary>
    public string SortKey => Sort.TrimStart('-');

    public bool IsFalling => Sort.StartsWith('-');
}
