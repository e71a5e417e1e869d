using System.Globalization;
using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.Candles;

namespace Neurotrade.Web.Components.Pages.Candles;

/// <summary>Every stored series on one axis of time, with its gaps; a press chooses one.</summary>
public sealed partial class CoverageRows
{
    private const int MostGapMarks = 120;
    private const int MostMarks = 8;

    // Of a day a phone has only room for its month.
    private const int MonthLength = 7;

    // A name that begins beyond it would run out of the axis.
    private const double NearEnd = 0.94;

    [Parameter, EditorRequired]
    public required IReadOnlyList<ShelvedSeries> Series { get; set; }

    [Parameter]
    public ShelvedSeries? Chosen { get; set; }

    private IEnumerable<QualityReport> Sound => Series.Select(one => one.Quality).OfType<QualityReport>();

    private long First => Sound.Select(one => one.First.UnixMillis).DefaultIfEmpty().Min();

    private long Last => Sound.Select(one => one.Last.UnixMillis).DefaultIfEmpty(1).Max();

    // New Year's days, or where there are too few of them the ends of the axis.
    private IReadOnlyList<(double At, string Name)> Years
    {
        get
        {
            (int from, int to) = (YearOf(First) + 1, YearOf(Last));
            int step = Math.Max(1, ((to - from) / MostMarks) + 1);
            (double, string)[] marks = [.. Enumerable.Range(0, Math.Max(0, ((to - from) / step) + 1))
                .Select(i => from + (i * step))
                .Where(year => year <= to)
                .Select(year => (ShareOf(Instant.FromDate(year, 1, 1).UnixMillis), year.ToString(CultureInfo.InvariantCulture)))];
            return marks.Length >= 2 ? marks : [(0, Figures.Day(First)), (1, Figures.Day(Last))];
        }
    }

    private double ShareOf(long millis) => (millis - First) / (double)Math.Max(1, Last - First);

    private string Segment(long from, long to)
    {
        double width = Math.Max(0.0015, ShareOf(to) - ShareOf(from));
        return $"left:{Figures.Share(ShareOf(from))};width:{Figures.Share(width)}";
    }

    private static string PlaceOf(double at) => at > NearEnd ? "right:0" : $"left:{Figures.Share(at)}";

    private static string MonthOf(string name) => name[..Math.Min(MonthLength, name.Length)];

    private static int YearOf(long millis) => new Instant(millis).ToDateTimeOffset().Year;

    private static string AddressOf(ShelvedSeries one) =>
        $"data?series={Uri.EscapeDataString(one.Address.ToString()[StoreAddress.Prefix.Length..])}";

    private static string GapText(QualityReport quality) =>
        quality.Gaps.Length == 1 ? "1 gap" : $"{Figures.Number(quality.Gaps.Length, 0)} gaps";

    private static string CoverageOf(ShelvedSeries one) => one.Quality is { } quality
        ? $"{Figures.Day(quality.First.UnixMillis)} to {Figures.Day(quality.Last.UnixMillis)}, {Figures.Percent(quality.Coverage, 2)} there"
        : "damaged";
}
