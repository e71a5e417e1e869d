using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Ingestion;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.Imports;

namespace Neurotrade.Web.Components.Pages.Candles;

/// <summary>One file on its way into the store, and what came of it.</summary>
public sealed partial class ImportLine
{
    private const int MostFaults = 1;

    [Parameter, EditorRequired]
    public required FileImport Import { get; set; }

    /// <summary>The file is not wanted any more.</summary>
    [Parameter]
    public EventCallback Cancelled { get; set; }

    /// <summary>Files that ask what this one asks, itself too.</summary>
    [Parameter]
    public int Alike { get; set; } = 1;

    /// <summary>What it asked is told.</summary>
    [Parameter]
    public EventCallback<ImportAnswer> Answered { get; set; }

    private bool IsBroken => Import.State is ImportState.Failed or ImportState.Interrupted;

    private string Note => Import.State switch
    {
        ImportState.Announced => "waits to be sent",
        ImportState.Arriving => $"{Figures.Percent(Import.Share, 0)} of {Figures.Bytes(Import.Bytes)}",
        ImportState.Waiting => "waits its turn",
        ImportState.Asking => "waits for you",
        ImportState.Reading => Import.Read is { } read && read.Bytes == read.AllBytes ? "is stored" : "is read",
        ImportState.Done => "report",
        ImportState.Cancelled => Import.Series.Length > 0 ? "cancelled midway" : "cancelled, nothing stored",
        ImportState.Interrupted => "cut off",
        _ => Import.Series.Length > 0 ? "stored in part" : "not stored",
    };

    private string Stored => $"{string.Join(", ", Import.Series.Select(NameOf))}: "
        + $"{Figures.Number(Import.Series.Sum(one => one.Added + one.Replaced), 0)} new";

    private static string ReadText(ReadingProgress read) =>
        $"{Figures.Bytes(read.Bytes)} of {Figures.Bytes(read.AllBytes)}, {Figures.Number(read.Rows, 0)} rows so far";

    /// <summary><c>line 53: what is wrong</c>.</summary>
    internal static string TextOf(FileFault fault)
    {
        string place = fault.File.Length > 0 ? $"{fault.File}, " : string.Empty;
        return fault.Line > 0 ? $"{place}line {fault.Line}: {fault.Message}" : place + fault.Message;
    }

    /// <summary><c>BTC/USDT 1m</c>.</summary>
    internal static string NameOf(ImportedSeries series) =>
        StoreAddress.TryParse(series.Address, out StoreAddress address) ? $"{address.Symbol} {address.Timeframe}" : series.Address;
}
