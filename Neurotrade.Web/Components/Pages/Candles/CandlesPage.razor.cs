using System.Globalization;
using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Ingestion;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.Candles;
using Neurotrade.Web.Dashboard.Imports;

namespace Neurotrade.Web.Components.Pages.Candles;

/// <summary>
/// What candles are stored, where they have gaps, and a chart of any of them. The chosen series, gap and import report stand
/// in the address.
/// </summary>
public sealed partial class CandlesPage : IDisposable
{
    private const int BarsAtFirst = 300;
    private const int BarsAtAGap = 120;

    private readonly CancellationTokenSource gone = new();
    private readonly List<IDisposable> subscriptions = [];
    private IReadOnlyList<ShelvedSeries>? series;
    private ShelvedSeries? chosen;
    private PriceChartOptions? chart;
    private (StoreAddress, long, long?) charted;

    [Inject]
    internal CandleShelf Shelf { get; set; } = default!;

    [Inject]
    internal ImportQueue Imports { get; set; } = default!;

    [Inject]
    internal PageAddress Place { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "series")]
    private string? Series { get; set; }

    /// <summary>A gap, by the open time of the candle before it.</summary>
    [SupplyParameterFromQuery(Name = "at")]
    private long? At { get; set; }

    [SupplyParameterFromQuery(Name = "import")]
    private long? ImportId { get; set; }

    private FileImport? Reported => ImportId is { } id ? Imports.Find(id) : null;

    private string CountText => series is null ? string.Empty : series.Count == 1
        ? "1 series"
        : string.Create(CultureInfo.InvariantCulture, $"{series.Count} series");

    public void Dispose()
    {
        gone.Cancel();
        subscriptions.ForEach(one => one.Dispose());
        gone.Dispose();
    }

    protected override Task OnInitializedAsync()
    {
        subscriptions.Add(Shelf.Subscribe(() => _ = InvokeAsync(ReadAsync)));
        subscriptions.Add(Imports.Subscribe(() => _ = InvokeAsync(ShowReport)));
        return ReadAsync();
    }

    protected override void OnParametersSet() => Choose();

    // Judging a series that was never looked at takes a moment; the page stands meanwhile.
    private async Task ReadAsync()
    {
        try
        {
            series = await Task.Run(() => Shelf.List(gone.Token), gone.Token);
            Choose();
            StateHasChanged();
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    private void ShowReport()
    {
        if (ImportId is not null)
        {
            StateHasChanged();
        }
    }

    private void Choose() => chosen = series?.FirstOrDefault(one => NameOf(one.Address) == Series)
        ?? (series is { Count: > 0 } ? series[0] : null);

    private Task LeaveAsync() => Place.PutAsync(("series", null), ("at", null));

    private static string Address(string? series, long? at, long? import)
    {
        string[] parts =
        [
            .. series is null ? [] : new[] { $"series={Uri.EscapeDataString(series)}" },
            .. at is null ? [] : new[] { string.Create(CultureInfo.InvariantCulture, $"at={at}") },
            .. import is null ? [] : new[] { string.Create(CultureInfo.InvariantCulture, $"import={import}") },
        ];
        return parts.Length == 0 ? "data" : $"data?{string.Join('&', parts)}";
    }

    private static string NameOf(StoreAddress address) => address.ToString()[StoreAddress.Prefix.Length..];

    private PriceChartOptions ChartOf(ShelvedSeries one, QualityReport report)
    {
        if (chart is null || charted != (one.Address, report.Candles, At))
        {
            int total = (int)report.Candles;
            int? row = At is { } at ? RowOf(report, at, one.Address.Timeframe.Millis) : null;
            charted = (one.Address, report.Candles, At);
            chart = new PriceChartOptions(
                $"api/candles/{NameOf(one.Address)}", null, total, 2, [], [], Around(row, total), row);
        }

        return chart;
    }

    private static RowRange Around(int? row, int total) => row is { } middle
        ? new RowRange(Math.Max(0, middle - (BarsAtAGap / 2)), Math.Min(total, middle + (BarsAtAGap / 2)))
        : new RowRange(Math.Max(0, total - BarsAtFirst), total);

    // Counted from the gaps alone: the candles need not be read for it.
    private static int? RowOf(QualityReport report, long millis, long step)
    {
        long missing = report.Gaps.Where(gap => gap.NextMillis <= millis).Sum(gap => gap.Missing);
        long row = ((millis - report.First.UnixMillis) / step) - missing;
        return row >= 0 && row < report.Candles ? (int)row : null;
    }
}
