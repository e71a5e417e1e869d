using System.Globalization;
using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Ingestion;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.Candles;

namespace Neurotrade.Web.Components.Pages.Candles;

/// <summary>What candles are stored, where they have gaps, and a chart of any of them. The chosen one stands in the address.</summary>
public sealed partial class CandlesPage : IDisposable
{
    private const int MostGapMarks = 120;
    private const int MostGapRows = 12;
    private const int BarsAtFirst = 300;

    private readonly CancellationTokenSource gone = new();
    private IReadOnlyList<ShelvedSeries>? series;
    private ShelvedSeries? chosen;
    private PriceChartOptions? chart;
    private StoreAddress charted;

    [Inject]
    internal CandleShelf Shelf { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "series")]
    private string? Series { get; set; }

    private string CountText => series is null ? string.Empty : series.Count == 1
        ? "1 series"
        : string.Create(CultureInfo.InvariantCulture, $"{series.Count} series");

    private IEnumerable<QualityReport> Sound => (series ?? []).Select(one => one.Quality).OfType<QualityReport>();

    private long First => Sound.Select(one => one.First.UnixMillis).DefaultIfEmpty().Min();

    private long Last => Sound.Select(one => one.Last.UnixMillis).DefaultIfEmpty(1).Max();

    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
    }

    protected override Task OnInitializedAsync() => ReadAsync();

    protected override void OnParametersSet() => Choose();

    // Judging a series that was never looked at takes a moment; the page stands meanwhile.
    private async Task ReadAsync()
    {
        try
        {
            series = await Task.Run(() => Shelf.List(gone.Token), gone.Token);
            Choose();
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    private void Choose() => chosen = series?.FirstOrDefault(one => NameOf(one.Address) == Series)
        ?? (series is { Count: > 0 } ? series[0] : null);

    private static string NameOf(StoreAddress address) => address.ToString()[StoreAddress.Prefix.Length..];

    private string Segment(long from, long to)
    {
        double span = Math.Max(1, Last - First);
        double left = 100 * (from - First) / span;
        double width = Math.Max(0.15, 100 * (to - from) / span);
        return string.Create(CultureInfo.InvariantCulture, $"left:{left:0.###}%;width:{width:0.###}%");
    }

    private static string CoverageOf(ShelvedSeries one) => one.Quality is { } quality
        ? $"{Figures.Day(quality.First.UnixMillis)} to {Figures.Day(quality.Last.UnixMillis)}, {Figures.Percent(quality.Coverage, 2)} there"
        : "damaged";

    private PriceChartOptions ChartOf(ShelvedSeries one, QualityReport report)
    {
        if (chart is null || charted != one.Address)
        {
            int total = (int)report.Candles;
            charted = one.Address;
            chart = new PriceChartOptions(
                $"api/candles/{NameOf(one.Address)}", null, total, 2, [], [], new RowRange(Math.Max(0, total - BarsAtFirst), total), null);
        }

        return chart;
    }
}
