using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Ingestion;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.Imports;

namespace Neurotrade.Web.Components.Pages.Candles;

/// <summary>What was found in a file while it was imported, by line where a row is meant.</summary>
public sealed partial class ImportReport
{
    private const int MostTimes = 3;

    [Parameter, EditorRequired]
    public required FileImport Import { get; set; }

    /// <summary>The page without the report.</summary>
    [Parameter, EditorRequired]
    public required string Back { get; set; }

    private string WhenText => $"filed under {Import.Exchange}"
        + (Import.EndedMillis is { } ended ? $", {Figures.Time(ended)} UTC" : string.Empty);

    private static string AddressOf(ImportedSeries one) =>
        $"data?series={Uri.EscapeDataString(one.Address[StoreAddress.Prefix.Length..])}";

    private static string TwiceText(ImportedSeries one) => one.RevisedRows == 0
        ? "the last one is kept"
        : TimesOf(one.RevisedTimes, one.RevisedRows, $"{Figures.Number(one.RevisedRows, 0)} of them differ; the last one is kept");

    private static string TimesOf(long[] times, long all, string what)
    {
        string named = string.Join(", ", times.Take(MostTimes).Select(Figures.Time));
        return named.Length == 0 ? what : $"{what}: {named}{(all > Math.Min(MostTimes, times.Length) ? " …" : string.Empty)}";
    }
}
